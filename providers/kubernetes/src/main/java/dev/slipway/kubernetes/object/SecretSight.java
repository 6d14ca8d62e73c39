package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.Value;
import dev.slipway.engine.secret.SecretStore;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What it takes to compare an object's secrets in memory.
 *
 * @param templates decoded contents of a Secret's keys that hold markers, by name in the store
 */
record SecretSight(Fingerprint fingerprint, Map<String, String> templates) {
  /** Knows no secret: each counts as another one. */
  static final SecretSight NONE = new SecretSight((_, _) -> Optional.empty(), Map.of());

  SecretSight {
    templates = Map.copyOf(templates);
  }

  static SecretSight of(Optional<ObjectSpec> spec, SecretStore store) {
    Map<String, String> templates = new TreeMap<>();
    for (Value<String> value : spec.map(ObjectSpec::data).orElse(new TreeMap<>()).values()) {
      if (value instanceof Value.Secret<String>(String name, String _)
          && !spec.get().holes().isEmpty()
          && store.find(name).isPresent()) {
        text(store.reveal(name))
            .filter(HoleTexts::mayHold)
            .ifPresent(template -> templates.put(name, template));
      }
    }
    return new SecretSight(store::fingerprint, templates);
  }

  /** The text that is encoded; empty if it isn't UTF-8 or not encoded. */
  static Optional<String> text(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return Optional.of(text)
          .filter(t -> java.util.Arrays.equals(t.getBytes(StandardCharsets.UTF_8), bytes));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "SecretSight[…]";
  }
}
