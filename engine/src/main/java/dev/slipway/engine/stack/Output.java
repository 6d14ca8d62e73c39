package dev.slipway.engine.stack;

import dev.slipway.engine.resource.Value;
import java.util.Objects;

/**
 * Something that the user of a system needs to know.
 *
 * @param name stable key, {@code system.name}, for example {@code milvus.uri}
 * @param sensitive whether it is masked unless asked for
 */
public record Output(String name, Value<String> value, boolean sensitive) {
  public Output {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }

  public static Output of(String name, Value<String> value) {
    return new Output(name, value, false);
  }

  public static Output sensitive(String name, Value<String> value) {
    return new Output(name, value, true);
  }
}
