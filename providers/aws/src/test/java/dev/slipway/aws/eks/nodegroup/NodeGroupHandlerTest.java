package dev.slipway.aws.eks.nodegroup;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.eks.EksGround;
import dev.slipway.aws.eks.cluster.EndpointAccess;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsFault;
import dev.slipway.lab.aws.AwsFront;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.AwsRequest;
import dev.slipway.lab.aws.eks.EksIssue;
import dev.slipway.lab.aws.eks.EksNodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.eks.model.Nodegroup;

@ExtendWith(AwsLab.class)
class NodeGroupHandlerTest {
  private static final ResourceId WORKERS = new ResourceId(NodeGroupSpec.TYPE, "workers");
  private static final Scaling TWO_TO_FOUR = new Scaling(2, 4, 2);

  @Test
  void isMadeAfterItsClusterWithMarkAndFindsNothingToChange(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      List<EksNodes> nodes = new CopyOnWriteArrayList<>();
      front.eks().onNodes(nodes::add);
      Resource<?>[] wanted = wanted(ground, "m6i.large", TWO_TO_FOUR, Map.of("use", "milvus"));
      assertThat(stack.plan(wanted))
          .creates("aws.eks-cluster/main")
          .before("aws.eks-node-group/workers");
      assertThat(stack.up(wanted)).isClean();

      Nodegroup made = describe(stack, ground);
      assertThat(made.tags())
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.eks-node-group/workers");
      assertThat(made.instanceTypes()).containsExactly("m6i.large");
      assertThat(made.labels()).containsEntry("use", "milvus");
      assertThat(stack.attributes(WORKERS).values())
          .containsEntry("cluster", ground.name())
          .containsEntry("arn", made.nodegroupArn())
          .containsEntry("autoScalingGroup", made.resources().autoScalingGroups().getFirst().name())
          .containsEntry("status", "ACTIVE");
      assertThat(nodes).extracting(EksNodes::count).containsExactly(2);
      assertThat(autoScalingGroups(stack, made))
          .singleElement()
          .satisfies(group -> assertThat(group.maxSize()).isEqualTo(4));
      assertThat(stack.plan(wanted)).changesNothing();

      assertThat(stack.down()).isClean();
      assertThat(nodes).extracting(EksNodes::count).containsExactly(2, 0);
      assertThat(autoScalingGroups(stack, made)).isEmpty();
      assertThat(stack.clients().eks().listClusters().clusters()).isEmpty();
    }
  }

  @Test
  void changesSizeLabelsAndTaintsInPlace(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      stack.up(wanted(ground, "m6i.large", TWO_TO_FOUR, Map.of("use", "milvus", "old", "1")));
      Resource<?>[] other =
          wanted(ground, "m6i.large", new Scaling(3, 6, 3), Map.of("use", "search"));

      assertThat(stack.plan(other))
          .updates("aws.eks-node-group/workers")
          .changing("scaling", "labels");
      assertThat(stack.up(other)).isClean();

      Nodegroup made = describe(stack, ground);
      assertThat(made.scalingConfig().minSize()).isEqualTo(3);
      assertThat(made.scalingConfig().desiredSize()).isEqualTo(3);
      assertThat(made.labels()).isEqualTo(Map.of("use", "search"));
      assertThat(stack.plan(other)).changesNothing();
      stack.down();
    }
  }

  @Test
  void whatAnAutoscalerDoesWithinTheLimitsIsNoChange(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      Resource<?>[] wanted = wanted(ground, "m6i.large", TWO_TO_FOUR, Map.of());
      stack.up(wanted);
      stack
          .clients()
          .eks()
          .updateNodegroupConfig(
              request ->
                  request
                      .clusterName(ground.name())
                      .nodegroupName("workers")
                      .scalingConfig(scaling -> scaling.desiredSize(4)));
      describe(stack, ground);
      describe(stack, ground);

      assertThat(stack.plan(wanted)).changesNothing();
      assertThat(stack.up(wanted(ground, "m6i.large", new Scaling(1, 5, 2), Map.of()))).isClean();
      assertThat(describe(stack, ground).scalingConfig().desiredSize()).isEqualTo(4);
      stack.down();
    }
  }

  @Test
  void followsItsClusterToTheNextVersion(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      Resource<?>[] before = wanted(ground, "m6i.large", TWO_TO_FOUR, Map.of());
      stack.up(before);
      NodeGroupSpec spec = (NodeGroupSpec) before[before.length - 1].spec();
      Resource<?>[] after =
          ground.with(
              ground.spec(
                  "1.33", new EndpointAccess(true, true, List.of()), List.of("api", "audit")),
              Resource.of(WORKERS, spec.withVersion("1.33")));

      assertThat(stack.plan(after))
          .updates("aws.eks-cluster/main")
          .before("aws.eks-node-group/workers")
          .updates("aws.eks-node-group/workers")
          .changing("version");
      assertThat(stack.up(after)).isClean();
      assertThat(describe(stack, ground).version()).isEqualTo("1.33");
      assertThat(stack.plan(after)).changesNothing();
      stack.down();
    }
  }

  @Test
  void anotherInstanceTypeReplacesIt(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      stack.up(wanted(ground, "m6i.large", TWO_TO_FOUR, Map.of()));

      assertThat(stack.plan(wanted(ground, "m6i.xlarge", TWO_TO_FOUR, Map.of())))
          .replaces("aws.eks-node-group/workers");
      assertThat(stack.up(wanted(ground, "m6i.xlarge", TWO_TO_FOUR, Map.of()))).isClean();
      assertThat(describe(stack, ground).instanceTypes()).containsExactly("m6i.xlarge");
      stack.down();
    }
  }

  @Test
  void oneThatFailsTellsItsIssuesAndIsMadeAnewWhenTheyAreMended(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      Resource<?>[] wanted = wanted(ground, "m6i.large", TWO_TO_FOUR, Map.of());
      front
          .eks()
          .failNodeGroup(
              "workers",
              new EksIssue(
                  "InsufficientFreeAddresses",
                  "Amazon Autoscaling was unable to launch instances because there are not enough"
                      + " free addresses",
                  List.of("subnet-1", "subnet-2")));

      assertThat(stack.up(wanted))
          .failedWith("APPLY-NOT-CURRENT")
          .tells("InsufficientFreeAddresses", "not enough free addresses", "subnet-1, subnet-2");

      front.eks().mend("workers");
      assertThat(stack.plan(wanted)).replaces("aws.eks-node-group/workers");
      assertThat(stack.up(wanted)).isClean();
      assertThat(stack.down()).isClean();
    }
  }

  @Test
  void oneThatIsDegradedIsNotHealthy(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      Resource<?>[] wanted = wanted(ground, "m6i.large", TWO_TO_FOUR, Map.of());
      stack.up(wanted);
      front
          .eks()
          .failNodeGroup("workers", new EksIssue("AccessDenied", "no rights", List.of("role")));

      assertThat(stack.up(wanted))
          .failedWith("APPLY-NOT-CURRENT")
          .tells("it is degraded: AccessDenied: no rights [role]");
      stack.down();
    }
  }

  @Test
  void isFoundByTheClustersMarkWhenTheJournalIsLost(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint());
        AwsStack other = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      Resource<?>[] wanted = wanted(ground, "m6i.large", TWO_TO_FOUR, Map.of());
      stack.up(wanted);
      NodeGroupHandler handler = new NodeGroupHandler(stack.clients());
      NodeGroupSpec spec = (NodeGroupSpec) wanted[wanted.length - 1].spec();
      Subject<NodeGroupSpec> subject = new Subject<>(WORKERS, Optional.of(spec), Optional.empty());

      assertThat(spec.cluster().known()).isEmpty();
      assertThat(handler.read(subject, stack.call()).orElseThrow().ownership())
          .isEqualTo(Ownership.OURS);
      assertThat(handler.read(subject, other.call())).isEmpty();
      stack.down();
    }
  }

  @Test
  void isMadeAlthoughEveryFifthRequestIsThrottledOrFails(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      Resource<?>[] wanted = wanted(ground, "m6i.large", TWO_TO_FOUR, Map.of());
      var throttled = AwsFault.share(0.2, 5, _ -> true, AwsFault.THROTTLED);
      front.faults(throttled);
      assertThat(stack.up(wanted)).isClean();

      front.faults(AwsFault.share(0.1, 6, AwsRequest::changes, AwsFault.UNANSWERED));
      assertThat(stack.down()).isClean();
      front.reset();
      assertThat(stack.clients().eks().listClusters().clusters()).isEmpty();
    }
  }

  private static Resource<?>[] wanted(
      EksGround ground, String instanceType, Scaling scaling, Map<String, String> labels) {
    NodeGroupSpec spec =
        new NodeGroupSpec(
            EksGround.cluster(),
            "workers",
            Value.of(ground.role()),
            EksGround.subnets(),
            List.of(instanceType),
            CapacityType.ON_DEMAND,
            Optional.of("AL2023_x86_64_STANDARD"),
            Optional.of(50),
            scaling,
            labels,
            List.of(new Taint("only", "milvus", Taint.Effect.NO_SCHEDULE)),
            Optional.empty(),
            1,
            Optional.empty(),
            Map.of());
    return ground.with(ground.spec(), Resource.of(WORKERS, spec));
  }

  private static List<AutoScalingGroup> autoScalingGroups(AwsStack stack, Nodegroup made) {
    return stack
        .clients()
        .autoScaling()
        .describeAutoScalingGroups(
            request ->
                request.autoScalingGroupNames(
                    made.resources().autoScalingGroups().getFirst().name()))
        .autoScalingGroups();
  }

  private static Nodegroup describe(AwsStack stack, EksGround ground) {
    return stack
        .clients()
        .eks()
        .describeNodegroup(request -> request.clusterName(ground.name()).nodegroupName("workers"))
        .nodegroup();
  }
}
