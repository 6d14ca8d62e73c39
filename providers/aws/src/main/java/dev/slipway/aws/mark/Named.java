package dev.slipway.aws.mark;

import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds resources whose names are unique in the account, so that only one can have a name. */
public final class Named {
  private Named() {}

  /**
   * The names under which a resource may be found: the one that it had last, then the one that its
   * spec gives it.
   *
   * @param name what the spec says
   */
  public static <S extends Spec> SequencedSet<String> candidates(
      Subject<S> subject, Function<S, String> name) {
    SequencedSet<String> names = new LinkedHashSet<>();
    subject.last().flatMap(last -> last.text("name")).ifPresent(names::add);
    subject.spec().map(name).ifPresent(names::add);
    return names;
  }

  /** All names under which some resources may be found. */
  public static <S extends Spec> SequencedSet<String> candidates(
      List<Subject<S>> subjects, Function<S, String> name) {
    return subjects.stream()
        .flatMap(subject -> candidates(subject, name).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Looks each up by its names. What somebody else has under a former name of ours is no concern of
   * ours.
   *
   * @param find what has a name
   */
  public static <S extends Spec, O extends Observed> Map<ResourceId, O> pick(
      List<Subject<S>> subjects,
      Function<S, String> name,
      BiFunction<ResourceId, String, Optional<O>> find) {
    Map<ResourceId, O> picked = new LinkedHashMap<>();
    for (Subject<S> subject : subjects) {
      SequencedSet<String> names = candidates(subject, name);
      for (String candidate : names) {
        Optional<O> found = find.apply(subject.id(), candidate);
        if (found.isPresent()
            && (found.get().ownership() == Ownership.OURS || candidate.equals(names.getLast()))) {
          picked.put(subject.id(), found.get());
          break;
        }
      }
    }
    return picked;
  }
}
