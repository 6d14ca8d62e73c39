package dev.slipway.aws.logs.group;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.mark.Named;
import dev.slipway.aws.mark.TagIndex;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** Makes log groups. */
public final class LogGroupHandler implements ResourceHandler<LogGroupSpec, LogGroupObserved> {
  private static final String ABSENT = "ResourceNotFoundException";

  /** So many are asked for their tags one by one. */
  private static final int FEW = 1;

  private final Clients clients;

  public LogGroupHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return LogGroupSpec.TYPE;
  }

  @Override
  public Class<LogGroupSpec> specType() {
    return LogGroupSpec.class;
  }

  @Override
  public Optional<LogGroupObserved> read(Subject<LogGroupSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, LogGroupObserved> readAll(
      List<Subject<LogGroupSpec>> subjects, Call call) {
    Map<String, LogGroup> groups =
        new LogGroups(logs()).named(Named.candidates(subjects, LogGroupSpec::name));
    TagIndex index = groups.size() <= FEW ? TagIndex.EMPTY : TagIndex.of("logs", clients, call);
    Map<ResourceId, Map<String, String>> wanted = new HashMap<>();
    subjects.forEach(
        subject ->
            wanted.put(subject.id(), subject.spec().map(LogGroupSpec::tags).orElse(Map.of())));
    return Named.pick(
        subjects,
        LogGroupSpec::name,
        (id, name) ->
            Optional.ofNullable(groups.get(name))
                .flatMap(
                    group ->
                        Refusals.find(
                            () -> observed(group, id, wanted.get(id), index, call), ABSENT)));
  }

  private LogGroupObserved observed(
      LogGroup group, ResourceId id, Map<String, String> wanted, TagIndex index, Call call) {
    String arn = group.arn().replaceFirst(":\\*$", "");
    return new LogGroupObserved(
        arn,
        group.logGroupName(),
        Optional.ofNullable(group.retentionInDays()),
        index.tags(
            arn,
            id,
            wanted,
            call,
            () -> logs().listTagsForResource(request -> request.resourceArn(arn)).tags()));
  }

  @Override
  public Diff diff(LogGroupSpec desired, LogGroupObserved observed) {
    return Diff.builder()
        .immutable("name", observed.name(), desired.name())
        .field("retentionDays", observed.retentionDays(), desired.retentionDays())
        .field("tags", observed.tags().seen(desired.tags()), desired.tags())
        .build();
  }

  @Override
  public LogGroupObserved create(ResourceId id, LogGroupSpec spec, Call call) {
    LogGroupObserved made =
        Refusals.make(
            () -> made(id, spec, call),
            () -> read(new Subject<>(id, Optional.of(spec), Optional.empty()), call),
            "ResourceAlreadyExistsException");
    return update(id, spec, made, call);
  }

  /** The answer to its making says nothing of it, so it is read. */
  private LogGroupObserved made(ResourceId id, LogGroupSpec spec, Call call) {
    logs()
        .createLogGroup(
            request -> request.logGroupName(spec.name()).tags(Tags.of(id, spec.tags(), call)));
    LogGroup group =
        Optional.ofNullable(new LogGroups(logs()).named(Set.of(spec.name())).get(spec.name()))
            .orElseThrow(() -> Refusals.notListed("the log group " + spec.name()));
    return new LogGroupObserved(
        group.arn().replaceFirst(":\\*$", ""),
        spec.name(),
        Optional.empty(),
        Marked.made(id, spec.tags(), call));
  }

  @Override
  public LogGroupObserved update(
      ResourceId id, LogGroupSpec spec, LogGroupObserved observed, Call call) {
    String name = observed.name();
    if (!observed.retentionDays().equals(spec.retentionDays())) {
      if (spec.retentionDays().isPresent()) {
        logs()
            .putRetentionPolicy(
                request -> request.logGroupName(name).retentionInDays(spec.retentionDays().get()));
      } else {
        logs().deleteRetentionPolicy(request -> request.logGroupName(name));
      }
    }
    Map<String, String> missing = observed.tags().missing(spec.tags());
    if (!missing.isEmpty()) {
      logs().tagResource(request -> request.resourceArn(observed.arn()).tags(missing));
    }
    return new LogGroupObserved(
        observed.arn(), name, spec.retentionDays(), observed.tags().with(spec.tags()));
  }

  @Override
  public void delete(Subject<LogGroupSpec> subject, LogGroupObserved observed, Call call) {
    Refusals.unlessGone(
        () -> logs().deleteLogGroup(request -> request.logGroupName(observed.name())), ABSENT);
  }

  @Override
  public Status status(LogGroupObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(LogGroupSpec spec) {
    return Attributes.of("name", spec.name());
  }

  private CloudWatchLogsClient logs() {
    return clients.logs();
  }
}
