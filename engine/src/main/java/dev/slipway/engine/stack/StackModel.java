package dev.slipway.engine.stack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The shape of a whole stack file, for the systems and targets that there are. */
final class StackModel {
  static final String NAME = "name";
  static final String TARGET = "target";

  /** The keys that aren't systems. */
  static final List<String> OWN_KEYS = List.of(NAME, TARGET);

  private static final Pattern NAME_PATTERN = Pattern.compile("[a-z][a-z0-9-]{0,38}");

  private static final Shape.Group UNNAMED = new Shape.Group(List.of(), List::copyOf, false);

  private StackModel() {}

  /**
   * The group of all keys. Its object is the list of its values: the name, a {@link StackTarget},
   * and for each blueprint an optional {@link StackSystem}.
   *
   * @throws IllegalArgumentException if there is no blueprint or no target, two of the same name,
   *     or one whose configuration can't be bound
   */
  static Shape.Group of(List<Blueprint<?>> blueprints, List<TargetKind<?>> targets) {
    check(blueprints, targets);
    return of(blueprints, targets, _ -> true);
  }

  /**
   * The group of all keys, for a file that names some systems and targets only: what the others
   * hold isn't looked at, since that takes its time.
   *
   * @param named whether the file names a system or target
   */
  static Shape.Group of(
      List<Blueprint<?>> blueprints, List<TargetKind<?>> targets, Predicate<String> named) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        field(
            NAME,
            new Shape.Text(Optional.of(NAME_PATTERN)),
            "Name of the stack: lower-case letters, digits and dashes, starting with a letter, at"
                + " most 39 characters.",
            false,
            "my-stack"));
    fields.add(field(TARGET, choice(targets, named), "Where the stack is launched.", false, ""));
    for (Blueprint<?> blueprint : blueprints) {
      Shape.Group shape = named.test(blueprint.system()) ? system(blueprint) : UNNAMED;
      fields.add(field(blueprint.system(), shape, blueprint.summary(), true, ""));
    }
    return new Shape.Group(fields, List::copyOf, true);
  }

  /**
   * @throws IllegalArgumentException if there is no blueprint or no target, or two of the same name
   */
  static void check(List<Blueprint<?>> blueprints, List<TargetKind<?>> targets) {
    if (blueprints.isEmpty() || targets.isEmpty()) {
      throw new IllegalArgumentException("a stack needs a blueprint and a target");
    }
    checkNames(blueprints.stream().<String>map(Blueprint::system).toList());
    checkNames(targets.stream().<String>map(TargetKind::name).toList());
  }

  /** The shape of one target's configuration; its object is a {@link StackTarget}. */
  private static Shape.Choice choice(List<TargetKind<?>> targets, Predicate<String> named) {
    List<Shape.Variant> variants = new ArrayList<>();
    for (TargetKind<?> target : targets) {
      Shape.Group shape = named.test(target.name()) ? target(target) : UNNAMED;
      variants.add(new Shape.Variant(target.name(), target.summary(), shape));
    }
    return new Shape.Choice(variants, true, StackProblem.UNKNOWN_TARGET);
  }

  private static <T extends Record> Shape.Group target(TargetKind<T> kind) {
    Shape.Group config = Shapes.of(kind.configType());
    return new Shape.Group(
        config.fields(),
        values -> new StackTarget<>(kind, kind.configType().cast(config.maker().make(values))),
        false);
  }

  private static <C extends Record> Shape.Group system(Blueprint<C> blueprint) {
    Shape.Group config = Shapes.of(blueprint.configType());
    return new Shape.Group(
        config.fields(),
        values ->
            new StackSystem<>(
                blueprint,
                blueprint.configType().cast(config.maker().make(values)),
                Optional.empty()),
        false);
  }

  private static Field field(
      String name, Shape shape, String doc, boolean optional, String example) {
    return new Field(name, shape, doc, optional, Optional.empty(), example);
  }

  private static void checkNames(List<String> names) {
    Set<String> seen = new HashSet<>(OWN_KEYS);
    for (String name : names) {
      if (!name.matches("[a-z][a-z0-9-]*") || !seen.add(name)) {
        throw new IllegalArgumentException("a system or target can't be called '" + name + "'");
      }
    }
  }
}
