package dev.slipway.aws.rds;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.network.subnet.SubnetSpec;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.aws.rds.instance.InstanceSpec;
import dev.slipway.aws.rds.subnetgroup.SubnetGroupSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Specs of databases and of what they need. */
public final class Databases {
  public static final ResourceId GROUP = new ResourceId(SubnetGroupSpec.TYPE, "data");
  public static final ResourceId INSTANCE = new ResourceId(InstanceSpec.TYPE, "mlflow");

  private static final ResourceId VPC = new ResourceId(VpcSpec.TYPE, "network");

  private Databases() {}

  /** A network with two subnets, and some more. */
  public static Resource<?>[] with(Resource<?>... more) {
    return Stream.concat(
            Stream.of(
                Resource.of(VPC, new VpcSpec("10.4.0.0/16", Map.of())),
                subnet("a", "10.4.0.0/20"),
                subnet("b", "10.4.16.0/20")),
            Stream.of(more))
        .toArray(Resource<?>[]::new);
  }

  private static Resource<SubnetSpec> subnet(String zone, String cidr) {
    return Resource.of(
        new ResourceId(SubnetSpec.TYPE, zone),
        new SubnetSpec(Value.ref(VPC, "id"), cidr, AwsStack.REGION.id() + zone, false, Map.of()));
  }

  /** A subnet group of those of the subnets that are named. */
  public static Resource<SubnetGroupSpec> group(AwsStack stack, String... zones) {
    return Resource.of(
        GROUP,
        new SubnetGroupSpec(
            stack.owner(),
            "data",
            Stream.of(zones)
                .map(zone -> Value.<String>ref(new ResourceId(SubnetSpec.TYPE, zone), "id"))
                .toList(),
            Map.of("team", "search")));
  }

  /** A PostgreSQL with a password of the stack's vault. */
  public static Resource<InstanceSpec> postgres(
      AwsStack stack, String size, int storage, InstanceSpec.Safety removal) {
    return Resource.of(
        INSTANCE,
        new InstanceSpec(
            stack.owner(),
            "postgres",
            "16",
            size,
            storage,
            true,
            Optional.of("mlflow"),
            "keeper",
            stack.vault().find("mlflow").orElseThrow(),
            new InstanceSpec.Network(Value.ref(GROUP, "name"), List.of(Value.of("sg-1")), false),
            removal,
            Map.of("team", "search")));
  }
}
