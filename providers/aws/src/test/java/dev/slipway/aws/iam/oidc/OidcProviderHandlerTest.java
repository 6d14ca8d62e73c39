package dev.slipway.aws.iam.oidc;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.iam.IamTags;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;

@ExtendWith(AwsLab.class)
class OidcProviderHandlerTest {
  private static final ResourceId PROVIDER = new ResourceId(OidcProviderSpec.TYPE, "cluster");

  @Test
  void isMadeForItsIssuerAndNothingIsToChangeAfterwards(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      assertThat(stack.up(provider(stack, "a"))).isClean();

      GetOpenIdConnectProviderResponse found = found(stack);
      assertThat(found.clientIDList()).containsExactly("sts.amazonaws.com");
      assertThat(IamTags.map(found.tags()))
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.iam-oidc-provider/cluster");
      assertThat(stack.attributes(PROVIDER).text("issuer")).contains(issuer(stack, "a"));
      assertThat(stack.plan(provider(stack, "a"))).changesNothing();

      String arn = arn(stack);
      assertThat(stack.down()).isClean();
      assertThat(iam(stack).listOpenIDConnectProviders().openIDConnectProviderList())
          .noneMatch(provider -> provider.arn().equals(arn));
    }
  }

  @Test
  void anotherIssuerReplacesIt(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(provider(stack, "a"));

      assertThat(stack.plan(provider(stack, "b"))).replaces("aws.iam-oidc-provider/cluster");
      assertThat(stack.up(provider(stack, "b"))).isClean();

      assertThat(arn(stack)).endsWith("b");
      assertThat(iam(stack).listOpenIDConnectProviders().openIDConnectProviderList())
          .noneMatch(provider -> provider.arn().endsWith(stack.owner() + "/a"));
      stack.down();
    }
  }

  @Test
  void tagsThatWereTakenAwayAreSetAgain(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(provider(stack, "a"));
      iam(stack)
          .untagOpenIDConnectProvider(
              request -> request.openIDConnectProviderArn(arn(stack)).tagKeys("team"));

      assertThat(stack.plan(provider(stack, "a")))
          .updates("aws.iam-oidc-provider/cluster")
          .changing("tags");
      assertThat(stack.up(provider(stack, "a"))).isClean();
      assertThat(stack.plan(provider(stack, "a"))).changesNothing();
      stack.down();
    }
  }

  @Test
  void oneOfAnotherOwnerIsRefused(Moto moto) {
    try (AwsStack other = new AwsStack(moto);
        AwsStack stack = new AwsStack(moto)) {
      other.up(provider(other, "a"));

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(provider(other, "a")))
          .satisfies(refused -> assertThat(refused.first().code()).isEqualTo("PLAN-FOREIGN"));
      other.down();
    }
  }

  private static Resource<OidcProviderSpec> provider(AwsStack stack, String name) {
    return Resource.of(
        PROVIDER, new OidcProviderSpec(Value.of(issuer(stack, name)), Map.of("team", "search")));
  }

  private static String issuer(AwsStack stack, String name) {
    return "https://oidc.example.org/" + stack.owner() + "/" + name;
  }

  private static String arn(AwsStack stack) {
    return stack.attributes(PROVIDER).text("arn").orElseThrow();
  }

  private static GetOpenIdConnectProviderResponse found(AwsStack stack) {
    return iam(stack)
        .getOpenIDConnectProvider(request -> request.openIDConnectProviderArn(arn(stack)));
  }

  private static IamClient iam(AwsStack stack) {
    return stack.clients().iam();
  }
}
