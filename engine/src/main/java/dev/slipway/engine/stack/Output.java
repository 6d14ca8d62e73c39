package dev.slipway.engine.stack;

import dev.slipway.engine.resource.Value;
import java.util.Objects;

/**
 * Something that the user of a system needs to know.
 *
 * @param name stable key, {@code system.name}, for example {@code milvus.uri}
 * @param sensitive whether it is masked unless asked for
 * @param before what stands before the value, for example {@code https://}; not for a secret
 * @param after what stands after it, for example {@code :19530}; not for a secret
 */
public record Output(
    String name, Value<String> value, boolean sensitive, String before, String after) {
  public Output {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  public static Output of(String name, Value<String> value) {
    return new Output(name, value, false, "", "");
  }

  public static Output sensitive(String name, Value<String> value) {
    return new Output(name, value, true, "", "");
  }

  /** The same with text around the value, which may be known only later. */
  public Output between(String before, String after) {
    return new Output(name, value, sensitive, before, after);
  }
}
