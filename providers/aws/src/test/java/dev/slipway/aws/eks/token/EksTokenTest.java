package dev.slipway.aws.eks.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.aws.eks.PresignedCaller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class EksTokenTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final Hand clock = new Hand();

  @Test
  void isARequestForTheCallersIdentitySignedForTheCluster() {
    String token = token(AwsBasicCredentials.create("AKIDLAB", "secret")).get();

    assertThat(token).startsWith("k8s-aws-v1.").doesNotContain("=");
    PresignedCaller caller = PresignedCaller.read(token).orElseThrow();
    assertThat(caller.url())
        .hasScheme("https")
        .hasHost("sts.eu-central-1.amazonaws.com")
        .hasPath("/");
    assertThat(caller.query())
        .containsEntry("Action", "GetCallerIdentity")
        .containsEntry("X-Amz-Expires", "60")
        .containsEntry("X-Amz-SignedHeaders", "host%3Bx-k8s-aws-id")
        .doesNotContainKey("X-Amz-Security-Token");
    assertThat(caller.accessKey()).isEqualTo("AKIDLAB");
    assertThat(caller.objection("harbour", "secret", NOW)).isEmpty();
    assertThat(caller.objection("other", "secret", NOW)).isPresent();
    assertThat(caller.objection("harbour", "another", NOW)).isPresent();
    assertThat(caller.objection("harbour", "secret", NOW.plus(Duration.ofMinutes(16))))
        .contains("it has expired");
  }

  @Test
  void carriesTheTokenOfASession() {
    PresignedCaller caller =
        PresignedCaller.read(
                token(AwsSessionCredentials.create("ASIALAB", "secret", "session/+=")).get())
            .orElseThrow();

    assertThat(caller.query()).containsEntry("X-Amz-Security-Token", "session%2F%2B%3D");
    assertThat(caller.objection("harbour", "secret", NOW)).isEmpty();
  }

  @Test
  void isMadeAnewLongBeforeItExpires() {
    EksToken tokens = token(AwsBasicCredentials.create("AKIDLAB", "secret"));
    String first = tokens.get();
    clock.now = NOW.plus(Duration.ofMinutes(9));
    assertThat(tokens.get()).isEqualTo(first);

    clock.now = NOW.plus(Duration.ofMinutes(11));
    String second = tokens.get();
    assertThat(second).isNotEqualTo(first);
    assertThat(
            PresignedCaller.read(second)
                .orElseThrow()
                .objection("harbour", "secret", NOW.plus(Duration.ofMinutes(25))))
        .isEmpty();
  }

  private EksToken token(AwsCredentials credentials) {
    return new EksToken(
        Region.EU_CENTRAL_1, StaticCredentialsProvider.create(credentials), "harbour", clock);
  }

  private static final class Hand extends Clock {
    private Instant now = NOW;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
