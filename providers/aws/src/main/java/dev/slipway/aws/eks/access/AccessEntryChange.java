package dev.slipway.aws.eks.access;

import dev.slipway.aws.mark.Tags;
import java.util.Map;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.AccessScopeType;

/**
 * Changes an access entry.
 *
 * @param observed what is there
 */
record AccessEntryChange(EksClient eks, AccessEntryObserved observed) {
  /** Makes what is there into what is wanted; what is right is left alone. */
  void make(AccessEntrySpec spec) {
    if (!observed.groups().equals(spec.groups())) {
      eks.updateAccessEntry(
          request ->
              request
                  .clusterName(observed.cluster())
                  .principalArn(observed.principalArn())
                  .kubernetesGroups(spec.groups()));
    }
    for (AccessPolicy policy : spec.policies()) {
      if (!observed.policies().contains(policy)) {
        associate(policy);
      }
    }
    for (AccessPolicy policy : observed.policies()) {
      if (spec.policies().stream().noneMatch(wanted -> wanted.arn().equals(policy.arn()))) {
        disassociate(policy);
      }
    }
    Map<String, String> missing = Tags.missing(spec.tags(), observed.tags());
    if (!missing.isEmpty()) {
      eks.tagResource(request -> request.resourceArn(observed.arn()).tags(missing));
    }
  }

  private void associate(AccessPolicy policy) {
    eks.associateAccessPolicy(
        request ->
            request
                .clusterName(observed.cluster())
                .principalArn(observed.principalArn())
                .policyArn(policy.arn())
                .accessScope(
                    scope ->
                        scope
                            .type(
                                policy.namespaces().isEmpty()
                                    ? AccessScopeType.CLUSTER
                                    : AccessScopeType.NAMESPACE)
                            .namespaces(policy.namespaces())));
  }

  private void disassociate(AccessPolicy policy) {
    eks.disassociateAccessPolicy(
        request ->
            request
                .clusterName(observed.cluster())
                .principalArn(observed.principalArn())
                .policyArn(policy.arn()));
  }
}
