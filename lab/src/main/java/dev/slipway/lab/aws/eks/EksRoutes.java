package dev.slipway.lab.aws.eks;

import dev.slipway.lab.aws.RestRoute;
import java.util.List;

/**
 * Where EKS has its operations.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/APIReference/API_Operations.html">EKS's
 *     operations</a>
 */
public final class EksRoutes {
  /** Those that the lab answers. */
  public static final List<RestRoute> ALL =
      RestRoute.parse(
          """
          POST /clusters CreateCluster
          GET /clusters ListClusters
          GET /clusters/{name} DescribeCluster
          DELETE /clusters/{name} DeleteCluster
          POST /clusters/{name}/update-config UpdateClusterConfig
          POST /clusters/{name}/updates UpdateClusterVersion
          GET /clusters/{name}/updates ListUpdates
          GET /clusters/{name}/updates/{updateId} DescribeUpdate
          GET /cluster-versions DescribeClusterVersions
          POST /clusters/{name}/node-groups CreateNodegroup
          GET /clusters/{name}/node-groups ListNodegroups
          GET /clusters/{name}/node-groups/{nodegroupName} DescribeNodegroup
          DELETE /clusters/{name}/node-groups/{nodegroupName} DeleteNodegroup
          POST /clusters/{name}/node-groups/{nodegroupName}/update-config UpdateNodegroupConfig
          POST /clusters/{name}/node-groups/{nodegroupName}/update-version UpdateNodegroupVersion
          GET /addons/supported-versions DescribeAddonVersions
          POST /clusters/{name}/addons CreateAddon
          GET /clusters/{name}/addons ListAddons
          GET /clusters/{name}/addons/{addonName} DescribeAddon
          DELETE /clusters/{name}/addons/{addonName} DeleteAddon
          POST /clusters/{name}/addons/{addonName}/update UpdateAddon
          POST /clusters/{name}/access-entries CreateAccessEntry
          GET /clusters/{name}/access-entries ListAccessEntries
          GET /clusters/{name}/access-entries/{principalArn} DescribeAccessEntry
          POST /clusters/{name}/access-entries/{principalArn} UpdateAccessEntry
          DELETE /clusters/{name}/access-entries/{principalArn} DeleteAccessEntry
          POST /clusters/{name}/access-entries/{principalArn}/access-policies AssociateAccessPolicy
          GET /clusters/{name}/access-entries/{principalArn}/access-policies ListAssociatedAccessPolicies
          DELETE /clusters/{name}/access-entries/{principalArn}/access-policies/{policyArn} DisassociateAccessPolicy
          POST /clusters/{name}/pod-identity-associations CreatePodIdentityAssociation
          GET /clusters/{name}/pod-identity-associations ListPodIdentityAssociations
          GET /clusters/{name}/pod-identity-associations/{associationId} DescribePodIdentityAssociation
          POST /clusters/{name}/pod-identity-associations/{associationId} UpdatePodIdentityAssociation
          DELETE /clusters/{name}/pod-identity-associations/{associationId} DeletePodIdentityAssociation
          POST /clusters/{name}/identity-provider-configs/associate AssociateIdentityProviderConfig
          POST /clusters/{name}/identity-provider-configs/describe DescribeIdentityProviderConfig
          POST /clusters/{name}/identity-provider-configs/disassociate DisassociateIdentityProviderConfig
          GET /clusters/{name}/identity-provider-configs ListIdentityProviderConfigs
          GET /tags/{resourceArn} ListTagsForResource
          POST /tags/{resourceArn} TagResource
          DELETE /tags/{resourceArn} UntagResource
          """);

  private EksRoutes() {}
}
