package dev.slipway.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.iam.document.Effect;
import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.aws.iam.document.Statement;
import dev.slipway.aws.iam.document.Trust;
import dev.slipway.aws.iam.policy.PolicySpec;
import dev.slipway.aws.iam.role.RoleSpec;
import dev.slipway.aws.s3.bucket.BucketSpec;
import dev.slipway.aws.secretsmanager.secret.SecretSpec;
import dev.slipway.aws.sqs.queue.QueueSpec;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.spec.References;
import dev.slipway.engine.spec.SpecTree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the journal holds of a spec reads back as that spec, and its references are found. */
class SpecsTest {
  private static final Value.Ref<String> BUCKET =
      new Value.Ref<>(new ResourceId(BucketSpec.TYPE, "storage"), "objects");
  private static final PolicyDocument DOCUMENT =
      PolicyDocument.of(
          new Statement(
                  Optional.of("Objects"),
                  Effect.DENY,
                  List.of("s3:GetObject"),
                  List.of(BUCKET, Value.of("*")),
                  Map.of())
              .when("StringLike", "aws:PrincipalArn", List.of(BUCKET)));

  @Test
  void policies() {
    assertReadsBack(new PolicySpec("storage", DOCUMENT, Map.of("team", "search")), 2);
  }

  @Test
  void roles() {
    Trust trust = new Trust.WebIdentity(BUCKET, BUCKET, List.of("system:serviceaccount:a:b"));
    assertReadsBack(
        new RoleSpec("r", trust, List.of(BUCKET), Map.of("inline", DOCUMENT), Map.of()), 5);
    assertReadsBack(RoleSpec.of("r", Trust.Service.pods(), List.of()), 0);
  }

  @Test
  void buckets() {
    assertReadsBack(
        new BucketSpec(
            "storage",
            BucketSpec.ObjectOwnership.OBJECT_WRITER,
            Optional.of(BUCKET),
            true,
            new BucketSpec.Lifecycle(Optional.of(30), Optional.empty()),
            true,
            Map.of()),
        1);
  }

  @Test
  void queues() {
    assertReadsBack(
        new QueueSpec(
            "frames",
            Duration.ofSeconds(30),
            Duration.ofDays(4),
            Optional.of(new QueueSpec.Redrive(BUCKET, 3)),
            Map.of()),
        1);
  }

  @Test
  void secrets() {
    assertReadsBack(new SecretSpec("root", new Value.Secret<>("root", "f1"), Map.of()), 0);
    assertReadsBack(new SecretSpec("root", BUCKET, Map.of()), 1);
  }

  private static <S extends Spec> void assertReadsBack(S spec, int references) {
    assertThat(SpecTree.decode(SpecTree.encode(spec), spec.getClass())).isEqualTo(spec);
    assertThat(References.in(spec)).hasSize(references);
    assertThat(References.in(References.resolve(spec, ref -> Optional.of(secretOrText(spec)))))
        .isEmpty();
  }

  private static Object secretOrText(Spec spec) {
    return spec instanceof SecretSpec ? new Value.Secret<String>("root", "f2") : "arn";
  }
}
