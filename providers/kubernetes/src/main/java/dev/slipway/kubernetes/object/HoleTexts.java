package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts with markers of values that aren't known or are secret, compared with the texts of a live
 * object without knowing a secret's plaintext: by the fingerprint of what stands in its place.
 *
 * @param holes what the markers stand for; known values are filled already
 */
record HoleTexts(Map<String, Value<String>> holes, Fingerprint fingerprint) {
  private static final Pattern MARKER = Pattern.compile("slipway-hole-[0-9a-f]{16}");

  HoleTexts {
    holes = Map.copyOf(holes);
  }

  static boolean mayHold(String text) {
    return text.contains("slipway-hole-");
  }

  /** The holes in a text. */
  Map<String, Value<String>> in(String text) {
    Map<String, Value<String>> found = new TreeMap<>();
    if (mayHold(text)) {
      Matcher markers = MARKER.matcher(text);
      while (markers.find()) {
        Optional.ofNullable(holes.get(markers.group()))
            .ifPresent(value -> found.put(markers.group(), value));
      }
    }
    return found;
  }

  /** Whether a live text is what the wanted one says; never if a value isn't known yet. */
  boolean same(Object wanted, Object live) {
    if (!(wanted instanceof String text) || !(live instanceof String there)) {
      return false;
    }
    if (text.equals(there)) {
      return true;
    }
    return !in(text).isEmpty() && matches(parts(text), 0, there);
  }

  private List<Object> parts(String text) {
    List<Object> parts = new ArrayList<>();
    Matcher markers = MARKER.matcher(text);
    int end = 0;
    while (markers.find()) {
      Value<String> hole = holes.get(markers.group());
      if (hole != null) {
        parts.add(text.substring(end, markers.start()));
        parts.add(hole);
        end = markers.end();
      }
    }
    parts.add(text.substring(end));
    return parts;
  }

  private boolean matches(List<Object> parts, int from, String live) {
    String literal = (String) parts.get(from);
    if (from == parts.size() - 1) {
      return live.equals(literal);
    }
    if (!live.startsWith(literal)
        || !(parts.get(from + 1) instanceof Value.Secret<?>(String name, String wanted))) {
      return false;
    }
    String rest = live.substring(literal.length());
    String next = (String) parts.get(from + 2);
    if (from + 2 == parts.size() - 1) {
      return rest.endsWith(next) && isSecret(name, rest, rest.length() - next.length(), wanted);
    }
    for (int at = rest.indexOf(next); at >= 0; at = rest.indexOf(next, at + 1)) {
      if (isSecret(name, rest, at, wanted) && matches(parts, from + 2, rest.substring(at))) {
        return true;
      }
    }
    return false;
  }

  private boolean isSecret(String name, String text, int end, String wanted) {
    return end >= 0
        && fingerprint.of(name, text.substring(0, end)).filter(wanted::equals).isPresent();
  }
}
