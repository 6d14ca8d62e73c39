package dev.slipway.aws;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.account.AccountSpec;
import dev.slipway.aws.acm.validation.ValidationSpec;
import dev.slipway.aws.autoscaling.ForeignGroup;
import dev.slipway.aws.autoscaling.limits.LimitsSpec;
import dev.slipway.aws.eks.ClusterOfEach;
import dev.slipway.aws.permission.CallRecorder;
import dev.slipway.aws.permission.CallRecorder.Made;
import dev.slipway.aws.permission.Permission;
import dev.slipway.aws.permission.Permissions;
import dev.slipway.aws.permission.Verb;
import dev.slipway.aws.rds.Databases;
import dev.slipway.aws.rds.instance.InstanceSpec;
import dev.slipway.aws.remains.ClusterRemainsSpec;
import dev.slipway.aws.remains.Planted;
import dev.slipway.engine.provider.Provider.Work;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsFront;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.Ec2Client;

@ExtendWith(AwsLab.class)
class PermissionsTest {
  /** Moto has no such operation, and none that would make it necessary. */
  private static final String NOT_ON_MOTO = "iam:AddClientIDToOpenIDConnectProvider";

  /** Which verbs a policy must have allowed for a handler's method. */
  private static final Map<String, Set<Verb>> ALLOWED =
      Map.of(
          "read", Set.of(Verb.READ),
          "readAll", Set.of(Verb.READ),
          "readDeleted", Set.of(Verb.READ, Verb.DELETE),
          "create", Set.of(Verb.READ, Verb.CREATE, Verb.UPDATE),
          "update", Set.of(Verb.READ, Verb.UPDATE),
          "delete", Set.of(Verb.READ, Verb.DELETE));

