package dev.slipway.kubernetes.schema;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Problems;
import dev.slipway.engine.resource.Resource;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.hook.HookSpec;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what is wrong with objects before any of them is made. */
public final class Validation {
  private Validation() {}

  /**
   * Checks the objects and hooks of a stack; other resources are passed over.
   *
   * @param schemas of the cluster's version; the kinds that definitions among the objects bring are
   *     added here
   * @param live the kinds of the cluster, if it answers; objects of kinds that only it knows are
   *     left to it
   * @return every problem, in the order of the objects
   */
  public static List<Diagnostic> check(
      List<Resource<?>> wanted, Schemas schemas, Optional<Kinds> live) {
    List<Checked> objects = wanted.stream().map(Checked::of).flatMap(Optional::stream).toList();
    List<ApiObject> definitions = new ArrayList<>();
    for (Checked checked : objects) {
      if (Definition.is(checked.object())) {
        definitions.add(checked.object());
      }
    }
    Schemas all = CustomSchemas.with(schemas, definitions);
    KindCheck kinds = new KindCheck(all, definitions, live);
    Problems problems = new Problems();
    Set<ObjectKey> seen = new HashSet<>();
    for (Checked checked : objects) {
      check(checked, kinds, problems);
      if (!checked.hook() && !seen.add(withoutVersion(checked.object().key()))) {
        problems.add(ValidationProblems.twice(checked));
      }
    }
    return problems.all();
  }

  private static void check(Checked checked, KindCheck kinds, Problems problems) {
    boolean named = Naming.check(checked, problems);
    Optional<KindCheck.Known> kind = named ? kinds.find(checked, problems) : Optional.empty();
    Labels.check(checked, problems);
    if (kind.isEmpty()) {
      return;
    }
    kind.get().namespaced().ifPresent(is -> scope(checked, is, problems));
    kind.get().schema().ifPresent(schema -> new FieldCheck(checked, problems).check(schema));
  }

  private static void scope(Checked checked, boolean namespaced, Problems problems) {
    if (namespaced == checked.object().namespace().isEmpty()) {
      problems.add(ValidationProblems.scope(checked, namespaced));
    }
  }

  private static ObjectKey withoutVersion(ObjectKey key) {
    return new ObjectKey(key.group() + "/", key.kind(), key.namespace(), key.name());
  }

  /**
   * An object to be checked.
   *
   * @param hook whether it is made by a hook: several of those may make the same object
   */
  record Checked(ObjectSpec spec, ApiObject object, boolean hook) {
    static Optional<Checked> of(Resource<?> resource) {
      return switch (resource.spec()) {
        case ObjectSpec spec -> Optional.of(new Checked(spec, spec.object(), false));
        case HookSpec hook -> Optional.of(new Checked(hook.object(), hook.object().object(), true));
        default -> Optional.empty();
      };
    }

    /** Whether a text holds a value that is known only later. */
    boolean holed(String text) {
      return spec.holes().keySet().stream().anyMatch(text::contains);
    }

    @Override
    public String toString() {
      String kind = object.kind().isEmpty() ? "An object" : object.kind();
      return object.name().isEmpty()
          ? kind
              + " without a name"
              + object.namespace().map(space -> " in the namespace " + space).orElse("")
          : kind + " " + object.namespace().map(space -> space + "/").orElse("") + object.name();
    }
  }
}
