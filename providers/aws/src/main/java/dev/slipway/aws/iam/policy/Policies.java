package dev.slipway.aws.iam.policy;

import dev.slipway.aws.iam.IamTags;
import dev.slipway.aws.iam.document.PolicyJson;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.ResourceId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** Looks managed policies up: one by its ARN, many by a list of the whole account. */
record Policies(IamClient iam) {
  static final String ABSENT = "NoSuchEntity";

  /** What a list tells of a policy: everything but its tags. */
  private record Listed(String arn, List<PolicyVersion> versions) {}

  /** What has a name, for a stack that looks for its own. */
  interface Finder {
    Optional<PolicyObserved> find(ResourceId id, String name);
  }

  /** Lists those that have one of some names. */
  Finder listed(Set<String> names, Call call) {
    Map<String, Listed> found = new HashMap<>();
    iam
        .getAccountAuthorizationDetailsPaginator(
            request -> request.filter(EntityType.LOCAL_MANAGED_POLICY))
        .stream()
        .flatMap(page -> page.policies().stream())
        .filter(policy -> names.contains(name(policy.arn())))
        .forEach(
            policy ->
                found.put(
                    name(policy.arn()), new Listed(policy.arn(), policy.policyVersionList())));
    return (id, name) ->
        Optional.ofNullable(found.get(name)).flatMap(listed -> tagged(listed, id, call));
  }

  private Optional<PolicyObserved> tagged(Listed listed, ResourceId id, Call call) {
    return Refusals.find(
        () ->
            observed(
                listed.arn(),
                listed.versions(),
                Marked.of(
                    IamTags.map(
                        iam
                            .listPolicyTagsPaginator(request -> request.policyArn(listed.arn()))
                            .stream()
                            .flatMap(page -> page.tags().stream())
                            .toList()),
                    id,
                    call)),
        ABSENT);
  }

  /** Asks for one. */
  Optional<PolicyObserved> one(String arn, ResourceId id, Call call) {
    return Refusals.find(
        () -> {
          Policy policy = iam.getPolicy(request -> request.policyArn(arn)).policy();
          List<PolicyVersion> versions =
              iam.listPolicyVersionsPaginator(request -> request.policyArn(arn)).stream()
                  .flatMap(page -> page.versions().stream())
                  .map(version -> version.isDefaultVersion() ? document(arn, version) : version)
                  .toList();
          return observed(arn, versions, Marked.of(IamTags.map(policy.tags()), id, call));
        },
        ABSENT);
  }

  private PolicyVersion document(String arn, PolicyVersion version) {
    return iam.getPolicyVersion(request -> request.policyArn(arn).versionId(version.versionId()))
        .policyVersion();
  }

  private static PolicyObserved observed(String arn, List<PolicyVersion> versions, Marked tags) {
    return new PolicyObserved(
        arn,
        name(arn),
        versions.stream()
            .filter(PolicyVersion::isDefaultVersion)
            .findFirst()
            .map(version -> PolicyJson.read(version.document()))
            .orElse(Map.of()),
        versions.stream()
            .filter(version -> !version.isDefaultVersion())
            .sorted(Comparator.comparing(PolicyVersion::createDate))
            .map(PolicyVersion::versionId)
            .toList(),
        tags);
  }

  private static String name(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
