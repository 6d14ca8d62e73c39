package dev.slipway.engine.resource;

import java.util.Objects;
import java.util.Optional;

/**
 * A part of a spec that may be known only when another resource has been made.
 *
 * @param <T> type of the plain value: {@code String}, a boxed number or {@code Boolean}
 */
public sealed interface Value<T> {

  /** A value that is known now. */
  record Known<T>(T value) implements Value<T> {
    public Known {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * The attribute of another resource; makes the holder depend on it.
   *
   * @param attribute key in that resource's {@link Attributes}
   */
  record Ref<T>(ResourceId resource, String attribute) implements Value<T> {
    public Ref {
      Objects.requireNonNull(resource, "resource");
      Objects.requireNonNull(attribute, "attribute");
    }

    @Override
    public String toString() {
      return "${" + resource + "#" + attribute + "}";
    }
  }

  /**
   * A secret that lies in the target's secret store. The plaintext never passes through a plan, the
   * journal or an event.
   *
   * @param name key in the store
   * @param fingerprint keyed hash of the plaintext, enough to see that it changed
   */
  record Secret<T>(String name, String fingerprint) implements Value<T> {
    public Secret {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(fingerprint, "fingerprint");
    }
  }

  static <T> Value<T> of(T value) {
    return new Known<>(value);
  }

  static <T> Value<T> ref(ResourceId resource, String attribute) {
    return new Ref<>(resource, attribute);
  }

  /** The plain value, if it is known now. */
  default Optional<T> known() {
    return this instanceof Known<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  /**
   * The plain value.
   *
   * @throws IllegalStateException if it is not known; the engine resolves every reference before it
   *     calls {@code create} or {@code update}
   */
  default T get() {
    return known().orElseThrow(() -> new IllegalStateException("not known: " + this));
  }
}
