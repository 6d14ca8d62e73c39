package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.Value;
import dev.slipway.engine.secret.SecretStore;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object whole, with its secrets in plaintext: for a request and nothing else. Not safe for use
 * by several threads.
 */
final class Filling {
  private final ObjectSpec spec;
  private final SecretStore store;
  private final Map<String, String> plaintexts = new HashMap<>();

  /** Texts with secrets in them, and what they were with markers. */
  private final Map<String, String> templates = new HashMap<>();

  Filling(ObjectSpec spec, SecretStore store) {
    this.spec = spec;
    this.store = store;
  }

  /**
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if a secret can't be read
   */
  ApiObject object(Map<String, String> marks) {
    ApiObject object = Wanted.object(spec, marks);
    if (!spec.holes().isEmpty()) {
      object = new ApiObject(Wanted.map(Holes.texts(object.tree(), this::fill)));
    }
    if (spec.data().isEmpty()) {
      return object;
    }
    Map<String, Object> data = new TreeMap<>();
    spec.data().forEach((key, value) -> data.put(key, content(value)));
    return object.with(data, "data");
  }

  private String content(Value<String> value) {
    String base64 = reveal(value);
    return SecretSight.text(base64)
        .map(text -> SecretSight.base64(HoleTexts.mayHold(text) ? fill(text) : text))
        .orElse(base64.replaceAll("\\s", ""));
  }

  private String fill(String text) {
    if (!HoleTexts.mayHold(text)) {
      return text;
    }
    String filled = text;
    for (Map.Entry<String, Value<String>> hole : spec.holes().entrySet()) {
      if (filled.contains(hole.getKey())) {
        filled = filled.replace(hole.getKey(), reveal(hole.getValue()));
      }
    }
    if (!filled.equals(text)) {
      templates.put(filled, text);
    }
    return filled;
  }

  private String reveal(Value<String> value) {
    return switch (value) {
      case Value.Known<String>(String known) -> known;
      case Value.Secret<String>(String name, String _) ->
          plaintexts.computeIfAbsent(name, store::reveal);
      case Value.Ref<String> ref -> throw new IllegalStateException("not resolved: " + ref);
    };
  }

  /** The server's answer with markers again where secrets stand. */
  ApiObject masked(ApiObject answer) {
    ApiObject plain =
        answer.key().groupKind().equals(SecretData.KIND)
            ? answer.without("data").without("stringData")
            : answer;
    return templates.isEmpty()
        ? plain
        : new ApiObject(Wanted.map(Holes.texts(plain.tree(), this::unfill)));
  }

  private String unfill(String text) {
    String template = templates.get(text);
    if (template != null) {
      return template;
    }
    String unfilled = text;
    for (Map.Entry<String, Value<String>> hole : spec.holes().entrySet()) {
      if (hole.getValue() instanceof Value.Secret<String>(String name, String _)
          && plaintexts.getOrDefault(name, "").length() >= 8) {
        unfilled = unfilled.replace(plaintexts.get(name), hole.getKey());
      }
    }
    return unfilled;
  }
}
