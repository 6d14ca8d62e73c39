package dev.slipway.aws.iam.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustTest {
  private static final String ISSUER = "oidc.eks.eu-central-1.amazonaws.com/id/ABC";
  private static final Value<String> PROVIDER =
      Value.of("arn:aws:iam::123456789012:oidc-provider/" + ISSUER);

  @Test
  void podsMayAlsoTagTheirSession() {
    assertThat(PolicyJson.write(Trust.Service.pods().tree()))
        .isEqualTo(
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
            "Principal":{"Service":["pods.eks.amazonaws.com"]},\
            "Action":["sts:AssumeRole","sts:TagSession"]}]}\
            """);
  }

  @Test
  void aServiceAccountIsNamedByTheClustersIssuer() {
    assertThat(
            PolicyJson.write(
                new Trust.WebIdentity(
                        PROVIDER,
                        Value.of("https://" + ISSUER),
                        List.of("system:serviceaccount:milvus:milvus"))
                    .tree()))
        .isEqualTo(
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
            "Principal":{"Federated":["arn:aws:iam::123456789012:oidc-provider/%1$s"]},\
            "Action":["sts:AssumeRoleWithWebIdentity"],\
            "Condition":{"StringEquals":{"%1$s:aud":["sts.amazonaws.com"],\
            "%1$s:sub":["system:serviceaccount:milvus:milvus"]}}}]}\
            """
                .formatted(ISSUER));
  }

  @Test
  void aPatternIsMatchedAsOne() {
    assertThat(
            PolicyJson.write(
                new Trust.WebIdentity(
                        PROVIDER, Value.of(ISSUER), List.of("system:serviceaccount:milvus:*"))
                    .tree()))
        .contains("\"StringLike\":{\"" + ISSUER + ":sub\":[\"system:serviceaccount:milvus:*\"]}")
        .contains("\"StringEquals\":{\"" + ISSUER + ":aud\":[\"sts.amazonaws.com\"]}");
  }

  @Test
  void tellsWhatIsNotKnownYet() {
    Value.Ref<String> issuer = new Value.Ref<>(new ResourceId("aws.eks-cluster", "c"), "issuer");

    assertThat(new Trust.WebIdentity(PROVIDER, issuer, List.of()).unknown()).contains(issuer);
    assertThat(new Trust.WebIdentity(PROVIDER, Value.of(ISSUER), List.of()).unknown()).isEmpty();
    assertThat(Trust.Service.of("eks.amazonaws.com").unknown()).isEmpty();
  }
}
