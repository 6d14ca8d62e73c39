package dev.slipway.aws.iam.instanceprofile;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.iam.IamTags;
import dev.slipway.aws.iam.document.Trust;
import dev.slipway.aws.iam.role.RoleSpec;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.diagnostic.DiagnosticException;
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
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

@ExtendWith(AwsLab.class)
class InstanceProfileHandlerTest {
  private static final ResourceId PROFILE = new ResourceId(InstanceProfileSpec.TYPE, "nodes");

  @Test
  void isMadeWithItsRoleAndChangedInPlace(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<RoleSpec> one = role(stack, "one");
      Resource<RoleSpec> two = role(stack, "two");
      assertThat(stack.up(one, two, profile(stack, "one"))).isClean();
      assertThat(IamTags.map(found(stack).tags()))
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.iam-instance-profile/nodes");
      assertThat(stack.plan(one, two, profile(stack, "one"))).changesNothing();

      assertThat(stack.plan(one, two, profile(stack, "two")))
          .updates("aws.iam-instance-profile/nodes")
          .changing("role");
      assertThat(stack.up(one, two, profile(stack, "two"))).isClean();
      assertThat(found(stack).roles())
          .singleElement()
          .satisfies(role -> assertThat(role.roleName()).isEqualTo(stack.owner() + "-two"));

      assertThat(stack.down()).isClean();
      assertThatExceptionOfType(NoSuchEntityException.class).isThrownBy(() -> found(stack));
    }
  }

  @Test
  void aRoleThatWasTakenOutIsPutInAgain(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<RoleSpec> one = role(stack, "one");
      stack.up(one, profile(stack, "one"));
      stack
          .clients()
          .iam()
          .removeRoleFromInstanceProfile(
              request ->
                  request
                      .instanceProfileName(stack.owner() + "-nodes")
                      .roleName(stack.owner() + "-one"));

      assertThat(stack.plan(one, profile(stack, "one")))
          .updates("aws.iam-instance-profile/nodes")
          .changing("role");
      assertThat(stack.up(one, profile(stack, "one"))).isClean();
      assertThat(found(stack).roles()).hasSize(1);
      assertThat(stack.down()).isClean();
    }
  }

  @Test
  void oneThatSomebodyElseMadeIsRefused(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String name = stack.owner() + "-nodes";
      IamClient iam = stack.clients().iam();
      iam.createInstanceProfile(request -> request.instanceProfileName(name));

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(role(stack, "one"), profile(stack, "one")))
          .satisfies(refused -> assertThat(refused.first().code()).isEqualTo("PLAN-FOREIGN"));
      iam.deleteInstanceProfile(request -> request.instanceProfileName(name));
    }
  }

  private static Resource<RoleSpec> role(AwsStack stack, String name) {
    return Resource.of(
        new ResourceId(RoleSpec.TYPE, name),
        RoleSpec.of(stack.owner() + "-" + name, Trust.Service.of("ec2.amazonaws.com"), List.of()));
  }

  private static Resource<InstanceProfileSpec> profile(AwsStack stack, String role) {
    return Resource.of(
        PROFILE,
        new InstanceProfileSpec(
            stack.owner() + "-nodes",
            Value.ref(new ResourceId(RoleSpec.TYPE, role), "name"),
            Map.of("team", "search")));
  }

  private static InstanceProfile found(AwsStack stack) {
    return stack
        .clients()
        .iam()
        .getInstanceProfile(request -> request.instanceProfileName(stack.owner() + "-nodes"))
        .instanceProfile();
  }
}
