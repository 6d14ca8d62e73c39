package dev.slipway.lab.aws.eks;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Finds who answers for an operation. */
final class EksOperations {
  private final EksAsk ask;

  EksOperations(EksModel model, String region, Map<String, String> parameters, JsonNode given) {
    this.ask = new EksAsk(model, region, parameters, given);
  }

  JsonNode answer(String operation) {
    return switch (operation) {
      case "CreateCluster" -> new ClusterMaking(ask).create();
      case "ListClusters" -> new ClusterOperations(ask).list();
      case "DescribeCluster" -> new ClusterOperations(ask).describe();
      case "DeleteCluster" -> new ClusterOperations(ask).delete();
      case "UpdateClusterConfig" -> new ClusterUpdates(ask).config();
      case "UpdateClusterVersion" -> new ClusterUpdates(ask).version();
      case "ListUpdates" -> new ClusterUpdates(ask).list();
      case "DescribeUpdate" -> new ClusterUpdates(ask).describe();
      case "DescribeClusterVersions" -> EksCatalog.describeClusterVersions(ask.parameters());
      case "CreateNodegroup" -> new NodeGroupMaking(ask).create();
      case "ListNodegroups" -> new NodeGroupOperations(ask).list();
      case "DescribeNodegroup" -> new NodeGroupOperations(ask).describe();
      case "DeleteNodegroup" -> new NodeGroupOperations(ask).delete();
      case "UpdateNodegroupConfig" -> new NodeGroupOperations(ask).updateConfig();
      case "UpdateNodegroupVersion" -> new NodeGroupOperations(ask).updateVersion();
      case "DescribeAddonVersions" -> EksCatalog.describeAddonVersions(ask.parameters());
      case "CreateAddon" -> new AddonOperations(ask).create();
      case "ListAddons" -> new AddonOperations(ask).list();
      case "DescribeAddon" -> new AddonOperations(ask).describe();
      case "DeleteAddon" -> new AddonOperations(ask).delete();
      case "UpdateAddon" -> new AddonOperations(ask).update();
      case "CreateAccessEntry" -> new AccessOperations(ask).create();
      case "ListAccessEntries" -> new AccessOperations(ask).list();
      case "DescribeAccessEntry" -> new AccessOperations(ask).describe();
      case "UpdateAccessEntry" -> new AccessOperations(ask).update();
      case "DeleteAccessEntry" -> new AccessOperations(ask).delete();
      case "AssociateAccessPolicy" -> new AccessOperations(ask).associate();
      case "ListAssociatedAccessPolicies" -> new AccessOperations(ask).policies();
      case "DisassociateAccessPolicy" -> new AccessOperations(ask).disassociate();
      case "CreatePodIdentityAssociation" -> new PodIdentityOperations(ask).create();
      case "ListPodIdentityAssociations" -> new PodIdentityOperations(ask).list();
      case "DescribePodIdentityAssociation" -> new PodIdentityOperations(ask).describe();
      case "UpdatePodIdentityAssociation" -> new PodIdentityOperations(ask).update();
      case "DeletePodIdentityAssociation" -> new PodIdentityOperations(ask).delete();
      case "AssociateIdentityProviderConfig" -> new IdentityProviderOperations(ask).associate();
      case "ListIdentityProviderConfigs" -> new IdentityProviderOperations(ask).list();
      case "DescribeIdentityProviderConfig" -> new IdentityProviderOperations(ask).describe();
      case "DisassociateIdentityProviderConfig" ->
          new IdentityProviderOperations(ask).disassociate();
      case "ListTagsForResource" -> new TagOperations(ask).list();
      case "TagResource" -> new TagOperations(ask).tag();
      case "UntagResource" -> new TagOperations(ask).untag();
      default -> throw EksRefusal.notNow("the lab's EKS doesn't know " + operation);
    };
  }
}
