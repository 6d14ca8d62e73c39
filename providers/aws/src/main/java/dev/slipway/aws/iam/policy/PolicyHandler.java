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
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** Makes managed policies. */
public final class PolicyHandler implements ResourceHandler<PolicySpec, PolicyObserved> {
  private static final String ABSENT = "NoSuchEntity";

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

  @Override
  public Optional<PolicyObserved> read(Subject<PolicySpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  /** The documents of all policies come together; the tags come one policy at a time. */
  @Override
  public Map<ResourceId, PolicyObserved> readAll(List<Subject<PolicySpec>> subjects, Call call) {
    SequencedSet<String> names = Named.candidates(subjects, PolicySpec::name);
    Map<String, ManagedPolicyDetail> found = new HashMap<>();
    iam()
        .getAccountAuthorizationDetailsPaginator(
            request -> request.filter(EntityType.LOCAL_MANAGED_POLICY))
        .stream()
        .flatMap(page -> page.policies().stream())
        .filter(policy -> names.contains(name(policy.arn())))
        .forEach(policy -> found.put(name(policy.arn()), policy));
    return Named.pick(
        subjects,
        PolicySpec::name,
        (id, name) ->
            Optional.ofNullable(found.get(name)).flatMap(policy -> observed(policy, id, call)));
  }

  private static String name(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private Optional<PolicyObserved> observed(ManagedPolicyDetail policy, ResourceId id, Call call) {
    return Refusals.find(
            () ->
                iam().listPolicyTagsPaginator(request -> request.policyArn(policy.arn())).stream()
                    .flatMap(page -> page.tags().stream())
                    .toList(),
            ABSENT)
        .map(
            tags ->
                new PolicyObserved(
                    policy.arn(),
                    name(policy.arn()),
                    policy.policyVersionList().stream()
                        .filter(PolicyVersion::isDefaultVersion)
                        .findFirst()
                        .map(version -> PolicyJson.read(version.document()))
                        .orElse(Map.of()),
                    policy.policyVersionList().stream()
                        .filter(version -> !version.isDefaultVersion())
                        .sorted(Comparator.comparing(PolicyVersion::createDate))
                        .map(PolicyVersion::versionId)
                        .toList(),
                    Marked.of(IamTags.map(tags), id, call)));
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
        () -> iam().deletePolicy(request -> request.policyArn(observed.arn())), ABSENT);
  }

  private void deleteVersion(String arn, String version) {
    Refusals.unlessGone(
        () -> iam().deletePolicyVersion(request -> request.policyArn(arn).versionId(version)),
        ABSENT);
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
