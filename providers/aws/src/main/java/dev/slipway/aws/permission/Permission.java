package dev.slipway.aws.permission;

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
 * @param mark the condition key with the stack's mark, where the service knows it
 */
public record Permission(
    Verb verb,
    String sid,
    List<String> actions,
    List<String> implied,
    BiFunction<Resource<?>, Place, List<String>> arns,
    Optional<String> mark) {
  public Permission {
    Objects.requireNonNull(verb, "verb");
    Objects.requireNonNull(sid, "sid");
    actions = List.copyOf(actions);
    implied = List.copyOf(implied);
    Objects.requireNonNull(arns, "arns");
    Objects.requireNonNull(mark, "mark");
  }

  /** A permission on what can't be told apart, such as lists. */
  static Permission everywhere(Verb verb, String sid, String... actions) {
    return on((_, _) -> List.of("*"), verb, sid, actions);
  }

  /** A permission on some resources. */
  static Permission on(
      BiFunction<Resource<?>, Place, List<String>> arns, Verb verb, String sid, String... actions) {
    return new Permission(verb, sid, List.of(actions), List.of(), arns, Optional.empty());
  }

  /** The same with actions that AWS asks for besides. */
  Permission with(String... besides) {
    return new Permission(verb, sid, actions, List.of(besides), arns, mark);
  }

  /** The same for resources that carry the stack's mark only. */
  Permission ifOwn() {
    return new Permission(
        verb, sid, actions, implied, arns, Optional.of("aws:ResourceTag/slipway.dev/owner"));
  }

  /** The same for requests that give the resource the stack's mark. */
  Permission ifMarked() {
    return new Permission(
        verb, sid, actions, implied, arns, Optional.of("aws:RequestTag/slipway.dev/owner"));
  }
}
