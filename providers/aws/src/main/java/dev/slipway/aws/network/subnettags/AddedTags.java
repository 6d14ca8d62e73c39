package dev.slipway.aws.network.subnettags;

import dev.slipway.engine.provider.Call;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tag by which a stack remembers, on the subnet itself, which tags it has added: written in the
 * same call as those, so that no crash can come between.
 */
final class AddedTags {
  private static final String PREFIX = "slipway.dev/added-by/";

  private AddedTags() {}

  static String key(Call call) {
    return PREFIX + call.owner();
  }

  /** The keys that the stack has added; empty if it hasn't tagged this subnet. */
  static Optional<Set<String>> of(Map<String, String> tags, Call call) {
    return Optional.ofNullable(tags.get(key(call))).map(AddedTags::keys);
  }

  /** Another stack that needs tags on the same subnet. */
  static Optional<String> other(Map<String, String> tags, Call call) {
    return tags.keySet().stream()
        .filter(key -> key.startsWith(PREFIX) && !key.equals(key(call)))
        .findFirst();
  }

  static Set<String> keys(String value) {
    Set<String> keys = new TreeSet<>(Arrays.asList(value.split(" ", -1)));
    keys.remove("");
    return keys;
  }

  /** Tag values take letters, digits, spaces and {@code _.:/=+-@}: keys as well, but no spaces. */
  static String value(Set<String> keys) {
    return String.join(" ", new TreeSet<>(keys));
  }
}
