package dev.slipway.aws.iam.policy;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.iam.IamTags;
import dev.slipway.aws.iam.document.PolicyJson;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.mark.Named;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Policy;

/** Makes managed policies. */
public final class PolicyHandler implements ResourceHandler<PolicySpec, PolicyObserved> {
  /** How many versions a policy can have. */
  private static final int VERSIONS = 5;

  private final Clients clients;

  public PolicyHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return PolicySpec.TYPE;
  }

  @Override
  public Class<PolicySpec> specType() {
    return PolicySpec.class;
  }

  /** One that was seen before is asked for by its ARN; the name alone takes a list to find it. */
  @Override
  public Optional<PolicyObserved> read(Subject<PolicySpec> subject, Call call) {
    Optional<PolicyObserved> known =
        subject
            .last()
            .flatMap(last -> last.text("arn"))
            .flatMap(arn -> new Policies(iam()).one(arn, subject.id(), call))
            .filter(found -> found.ownership() == Ownership.OURS);
    return known.isPresent()
        ? known
        : Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, PolicyObserved> readAll(List<Subject<PolicySpec>> subjects, Call call) {
    Set<String> names = Named.candidates(subjects, PolicySpec::name);
    return Named.pick(subjects, PolicySpec::name, new Policies(iam()).listed(names, call)::find);
  }

  /** What has the ARN that was deleted: a list of the whole account would tell nothing more. */
  @Override
  public Optional<PolicyObserved> readDeleted(Subject<PolicySpec> subject, Call call) {
    Optional<String> arn = subject.last().flatMap(last -> last.text("arn"));
    return arn.isPresent()
        ? new Policies(iam()).one(arn.get(), subject.id(), call)
        : read(subject, call);
  }

  @Override
  public Diff diff(PolicySpec desired, PolicyObserved observed) {
    Diff.Builder diff = Diff.builder().immutable("name", observed.name(), desired.name());
    if (!PolicyJson.same(observed.document(), desired.document().tree())) {
      diff.field("document", observed.document(), desired.document().tree());
    }
    return diff.field("tags", observed.tags().seen(desired.tags()), desired.tags()).build();
  }

  @Override
  public PolicyObserved create(ResourceId id, PolicySpec spec, Call call) {
    PolicyObserved made =
        Refusals.make(
            () -> made(id, spec, call),
            () -> read(new Subject<>(id, Optional.of(spec), Optional.empty()), call),
            "EntityAlreadyExists");
    return update(id, spec, made, call);
  }

  private PolicyObserved made(ResourceId id, PolicySpec spec, Call call) {
    Policy policy =
        iam()
            .createPolicy(
                request ->
                    request
                        .policyName(spec.name())
                        .policyDocument(PolicyJson.write(spec.document().tree()))
                        .tags(IamTags.list(Tags.of(id, spec.tags(), call))))
            .policy();
    return new PolicyObserved(
        policy.arn(),
        spec.name(),
        spec.document().tree(),
        List.of(),
        Marked.made(id, spec.tags(), call));
  }

  @Override
  public PolicyObserved update(ResourceId id, PolicySpec spec, PolicyObserved observed, Call call) {
    Map<String, Object> document = spec.document().tree();
    if (!PolicyJson.same(observed.document(), document)) {
      List<String> old = new ArrayList<>(observed.others());
      while (old.size() + 1 >= VERSIONS) {
        deleteVersion(observed.arn(), old.removeFirst());
      }
      iam()
          .createPolicyVersion(
              request ->
                  request
                      .policyArn(observed.arn())
                      .policyDocument(PolicyJson.write(document))
                      .setAsDefault(true));
    }
    Map<String, String> missing = observed.tags().missing(spec.tags());
    if (!missing.isEmpty()) {
      iam().tagPolicy(request -> request.policyArn(observed.arn()).tags(IamTags.list(missing)));
    }
    return new PolicyObserved(
        observed.arn(),
        observed.name(),
        document,
        observed.others(),
        observed.tags().with(spec.tags()));
  }

  /** A policy that is still attached is refused, which passes when its roles are gone. */
  @Override
  public void delete(Subject<PolicySpec> subject, PolicyObserved observed, Call call) {
    observed.others().forEach(version -> deleteVersion(observed.arn(), version));
    Refusals.unlessGone(
        () -> iam().deletePolicy(request -> request.policyArn(observed.arn())), Policies.ABSENT);
  }

  private void deleteVersion(String arn, String version) {
    Refusals.unlessGone(
        () -> iam().deletePolicyVersion(request -> request.policyArn(arn).versionId(version)),
        Policies.ABSENT);
  }

  @Override
  public Status status(PolicyObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(PolicySpec spec) {
    return Attributes.of("name", spec.name());
  }

  private IamClient iam() {
    return clients.iam();
  }
}
