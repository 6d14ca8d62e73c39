package dev.slipway.aws.autoscaling.limits;

import dev.slipway.aws.access.Clients;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Tag;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** Sets limits on Auto Scaling groups that others have made. */
public final class LimitsHandler implements ResourceHandler<LimitsSpec, LimitsObserved> {
  /** Most groups in one call. */
  private static final int AT_ONCE = 100;

  private final Clients clients;

  public LimitsHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return LimitsSpec.TYPE;
  }

  @Override
  public Class<LimitsSpec> specType() {
    return LimitsSpec.class;
  }

  @Override
  public Optional<LimitsObserved> read(Subject<LimitsSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  /** What nobody has set limits on counts as not there yet. */
  @Override
  public Map<ResourceId, LimitsObserved> readAll(List<Subject<LimitsSpec>> subjects, Call call) {
    SequencedSet<String> names = new LinkedHashSet<>();
    subjects.forEach(subject -> names.addAll(candidates(subject)));
    Map<String, AutoScalingGroup> groups = groups(List.copyOf(names));
    Map<ResourceId, LimitsObserved> found = new LinkedHashMap<>();
    for (Subject<LimitsSpec> subject : subjects) {
      List<String> candidates = candidates(subject);
      candidates.stream()
          .flatMap(name -> Optional.ofNullable(groups.get(name)).stream())
          .flatMap(group -> observed(group, subject.id(), call).stream())
          .filter(
              seen ->
                  seen.ownership() == Ownership.OURS || seen.group().equals(candidates.getLast()))
          .findFirst()
          .ifPresent(seen -> found.put(subject.id(), seen));
    }
    return found;
  }

  private static List<String> candidates(Subject<LimitsSpec> subject) {
    List<String> names = new ArrayList<>();
    subject.last().flatMap(last -> last.text("group")).ifPresent(names::add);
    subject.spec().flatMap(spec -> spec.group().known()).ifPresent(names::add);
    return names;
  }

  private Map<String, AutoScalingGroup> groups(List<String> names) {
    Map<String, AutoScalingGroup> groups = new HashMap<>();
    for (int from = 0; from < names.size(); from += AT_ONCE) {
      List<String> some = names.subList(from, Math.min(from + AT_ONCE, names.size()));
      autoScaling()
          .describeAutoScalingGroupsPaginator(request -> request.autoScalingGroupNames(some))
          .autoScalingGroups()
          .forEach(group -> groups.put(group.autoScalingGroupName(), group));
    }
    return groups;
  }

  private static Optional<LimitsObserved> observed(
      AutoScalingGroup group, ResourceId id, Call call) {
    return group.tags().stream()
        .filter(tag -> tag.key().equals(Memo.TAG))
        .map(TagDescription::value)
        .findFirst()
        .flatMap(Memo::parse)
        .map(
            memo ->
                new LimitsObserved(
                    group.autoScalingGroupName(),
                    now(group),
                    memo,
                    memo.owner().equals(call.owner()) && memo.resource().equals(id.toString())
                        ? Ownership.OURS
                        : Ownership.FOREIGN));
  }

  private static Memo.Limits now(AutoScalingGroup group) {
    return new Memo.Limits(group.minSize(), group.maxSize(), group.desiredCapacity());
  }

  @Override
  public Diff diff(LimitsSpec desired, LimitsObserved observed) {
    Diff.Builder diff =
        Diff.builder()
            .immutable("group", observed.group(), desired.group())
            .field("min", observed.now().min(), desired.min())
            .field("max", observed.now().max(), desired.max());
    if (!observed.memo().set()) {
      diff.field("begun", true, false);
    }
    return diff.build();
  }

  /** What the limits were is written down before they are changed. */
  @Override
  public LimitsObserved create(ResourceId id, LimitsSpec spec, Call call) {
    String name = spec.group().get();
    AutoScalingGroup group =
        Optional.ofNullable(groups(List.of(name)).get(name)).orElseThrow(() -> absent(id, name));
    LimitsObserved observed =
        observed(group, id, call)
            .filter(seen -> seen.ownership() == Ownership.OURS)
            .orElseGet(
                () ->
                    new LimitsObserved(
                        name,
                        now(group),
                        new Memo(false, now(group), call.owner(), id.toString()),
                        Ownership.OURS));
    note(name, observed.memo());
    return update(id, spec, observed, call);
  }

  @Override
  public LimitsObserved update(ResourceId id, LimitsSpec spec, LimitsObserved observed, Call call) {
    boolean first = !observed.memo().set();
    autoScaling()
        .updateAutoScalingGroup(
            request -> {
              request
                  .autoScalingGroupName(observed.group())
                  .minSize(spec.min())
                  .maxSize(spec.max());
              if (first) {
                request.desiredCapacity(spec.desired());
              }
            });
    if (first) {
      note(observed.group(), observed.memo().done());
    }
    int desired =
        first ? spec.desired() : Math.clamp(observed.now().desired(), spec.min(), spec.max());
    return new LimitsObserved(
        observed.group(),
        new Memo.Limits(spec.min(), spec.max(), desired),
        observed.memo().done(),
        Ownership.OURS);
  }

  private void note(String group, Memo memo) {
    autoScaling()
        .createOrUpdateTags(
            request ->
                request.tags(tag(group).value(memo.text()).propagateAtLaunch(false).build()));
  }

  private static Tag.Builder tag(String group) {
    return Tag.builder().resourceId(group).resourceType("auto-scaling-group").key(Memo.TAG);
  }

  @Override
  public void delete(Subject<LimitsSpec> subject, LimitsObserved observed, Call call) {
    Memo.Limits before = observed.memo().before();
    autoScaling()
        .updateAutoScalingGroup(
            request ->
                request
                    .autoScalingGroupName(observed.group())
                    .minSize(before.min())
                    .maxSize(before.max())
                    .desiredCapacity(before.desired()));
    autoScaling().deleteTags(request -> request.tags(tag(observed.group()).build()));
  }

  @Override
  public Status status(LimitsObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(LimitsSpec spec) {
    return spec.group().known().map(group -> Attributes.of("group", group)).orElse(Attributes.NONE);
  }

  private static ProviderException absent(ResourceId id, String group) {
    return ProviderException.refused(
        Diagnostic.environment(
            "AWS-NO-SCALING-GROUP",
            "An Auto Scaling group does not exist",
            "%s sets the limits of the Auto Scaling group '%s', which isn't there."
                .formatted(id, group),
            "See whether the node group that it belongs to was removed behind Slipway's back, then"
                + " run the same command again."));
  }

  private AutoScalingClient autoScaling() {
    return clients.autoScaling();
  }
}
