package dev.slipway.aws.iam.role;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.iam.IamTags;
import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.aws.iam.document.PolicyJson;
import dev.slipway.aws.iam.document.Statement;
import dev.slipway.aws.iam.document.Trust;
import dev.slipway.aws.iam.policy.PolicySpec;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

@ExtendWith(AwsLab.class)
class RoleHandlerTest {
  private static final String EKS = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy";
  private static final String LOGS = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy";
  private static final Trust CLUSTER = Trust.Service.of("eks.amazonaws.com");
  private static final ResourceId ROLE = new ResourceId(RoleSpec.TYPE, "cluster");
  private static final ResourceId POLICY = new ResourceId(PolicySpec.TYPE, "own");

  @Test
  void isMadeWithItsPoliciesAndNothingIsToChangeAfterwards(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String name = stack.owner() + "-cluster";
      Resource<PolicySpec> own = policy(name);
      Resource<RoleSpec> role =
          Resource.of(
              ROLE,
              new RoleSpec(
                  name,
                  Trust.Service.pods(),
                  List.of(Value.of(EKS), Value.ref(POLICY, "arn")),
                  Map.of("queue", PolicyDocument.of(Statement.allow("sqs:SendMessage"))),
                  Map.of("team", "search")));
      assertThat(stack.plan(own, role))
          .creates("aws.iam-policy/own")
          .before("aws.iam-role/cluster");
      assertThat(stack.up(own, role)).isClean();

      assertThat(stack.attributes(ROLE).text("arn"))
          .hasValueSatisfying(arn -> assertThat(arn).endsWith("role/" + name));
      assertThat(IamTags.map(iam(stack).getRole(request -> request.roleName(name)).role().tags()))
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.iam-role/cluster")
          .containsEntry("team", "search");
      assertThat(attached(stack, name))
          .containsExactlyInAnyOrder(EKS, stack.attributes(POLICY).text("arn").orElseThrow());
      assertThat(stack.plan(own, role)).changesNothing();

      assertThat(stack.down()).isClean();
      assertGone(stack, name);
    }
  }

  @Test
  void changesTrustPoliciesAndInlinePoliciesInPlace(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String name = stack.owner() + "-cluster";
      stack.up(Resource.of(ROLE, RoleSpec.of(name, CLUSTER, List.of(Value.of(EKS)))));
      Resource<RoleSpec> changed =
          Resource.of(
              ROLE,
              new RoleSpec(
                  name,
                  Trust.Service.pods(),
                  List.of(Value.of(LOGS)),
                  Map.of("queue", PolicyDocument.of(Statement.allow("sqs:SendMessage"))),
                  Map.of("team", "search")));

      assertThat(stack.plan(changed))
          .updates("aws.iam-role/cluster")
          .changing("trust", "policies", "inline", "tags");
      assertThat(stack.up(changed)).isClean();

      assertThat(attached(stack, name)).containsExactly(LOGS);
      assertThat(stack.plan(changed)).changesNothing();
      stack.down();
    }
  }

  @Test
  void takesAwayWhatOthersGaveIt(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String name = stack.owner() + "-cluster";
      Resource<RoleSpec> role =
          Resource.of(ROLE, RoleSpec.of(name, CLUSTER, List.of(Value.of(EKS))));
      stack.up(role);
      giveMore(stack, name);

      assertThat(stack.plan(role)).updates("aws.iam-role/cluster").changing("policies", "inline");
      assertThat(stack.up(role)).isClean();

      assertThat(attached(stack, name)).containsExactly(EKS);
      assertThat(stack.plan(role)).changesNothing();
      stack.down();
    }
  }

  @Test
  void isRemovedWithWhatOthersGaveIt(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String name = stack.owner() + "-cluster";
      stack.up(Resource.of(ROLE, RoleSpec.of(name, CLUSTER, List.of(Value.of(EKS)))));
      giveMore(stack, name);
      iam(stack).createInstanceProfile(request -> request.instanceProfileName(name));
      iam(stack)
          .addRoleToInstanceProfile(request -> request.instanceProfileName(name).roleName(name));

      assertThat(stack.down()).isClean();
      assertGone(stack, name);
      iam(stack).deleteInstanceProfile(request -> request.instanceProfileName(name));
    }
  }

  @Test
  void manyAreLookedUpTogether(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<?>[] roles = new Resource<?>[4];
      for (int i = 0; i < roles.length; i++) {
        roles[i] =
            Resource.of(
                new ResourceId(RoleSpec.TYPE, "r" + i),
                new RoleSpec(
                    stack.owner() + "-" + i,
                    CLUSTER,
                    List.of(Value.of(EKS), Value.of(LOGS)),
                    Map.of("queue", PolicyDocument.of(Statement.allow("sqs:SendMessage"))),
                    Map.of("team", "search")));
      }
      assertThat(stack.up(roles)).isClean();
      assertThat(stack.plan(roles)).changesNothing();
      iam(stack)
          .detachRolePolicy(request -> request.roleName(stack.owner() + "-2").policyArn(LOGS));

      assertThat(stack.plan(roles)).updates("aws.iam-role/r2").changing("policies").acts(1);
      assertThat(stack.down()).isClean();
    }
  }

  @Test
  void aPolicyThatIsNotThereIsToldAfterAskingAgain(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String absent = "arn:aws:iam::" + Moto.ACCOUNT + ":policy/absent";
      String name = stack.owner() + "-cluster";

      assertThat(stack.up(Resource.of(ROLE, RoleSpec.of(name, CLUSTER, List.of(Value.of(absent))))))
          .failedWith("AWS-NOT-YET")
          .tells("Iam AttachRolePolicy", absent);
      assertThat(stack.down()).isClean();
      assertGone(stack, name);
    }
  }

  private static void giveMore(AwsStack stack, String role) {
    iam(stack).attachRolePolicy(request -> request.roleName(role).policyArn(LOGS));
    iam(stack)
        .putRolePolicy(
            request ->
                request
                    .roleName(role)
                    .policyName("theirs")
                    .policyDocument(
                        PolicyJson.write(PolicyDocument.of(Statement.allow("s3:*")).tree())));
  }

  private static Resource<PolicySpec> policy(String name) {
    return Resource.of(
        POLICY,
        new PolicySpec(name, PolicyDocument.of(Statement.allow("s3:ListAllMyBuckets")), Map.of()));
  }

  private static List<String> attached(AwsStack stack, String role) {
    return iam(stack)
        .listAttachedRolePolicies(request -> request.roleName(role))
        .attachedPolicies()
        .stream()
        .map(policy -> policy.policyArn())
        .toList();
  }

  private static void assertGone(AwsStack stack, String role) {
    assertThatExceptionOfType(NoSuchEntityException.class)
        .isThrownBy(() -> iam(stack).getRole(request -> request.roleName(role)));
  }

  private static IamClient iam(AwsStack stack) {
    return stack.clients().iam();
  }
}
