package dev.slipway.lab.cloud;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Manages the things of one kind, as seen from one machine. */
final class ThingHandler implements ResourceHandler<ThingSpec, Thing> {
  private final Kind kind;
  private final SimulatedCloud cloud;
  private final Line line;

  ThingHandler(Kind kind, SimulatedCloud cloud, Line line) {
    this.kind = kind;
    this.cloud = cloud;
    this.line = line;
  }

  @Override
  public String type() {
    return kind.type();
  }

  @Override
  public Class<ThingSpec> specType() {
    return ThingSpec.class;
  }

  @Override
  public Optional<Thing> read(Subject<ThingSpec> subject, Call call) {
    return line.call(Operation.READ, subject.id(), () -> cloud.look(subject.id(), call.owner()));
  }

  @Override
  public Map<ResourceId, Thing> readAll(List<Subject<ThingSpec>> subjects, Call call) {
    return line.call(
        Operation.LIST,
        subjects.getFirst().id(),
        () -> {
          Map<ResourceId, Thing> found = new LinkedHashMap<>();
          for (Subject<ThingSpec> subject : subjects) {
            cloud
                .look(subject.id(), call.owner())
                .ifPresent(thing -> found.put(subject.id(), thing));
          }
          return found;
        });
  }

  @Override
  public Diff diff(ThingSpec desired, Thing observed) {
    ThingSpec before = observed.spec();
    Diff.Builder diff = Diff.builder().field("size", before.size(), desired.size());
    if (kind == Kind.FIXED) {
      diff.immutable("zone", before.zone(), desired.zone());
    } else {
      diff.field("zone", before.zone(), desired.zone());
    }
    return diff.field("needs", before.needs(), desired.needs())
        .field("looks", before.looks(), desired.looks())
        .build();
  }

  @Override
  public Thing create(ResourceId id, ThingSpec spec, Call call) {
    return line.call(Operation.CREATE, id, () -> cloud.make(id, spec, call.owner(), call.token()));
  }

  @Override
  public Thing update(ResourceId id, ThingSpec spec, Thing observed, Call call) {
    return line.call(Operation.UPDATE, id, () -> cloud.change(id, spec, call.owner()));
  }

  @Override
  public void delete(Subject<ThingSpec> subject, Thing observed, Call call) {
    line.call(
        Operation.DELETE,
        subject.id(),
        () -> {
          cloud.remove(subject.id(), call.owner());
          return subject;
        });
  }

  @Override
  public Status status(Thing observed) {
    if (observed.terminating()) {
      return new Status.Terminating(observed.looksLeft() + " looks left");
    }
    return observed.looksLeft() > 0
        ? Status.inProgress(observed.looksLeft() + " looks left")
        : Status.CURRENT;
  }

  @Override
  public Attributes predict(ThingSpec spec) {
    return Attributes.of("zone", spec.zone().known().orElse(null), "size", spec.size());
  }

  /** The cloud's id and what isn't changed. */
  @Override
  public Attributes stable(ThingSpec desired, Thing observed, Diff diff) {
    Attributes stable = observed.attributes();
    for (FieldChange field : diff.fields()) {
      stable = stable.without(field.path());
    }
    return stable;
  }
}
