package dev.slipway.engine.stack;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one key of the stack file, on the record component that it is bound to. The key's name
 * is the component's with dashes ({@code dataFolder} is written {@code data-folder}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
  /**
   * What the key means, in full sentences; shown by editors and written as a comment by {@code
   * slipway init}.
   */
  String doc();

  /**
   * The value if the key isn't given, as YAML text; empty means that the key is required (or empty
   * if it is optional).
   */
  String byDefault() default "";

  /**
   * A value to start from, as YAML text; editors offer it, and {@code slipway init} writes it for a
   * required key.
   */
  String example() default "";

  /** Smallest number allowed; for a list or map, of each of its values. */
  long min() default Long.MIN_VALUE;

  /** Largest number allowed; for a list or map, of each of its values. */
  long max() default Long.MAX_VALUE;

  /**
   * Regular expression that the whole text must match; empty for any. For a list or map, of each of
   * its values. Editors read it too, so it keeps to what Java and ECMAScript share.
   */
  String pattern() default "";
}
