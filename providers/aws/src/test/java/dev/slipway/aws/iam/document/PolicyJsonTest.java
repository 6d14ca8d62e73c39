package dev.slipway.aws.iam.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyJsonTest {
  private static final PolicyDocument DOCUMENT =
      PolicyDocument.of(
          Statement.allow(
                  List.of("s3:GetObject", "s3:PutObject"),
                  List.of(Value.of("arn:aws:s3:::data/a b+c/*")))
              .named("Objects")
              .when("StringEquals", "aws:RequestedRegion", List.of(Value.of("eu-central-1"))),
          Statement.allow("s3:ListAllMyBuckets"));

  @Test
  void writesWhatAwsReads() {
    assertThat(PolicyJson.write(DOCUMENT.tree()))
        .isEqualTo(
            """
            {"Version":"2012-10-17","Statement":[\
            {"Sid":"Objects","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],\
            "Resource":["arn:aws:s3:::data/a b+c/*"],\
            "Condition":{"StringEquals":{"aws:RequestedRegion":["eu-central-1"]}}},\
            {"Effect":"Allow","Action":["s3:ListAllMyBuckets"],"Resource":["*"]}]}\
            """);
  }

  @Test
  void percentEncodedAndOtherwiseOrderedItIsTheSame() {
    String json =
        """
        {"Statement": [
          {"Resource": "*", "Action": "s3:ListAllMyBuckets", "Effect": "Allow"},
          {"Condition": {"StringEquals": {"aws:RequestedRegion": "eu-central-1"}},
           "Action": ["s3:PutObject", "s3:GetObject"], "Effect": "Allow", "Sid": "Objects",
           "Resource": "arn:aws:s3:::data/a b+c/*"}],
         "Version": "2012-10-17"}
        """;
    String encoded = URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20");

    assertThat(PolicyJson.same(PolicyJson.read(encoded), DOCUMENT.tree())).isTrue();
    assertThat(PolicyJson.same(PolicyJson.read(json), DOCUMENT.tree())).isTrue();
  }

  @Test
  void aSingleStatementMayStandAlone() {
    assertThat(
            PolicyJson.same(
                PolicyJson.read(
                    """
                    {"Version": "2012-10-17",
                     "Statement": {"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}}
                    """),
                PolicyDocument.of(Statement.allow("sqs:*")).tree()))
        .isTrue();
  }

  @Test
  void anotherEffectActionOrConditionIsAnotherDocument() {
    assertThat(differs("{\"Effect\":\"Deny\",\"Action\":\"sqs:*\",\"Resource\":\"*\"}")).isTrue();
    assertThat(differs("{\"Effect\":\"Allow\",\"Action\":\"sns:*\",\"Resource\":\"*\"}")).isTrue();
    assertThat(
            differs(
                "{\"Effect\":\"Allow\",\"Action\":\"sqs:*\",\"Resource\":\"*\","
                    + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}}"))
        .isTrue();
  }

  @Test
  void whatIsNotKnownYetIsLikeNothingAndCantBeWritten() {
    PolicyDocument unknown =
        PolicyDocument.of(
            Statement.allow(
                List.of("s3:*"), List.of(Value.ref(new ResourceId("aws.s3-bucket", "b"), "arn"))));

    assertThat(
            PolicyJson.same(
                PolicyDocument.of(
                        Statement.allow(List.of("s3:*"), List.of(Value.of("arn:aws:s3:::b"))))
                    .tree(),
                unknown.tree()))
        .isFalse();
    assertThatIllegalStateException().isThrownBy(() -> PolicyJson.write(unknown.tree()));
  }

  private static boolean differs(String statement) {
    return !PolicyJson.same(
        PolicyJson.read("{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}"),
        PolicyDocument.of(Statement.allow("sqs:*")).tree());
  }
}
