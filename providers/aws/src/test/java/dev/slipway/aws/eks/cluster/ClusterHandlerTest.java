package dev.slipway.aws.eks.cluster;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.eks.EksGround;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.event.Event;
import dev.slipway.lab.aws.AwsFault;
import dev.slipway.lab.aws.AwsFront;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.eks.EksIssue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.eks.model.AuthenticationMode;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.VpcConfigRequest;

@ExtendWith(AwsLab.class)
class ClusterHandlerTest {
  private static final EndpointAccess OPEN = new EndpointAccess(true, true, List.of());

  @Test
  void makesItAfterItsNetworkWaitsUntilItIsActiveAndFindsNothingToChange(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      front.eks().looks(3);
      assertThat(stack.plan(ground.with(ground.spec())))
          .creates("aws.subnet/a")
          .before("aws.eks-cluster/main");
      assertThat(stack.up(ground.with(ground.spec()))).isClean();

      Cluster made = describe(stack, ground);
      assertThat(made.tags())
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.eks-cluster/main")
          .containsEntry("team", "search");
      assertThat(made.accessConfig().authenticationMode()).isEqualTo(AuthenticationMode.API);
      assertThat(made.accessConfig().bootstrapClusterCreatorAdminPermissions()).isFalse();
      assertThat(stack.attributes(EksGround.CLUSTER).values())
          .containsEntry("name", ground.name())
          .containsEntry("arn", made.arn())
          .containsEntry("endpoint", made.endpoint())
          .containsEntry("oidcIssuer", made.identity().oidc().issuer())
          .containsEntry("clusterSecurityGroup", made.resourcesVpcConfig().clusterSecurityGroupId())
          .containsEntry("version", "1.32")
          .containsEntry("status", "ACTIVE")
          .containsKeys("certificateAuthority", "vpc");
      assertThat(reasons(stack)).anyMatch(reason -> reason.contains("makes the control plane"));
      assertThat(stack.plan(ground.with(ground.spec()))).changesNothing();

      assertThat(stack.down()).isClean();
      assertThat(stack.clients().eks().listClusters().clusters()).isEmpty();
    }
  }

  @Test
  void changesVersionLogsAndEndpointInPlaceOneUpdateAfterTheOther(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      stack.up(ground.with(ground.spec()));
      ClusterSpec other =
          ground.spec("1.33", new EndpointAccess(true, true, List.of("192.0.2.0/24")), List.of());

      assertThat(stack.plan(ground.with(other)))
          .updates("aws.eks-cluster/main")
          .changing("version", "endpointAccess", "logs");
      assertThat(stack.up(ground.with(other))).isClean();

      Cluster made = describe(stack, ground);
      assertThat(made.version()).isEqualTo("1.33");
      assertThat(made.resourcesVpcConfig().publicAccessCidrs()).containsExactly("192.0.2.0/24");
      assertThat(stack.plan(ground.with(other))).changesNothing();
      stack.down();
    }
  }

  @Test
  void canBeClosedToTheInternetAndOpenedAgain(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      List<String> office = List.of("192.0.2.0/24");
      List<String> logs = List.of("api");
      ClusterSpec open = ground.spec("1.32", new EndpointAccess(true, true, office), logs);
      ClusterSpec closed = ground.spec("1.32", new EndpointAccess(false, true, office), logs);
      stack.up(ground.with(open));

      assertThat(stack.up(ground.with(closed))).isClean();
      assertThat(describe(stack, ground).resourcesVpcConfig().endpointPublicAccess()).isFalse();
      assertThat(stack.plan(ground.with(closed))).changesNothing();
      assertThat(stack.up(ground.with(open))).isClean();
      assertThat(stack.plan(ground.with(open))).changesNothing();
      stack.down();
    }
  }

  @Test
  void anUpdateThatEksCannotMakeIsToldAsSuchAndMadeNextTime(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      stack.up(ground.with(ground.spec()));
      ClusterSpec other = ground.spec("1.33", OPEN, List.of("api", "audit"));
      front.eks().failNextUpdate(new EksIssue("IpNotAvailable", "no free address", List.of()));

      assertThat(stack.up(ground.with(other)))
          .failedWith("AWS-EKS-UPDATE-FAILED")
          .tells("the version of cluster '" + ground.name(), "IpNotAvailable: no free address");
      assertThat(stack.up(ground.with(other))).isClean();
      assertThat(describe(stack, ground).version()).isEqualTo("1.33");
      stack.down();
    }
  }

  @Test
  void anUpdateOfOthersThatGoesOnIsWaitedFor(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      stack.up(ground.with(ground.spec()));
      front.eks().looks(2);
      stack
          .clients()
          .eks()
          .updateClusterConfig(
              request ->
                  request
                      .name(ground.name())
                      .resourcesVpcConfig(
                          VpcConfigRequest.builder().endpointPrivateAccess(false).build()));

      assertThat(stack.up(ground.with(ground.spec("1.33", OPEN, List.of("api", "audit")))))
          .isClean();
      assertThat(describe(stack, ground).version()).isEqualTo("1.33");
      stack.down();
    }
  }

  @Test
  void aVersionThatIsSkippedOrALowerOneIsRefusedWhenPlanned(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      stack.up(ground.with(ground.spec()));

      for (String version : List.of("1.34", "1.31", "newest")) {
        assertThatThrownBy(
                () -> stack.plan(ground.with(ground.spec(version, OPEN, List.of("api", "audit")))))
            .isInstanceOfSatisfying(
                DiagnosticException.class,
                problem -> {
                  assertThat(problem.first().code()).isEqualTo("AWS-EKS-VERSION-STEP");
                  assertThat(problem.first().detail()).contains("1.32", version);
                });
      }
      stack.down();
    }
  }

  @Test
  void aClusterOfTheNameThatIsNotOursIsRefused(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint());
        AwsStack other = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      stack.up(ground.with(ground.spec()));

      assertThatThrownBy(() -> other.plan(ground.with(ground.spec())))
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              problem ->
                  assertThat(problem.first().detail())
                      .contains("aws.eks-cluster/main", stack.owner()));
      stack.down();
    }
  }

  @Test
  void aRoleThatIsNotKnownYetIsWaitedFor(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      front.faults(
          2,
          request -> request.is("eks", "CreateCluster"),
          new AwsFault.Refused(
              400,
              "InvalidParameterException",
              "Role with arn: x, could not be assumed because it does not exist or the trusted"
                  + " entity is not correct"));

      assertThat(stack.up(ground.with(ground.spec()))).isClean();
      assertThat(front.count("eks", "CreateCluster")).isEqualTo(3);
      stack.down();
    }
  }

  @Test
  void whatWasMadeWithoutAnAnswerIsFoundAndNotMadeAgain(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      front.faults(1, request -> request.is("eks", "CreateCluster"), AwsFault.UNANSWERED);

      assertThat(stack.up(ground.with(ground.spec()))).isClean();
      assertThat(front.count("eks", "CreateCluster")).isEqualTo(1);
      stack.down();
    }
  }

  @Test
  void eachClusterHasAnIssuerOfItsOwn(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint());
        AwsStack other = new AwsStack(front.endpoint())) {
      EksGround first = new EksGround(stack);
      EksGround second = new EksGround(other);
      stack.up(first.with(first.spec()));
      other.up(second.with(second.spec()));

      assertThat(stack.attributes(EksGround.CLUSTER).text("oidcIssuer"))
          .isNotEqualTo(other.attributes(EksGround.CLUSTER).text("oidcIssuer"));
      stack.down();
      other.down();
    }
  }

  private static Cluster describe(AwsStack stack, EksGround ground) {
    return stack.clients().eks().describeCluster(request -> request.name(ground.name())).cluster();
  }

  private static List<String> reasons(AwsStack stack) {
    return stack.events().stream()
        .filter(Event.StepWaiting.class::isInstance)
        .map(event -> ((Event.StepWaiting) event).reason())
        .toList();
  }
}
