package dev.slipway.aws.eks;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.eks.cluster.ClusterSpec;
import dev.slipway.aws.eks.cluster.EndpointAccess;
import dev.slipway.aws.eks.cluster.UpgradePolicy;
import dev.slipway.aws.network.subnet.SubnetSpec;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.iam.model.Role;

/** A network and a role on which the tests' clusters stand. */
public final class EksGround {
  public static final ResourceId CLUSTER = new ResourceId(ClusterSpec.TYPE, "main");

  private static final ResourceId VPC = new ResourceId(VpcSpec.TYPE, "network");

  private final String name = "harbour-" + UUID.randomUUID().toString().substring(0, 8);
  private final String role;

  /** Makes the role beside the stack. */
  public EksGround(AwsStack stack) {
    this.role = role(stack, name).arn();
  }

  /** The cluster's name. */
  public String name() {
    return name;
  }

  /** The ARN of a role that EKS can take on. */
  public String role() {
    return role;
  }

  /** The subnets' ids, once they are made. */
  public static List<Value<String>> subnets() {
    return List.of(Value.ref(subnet("a"), "id"), Value.ref(subnet("b"), "id"));
  }

  /** The cluster's name, as what belongs to it refers to it. */
  public static Value<String> cluster() {
    return Value.ref(CLUSTER, "name");
  }

  /** A cluster with nothing special. */
  public ClusterSpec spec() {
    return spec("1.32", new EndpointAccess(true, true, List.of()), List.of("api", "audit"));
  }

  public ClusterSpec spec(String version, EndpointAccess access, List<String> logs) {
    return new ClusterSpec(
        name,
        version,
        Value.of(role),
        subnets(),
        List.of(),
        access,
        logs,
        false,
        Optional.empty(),
        UpgradePolicy.STANDARD,
        Map.of("team", "search"));
  }

  /** The network, a cluster and what else there should be. */
  public Resource<?>[] with(ClusterSpec cluster, Resource<?>... others) {
    List<Resource<?>> all = new ArrayList<>();
    all.add(Resource.of(VPC, new VpcSpec("10.1.0.0/16", Map.of())));
    all.add(subnet("a", "10.1.0.0/20"));
    all.add(subnet("b", "10.1.16.0/20"));
    all.add(Resource.of(CLUSTER, cluster));
    all.addAll(List.of(others));
    return all.toArray(new Resource<?>[0]);
  }

  /** Makes a role. */
  public static Role role(AwsStack stack, String name) {
    return stack
        .clients()
        .iam()
        .createRole(request -> request.roleName(name).assumeRolePolicyDocument("{}"))
        .role();
  }

  private static Resource<SubnetSpec> subnet(String letter, String cidr) {
    return Resource.of(
        subnet(letter),
        new SubnetSpec(Value.ref(VPC, "id"), cidr, AwsStack.REGION.id() + letter, false, Map.of()));
  }

  private static ResourceId subnet(String letter) {
    return new ResourceId(SubnetSpec.TYPE, letter);
  }
}
