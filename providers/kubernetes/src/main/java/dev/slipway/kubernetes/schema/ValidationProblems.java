package dev.slipway.kubernetes.schema;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Nearest;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.schema.Validation.Checked;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What validation tells. Values are shown only where they can't be secret. */
final class ValidationProblems {
  private ValidationProblems() {}

  static Diagnostic incomplete(Checked checked, String field) {
    return Diagnostic.user(
        "KUBERNETES-OBJECT-INCOMPLETE",
        "An object doesn't say what it is",
        "%s has no %s%s.".formatted(checked, field, hint(checked.object())),
        "Add '%s'. Every object needs apiVersion, kind and metadata.name.".formatted(field));
  }

  /** The object's own keys, to find it by. */
  private static String hint(ApiObject object) {
    return object.name().isEmpty() || object.kind().isEmpty()
        ? "; its fields are: " + String.join(", ", object.tree().keySet())
        : "";
  }

  static Diagnostic nameGenerated(Checked checked) {
    return Diagnostic.user(
        "KUBERNETES-NAME-GENERATED",
        "An object leaves its name to the server",
        checked
            + " has metadata.generateName and no metadata.name. Slipway finds an object again by"
            + " its name; with a name that the server makes up, every run would make another one.",
        "Give it a metadata.name instead.");
  }

  static Diagnostic name(Checked checked, String path, String rule) {
    return Diagnostic.user(
        "KUBERNETES-NAME-INVALID",
        "A name is not allowed",
        "%s: %s %s.".formatted(checked, path, rule),
        "Change %s. If a chart makes the name, its values nameOverride or fullnameOverride, or a"
                .formatted(path)
            + " shorter release name, change it.");
  }

  static Diagnostic label(Checked checked, String path, String value) {
    return labels(
        "%s: the value of %s is '%s'. A label's value has at most 63 letters, digits, '-', '_' and '.',"
                .formatted(checked, path, value)
            + " with a letter or digit at both ends.");
  }

  static Diagnostic labelKey(Checked checked, String path, String key) {
    return labels(
        "%s: %s has the key '%s'. A key has at most 63 letters, digits, '-', '_' and '.', with a letter"
                .formatted(checked, path, key)
            + " or digit at both ends; a DNS name and '/' may stand before it.");
  }

  private static Diagnostic labels(String detail) {
    return Diagnostic.user(
        "KUBERNETES-LABEL-INVALID",
        "A label or annotation is not allowed",
        detail,
        "Change it; what doesn't fit into a label may be the value of an annotation.");
  }

  static Diagnostic unknown(Checked checked, String path, String name, Collection<String> known) {
    return Diagnostic.user(
        "KUBERNETES-FIELD-UNKNOWN",
        "An object has a field that its kind doesn't have",
        "%s: %s has no field '%s'."
            .formatted(checked, path.isEmpty() ? checked.object().kind() : path, name),
        suggestion(name, known, "fields"));
  }

  private static String suggestion(String given, Collection<String> known, String what) {
    return Nearest.to(given, known)
        .map(name -> "Did you mean '" + name + "'?")
        .orElseGet(
            () ->
                known.isEmpty()
                    ? "Remove it: there are no " + what + " here."
                    : "Remove it, or use one of the %s here: %s."
                        .formatted(what, String.join(", ", known.stream().sorted().toList())));
  }

  static Diagnostic missing(Checked checked, String path) {
    return Diagnostic.user(
        "KUBERNETES-FIELD-MISSING",
        "An object lacks a field that its kind needs",
        "%s has no %s.".formatted(checked, path),
        "Add '%s'.".formatted(path));
  }

  static Diagnostic type(
      Checked checked, String path, Schemas.Type wanted, Object value, boolean later) {
    String is = later ? "a text that is known only later stands there" : "it is " + word(value);
    String quotes =
        wanted == Schemas.Type.STRING && !(value instanceof Map) && !(value instanceof List)
            ? "Put the value into quotes."
            : "Give %s %s; mind quotes and indentation.".formatted(path, word(wanted));
    return Diagnostic.user(
        "KUBERNETES-FIELD-TYPE",
        "A field holds a value of the wrong type",
        "%s: %s must be %s, and %s.".formatted(checked, path, word(wanted), is),
        later ? "Only texts can be filled in later: give this field a known value." : quotes);
  }

  private static String word(Schemas.Type type) {
    return switch (type) {
      case OBJECT -> "a map";
      case LIST -> "a list";
      case STRING -> "a text";
      case INTEGER -> "a whole number";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case INTEGER_OR_STRING -> "a whole number or a text";
      case QUANTITY -> "a quantity such as 500m or 2Gi";
      case ANY -> "anything";
    };
  }

  private static String word(Object value) {
    return switch (value) {
      case Map<?, ?> _ -> "a map";
      case List<?> _ -> "a list";
      case String _ -> "a text";
      case Boolean bool -> "the truth value " + bool;
      case Long _ -> "a whole number";
      default -> "a number";
    };
  }

  static Diagnostic quantity(Checked checked, String path, String text) {
    return Diagnostic.user(
        "KUBERNETES-FIELD-VALUE",
        "A field holds a value that is not allowed",
        "%s: %s is '%s', which is no quantity.".formatted(checked, path, text),
        "Write a number with one of the units m, k, M, G, T, Ki, Mi, Gi, Ti, for example 500m or"
            + " 2Gi.");
  }

  static Diagnostic value(Checked checked, String path, String text, List<String> values) {
    return Diagnostic.user(
        "KUBERNETES-FIELD-VALUE",
        "A field holds a value that is not allowed",
        "%s: %s is '%s'.".formatted(checked, path, text),
        Nearest.to(text, values).map(name -> "Did you mean '" + name + "'? ").orElse("")
            + "Allowed are: "
            + String.join(", ", values)
            + ".");
  }

  static Diagnostic listTwice(Checked checked, String place, String what) {
    return Diagnostic.user(
        "KUBERNETES-LIST-TWICE",
        "A list holds the same item twice",
        "%s: %s has the same %s as an item before it.".formatted(checked, place, what),
        "Remove one of them; the server can't tell which one is meant.");
  }

  static Diagnostic scope(Checked checked, boolean namespaced) {
    String kind = checked.object().kind();
    return Diagnostic.user(
        "KUBERNETES-SCOPE",
        "An object's namespace doesn't fit its kind",
        namespaced
            ? "%s has no namespace, and objects of the kind %s live in one."
                .formatted(checked, kind)
            : "%s has a namespace, and objects of the kind %s belong to the cluster as a whole."
                .formatted(checked, kind),
        namespaced ? "Add 'metadata.namespace'." : "Remove 'metadata.namespace'.");
  }

  static Diagnostic twice(Checked checked) {
    return Diagnostic.user(
        "KUBERNETES-OBJECT-TWICE",
        "The stack has the same object twice",
        checked + " is wanted twice, and the cluster can hold it only once.",
        "Remove one of the two, or give one another name or namespace.");
  }
}
