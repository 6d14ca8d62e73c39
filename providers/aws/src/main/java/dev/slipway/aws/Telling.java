package dev.slipway.aws;

import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.provider.Waiting;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.retry.Pause;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A handler whose refusals are told as the engine wants them, so that the handler itself can leave
 * the SDK's exceptions alone.
 */
record Telling<S extends Spec, O extends Observed>(ResourceHandler<S, O> handler)
    implements ResourceHandler<S, O> {
  @Override
  public String type() {
    return handler.type();
  }

  @Override
  public Class<S> specType() {
    return handler.specType();
  }

  @Override
  public Optional<O> read(Subject<S> subject, Call call) {
    return Refusals.told(() -> handler.read(subject, call));
  }

  @Override
  public Map<ResourceId, O> readAll(List<Subject<S>> subjects, Call call) {
    return Refusals.told(() -> handler.readAll(subjects, call));
  }

  @Override
  public Diff diff(S desired, O observed) {
    return handler.diff(desired, observed);
  }

  @Override
  public Diff drift(S last, O observed) {
    return handler.drift(last, observed);
  }

  @Override
  public O create(ResourceId id, S spec, Call call) {
    return Refusals.told(() -> handler.create(id, spec, call));
  }

  @Override
  public O update(ResourceId id, S spec, O observed, Call call) {
    return Refusals.told(() -> handler.update(id, spec, observed, call));
  }

  @Override
  public void delete(Subject<S> subject, O observed, Call call) {
    Refusals.told(
        () -> {
          handler.delete(subject, observed, call);
          return observed;
        });
  }

  @Override
  public Optional<O> readDeleted(Subject<S> subject, Call call) {
    return Refusals.told(() -> handler.readDeleted(subject, call));
  }

  @Override
  public void failed(ResourceId id, S spec, O observed, Call call) {
    Refusals.told(
        () -> {
          handler.failed(id, spec, observed, call);
          return observed;
        });
  }

  @Override
  public Status status(O observed) {
    return handler.status(observed);
  }

  @Override
  public Attributes predict(S spec) {
    return handler.predict(spec);
  }

  @Override
  public Attributes stable(S desired, O observed, Diff diff) {
    return handler.stable(desired, observed, diff);
  }

  @Override
  public Waiting waiting() {
    return handler.waiting();
  }

  @Override
  public Pause pause(O observed, Call call, Pause usual) {
    return handler.pause(observed, call, usual);
  }
}