  /** What types don't need: some make nothing, some change nothing. */
  private static final Map<String, Set<Verb>> NOT_NEEDED =
      Map.of(
          AccountSpec.TYPE, EnumSet.allOf(Verb.class),
          ClusterRemainsSpec.TYPE, EnumSet.of(Verb.READ, Verb.CREATE, Verb.UPDATE),
          LimitsSpec.TYPE, EnumSet.of(Verb.CREATE),
          ValidationSpec.TYPE, EnumSet.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE));

  @Test
  void whatHandlersCallIsDeclaredAndWhatIsDeclaredIsCalled(Moto moto, AwsFront front) {
    liveThrough(moto);
    liveThroughNetwork(moto);
    liveThroughStorage(moto);
    liveThroughRemains(moto);
    liveThroughCluster(front);
    liveThroughDatabases(moto);
    liveThroughLimits(moto);
    try (AwsStack stack = new AwsStack(moto)) {
      List<String> wrong = new ArrayList<>();
      for (ResourceHandler<?, ?> telling : new AwsProvider(stack.clients()).handlers()) {
        ResourceHandler<?, ?> handler = telling instanceof Telling<?, ?>(var told) ? told : telling;
        List<Made> made =
            CallRecorder.made().stream()
                .filter(call -> call.handler().equals(handler.getClass().getName()))
                .toList();
        undeclared(handler.type(), made).forEach(call -> wrong.add("not declared: " + call));
        unused(handler.type(), made)
            .forEach(action -> wrong.add(handler.type() + " never calls " + action));
      }
      assertThat(wrong).isEmpty();
    }
  }

  private static void liveThrough(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      assertThat(stack.up(OneOfEach.of(stack, "one"))).isClean();
      assertThat(stack.up(OneOfEach.of(stack, "two"))).isClean();
      String profile = stack.owner() + "-other";
      stack.clients().iam().createInstanceProfile(request -> request.instanceProfileName(profile));
      stack
          .clients()
          .iam()
          .addRoleToInstanceProfile(
              request -> request.instanceProfileName(profile).roleName(stack.owner() + "-b"));
      assertThat(stack.down()).isClean();
      stack.clients().iam().deleteInstanceProfile(request -> request.instanceProfileName(profile));
    }
  }

  private static void liveThroughNetwork(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Ec2Client ec2 = stack.clients().ec2();
      String vpc = ec2.createVpc(request -> request.cidrBlock("10.8.0.0/16")).vpc().vpcId();
      String foreign =
          ec2.createSubnet(request -> request.vpcId(vpc).cidrBlock("10.8.0.0/24"))
              .subnet()
              .subnetId();
      assertThat(stack.up(NetworkOfEach.of(stack, foreign, "one"))).isClean();
      assertThat(stack.up(NetworkOfEach.of(stack, foreign, "two"))).isClean();
      assertThat(stack.down()).isClean();
    }
  }

  private static void liveThroughStorage(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      assertThat(stack.up(StorageOfEach.of(stack, "one"))).isClean();
      assertThat(stack.up(StorageOfEach.of(stack, "two"))).isClean();
      StorageOfEach.fill(stack);
      assertThat(stack.down()).isClean();
    }
  }

  private static void liveThroughRemains(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      assertThat(stack.up(Planted.wanted(stack.owner()))).isClean();
      Planted.plant(stack, stack.owner());
      assertThat(stack.down()).isClean();
    }
  }

  private static void liveThroughCluster(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      ClusterOfEach cluster = new ClusterOfEach(stack);
      assertThat(stack.up(cluster.of("one"))).isClean();
      assertThat(stack.up(cluster.of("two"))).isClean();
      assertThat(stack.down()).isClean();
    }
  }

  /** The subnet group's subnets are changed last: moto forgets a group that is changed. */
  private static void liveThroughDatabases(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.vault().put("mlflow", "correct-horse-1");
      Resource<?>[] all =
          Databases.with(
              Databases.group(stack, "a", "b"),
              Databases.postgres(stack, "db.t4g.micro", 20, new InstanceSpec.Safety(false, false)));
      assertThat(stack.up(all)).isClean();
      for (ResourceId id : List.of(Databases.GROUP, Databases.INSTANCE)) {
        String arn = stack.attributes(id).text("arn").orElseThrow();
        stack
            .clients()
            .rds()
            .removeTagsFromResource(request -> request.resourceName(arn).tagKeys("team"));
      }
      assertThat(stack.up(all)).isClean();
      assertThat(stack.up(Databases.with())).isClean();
      assertThat(stack.up(Databases.with(Databases.group(stack, "a", "b")))).isClean();
      assertThat(stack.up(Databases.with(Databases.group(stack, "a")))).isClean();
      stack.down();
    }
  }

  private static void liveThroughLimits(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String group = ForeignGroup.make(stack);
      assertThat(
              stack.up(
                  Resource.of(
                      new ResourceId(LimitsSpec.TYPE, "nodes"),
                      new LimitsSpec(Value.of(group), 2, 3, 2))))
          .isClean();
      assertThat(stack.down()).isClean();
      ForeignGroup.remove(stack, group);
    }
  }

  /** Calls that a policy of the declared permissions would not allow. */
  private static List<Made> undeclared(String type, List<Made> made) {
    return made.stream()
        .filter(
            call ->
                Permissions.of(type).stream()
                    .filter(permission -> ALLOWED.get(call.method()).contains(permission.verb()))
                    .noneMatch(
                        permission ->
                            permission.actions().contains(call.action())
                                || permission.implied().contains(call.action())))
        .toList();
  }

  private static Set<String> unused(String type, List<Made> made) {
    Set<String> unused =
        Permissions.of(type).stream()
            .map(Permission::actions)
            .flatMap(List::stream)
            .collect(Collectors.toCollection(TreeSet::new));
    made.forEach(call -> unused.remove(call.action()));
    unused.remove(NOT_ON_MOTO);
    return unused;
  }

  @Test
  void policyNamesWhatTheStackHasAndDayTwoMakesNothing(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      AwsProvider provider = new AwsProvider(stack.clients());
      List<Resource<?>> wanted = List.of(OneOfEach.of(stack, "one"));

      String lifetime = provider.permissions(wanted, Work.LIFETIME, stack.call()).orElseThrow();
      assertThat(lifetime)
          .contains(
              "\"Sid\" : \"CreateVpcs\"",
              "\"aws:RequestTag/slipway.dev/owner\" : [ \"" + stack.owner() + "\" ]",
              "\"arn:aws:iam::123456789012:role/" + stack.owner() + "\"",
              "\"arn:aws:ec2:eu-central-1:123456789012:vpc/*\"",
              "iam:PassRole")
          .doesNotContain("rds:");

      String dayTwo = provider.permissions(wanted, Work.DAY_TWO, stack.call()).orElseThrow();
      assertThat(dayTwo)
          .contains("\"Sid\" : \"UpdateRoles\"")
          .doesNotContain("iam:CreateRole", "ec2:DeleteVpc", "ec2:CreateVpc");
      assertThat(provider.permissions(List.of(), Work.LIFETIME, stack.call())).isEmpty();
    }
  }

  @Test
  void everyTypeHasItsPermissionsForEverythingThatIsDoneWithIt(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      for (ResourceHandler<?, ?> handler : new AwsProvider(stack.clients()).handlers()) {
        Set<Verb> wanted = EnumSet.allOf(Verb.class);
        wanted.removeAll(NOT_NEEDED.getOrDefault(handler.type(), Set.of()));
        assertThat(Permissions.of(handler.type()).stream().map(Permission::verb))
            .as(handler.type())
            .containsAll(wanted);
      }
    }
  }

  @Test
  void everyPermissionHasANameOfItsOwn(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      List<String> sids =
          new AwsProvider(stack.clients())
              .handlers().stream()
                  .flatMap(handler -> Permissions.of(handler.type()).stream())
                  .distinct()
                  .map(Permission::sid)
                  .toList();

      assertThat(sids).doesNotHaveDuplicates().allMatch(sid -> sid.matches("[A-Za-z0-9]+"));
    }
  }

  @Test
  void whatClustersLeftIsRemovedByTheTagsOfEachOfThem(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      List<Resource<?>> wanted =
          List.of(
              Resource.of(
                  new ResourceId(ClusterRemainsSpec.TYPE, "a"), new ClusterRemainsSpec("north")),
              Resource.of(
                  new ResourceId(ClusterRemainsSpec.TYPE, "b"), new ClusterRemainsSpec("south")));

      assertThat(
              new AwsProvider(stack.clients())
                  .permissions(wanted, Work.LIFETIME, stack.call())
                  .orElseThrow())
          .contains(
              "tag:GetResources",
              "\"Sid\" : \"DeleteWhatIsLeftOfCluster\"",
              "\"aws:ResourceTag/kubernetes.io/cluster/north\" : [ \"owned\" ]",
              "\"Sid\" : \"DeleteWhatIsLeftOfCluster2\"",
              "\"aws:ResourceTag/elbv2.k8s.aws/cluster\" : [ \"south\" ]",
              ":log-group:/aws/eks/south/*");
    }
  }
}
