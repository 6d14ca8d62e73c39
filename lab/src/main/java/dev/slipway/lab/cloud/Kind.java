package dev.slipway.lab.cloud;

import dev.slipway.engine.resource.ResourceId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The kinds of things that the simulated cloud makes. */
public enum Kind {
  /** Every field can be changed in place. */
  PLAIN,
  /** Its zone can only be changed by replacing it. */
  FIXED,
  /** Becomes current only after it was looked at {@code looks} times, and goes as slowly. */
  SLOW,
  /** Makes a secret. */
  SECRET,
  /** Holds data. */
  VOLUME;

  private static final Map<String, Kind> BY_TYPE =
      Arrays.stream(values()).collect(Collectors.toMap(Kind::type, kind -> kind));

  private final String type = "sim." + name().toLowerCase(Locale.ROOT);

  /** The resource type. */
  public String type() {
    return type;
  }

  static Kind of(ResourceId id) {
    return BY_TYPE.get(id.type());
  }
}
