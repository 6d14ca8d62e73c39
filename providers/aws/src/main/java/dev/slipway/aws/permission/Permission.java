package dev.slipway.aws.permission;

import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.resource.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A permission that the handler of a resource type needs. Which resources and conditions an action
 * knows is from the Service Authorization Reference
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/).
 *
 * @param verb when it is needed
 * @param sid what a policy calls it: letters and digits, unique
 * @param actions the operations that the handler calls
 * @param implied further actions: those that AWS asks for besides when those are called, for
 *     example the setting of tags, and those that are called at times only
 * @param arns what it is about, for a resource of the stack; empty if that doesn't need it
 * @param condition on tags, where the service knows it
 */
public record Permission(
    Verb verb,
    String sid,
    List<String> actions,
    List<String> implied,
    BiFunction<Resource<?>, Place, List<String>> arns,
    BiFunction<Resource<?>, Place, Optional<Condition>> condition) {
  public Permission {
    Objects.requireNonNull(verb, "verb");
    Objects.requireNonNull(sid, "sid");
    actions = List.copyOf(actions);
    implied = List.copyOf(implied);
    Objects.requireNonNull(arns, "arns");
    Objects.requireNonNull(condition, "condition");
  }

  /**
   * That a condition key has a value.
   *
   * @param key for example {@code aws:ResourceTag/slipway.dev/owner}
   */
  public record Condition(String key, String value) {}

  /** A permission on what can't be told apart, such as lists. */
  static Permission everywhere(Verb verb, String sid, String... actions) {
    return on((_, _) -> List.of("*"), verb, sid, actions);
  }

  /** A permission on some resources. */
  static Permission on(
      BiFunction<Resource<?>, Place, List<String>> arns, Verb verb, String sid, String... actions) {
    return new Permission(verb, sid, List.of(actions), List.of(), arns, (_, _) -> Optional.empty());
  }

  /** The same with actions that AWS asks for besides. */
  Permission with(String... besides) {
    return new Permission(verb, sid, actions, List.of(besides), arns, condition);
  }

  /** The same for resources that carry the stack's mark only. */
  Permission ifOwn() {
    return when((_, place) -> new Condition("aws:ResourceTag/" + Tags.OWNER, place.owner()));
  }

  /** The same for requests that give the resource the stack's mark. */
  Permission ifMarked() {
    return when((_, place) -> new Condition("aws:RequestTag/" + Tags.OWNER, place.owner()));
  }

  /** The same under a condition. */
  Permission when(BiFunction<Resource<?>, Place, Condition> wanted) {
    return new Permission(
        verb,
        sid,
        actions,
        implied,
        arns,
        (resource, place) -> Optional.of(wanted.apply(resource, place)));
  }
}
