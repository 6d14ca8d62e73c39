package dev.slipway.aws.eks.token;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;

/**
 * Makes the tokens by which a cluster's API server knows an AWS identity, without the {@code aws}
 * program: each is a request to STS for the caller's identity, signed for the cluster but not sent.
 * May be used by many threads.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/aws-iam-authenticator#api-authorization-from-outside-a-cluster">The
 *     form of the token</a>
 */
public final class EksToken {
  private static final String PREFIX = "k8s-aws-v1.";
  private static final String CLUSTER = "x-k8s-aws-id";

  /** As every client of EKS sets it; the token is good for 15 minutes all the same. */
  private static final Duration EXPIRES = Duration.ofSeconds(60);

  /** EKS takes a token for 15 minutes. */
  private static final Duration RENEWED_AFTER = Duration.ofMinutes(10);

  private final Region region;
  private final AwsCredentialsProvider credentials;
  private final String cluster;
  private final Clock clock;
  private Optional<Made> made = Optional.empty();

  private record Made(String token, Instant at) {}

  /**
   * @param cluster the cluster's name
   */
  public EksToken(Region region, AwsCredentialsProvider credentials, String cluster, Clock clock) {
    this.region = region;
    this.credentials = credentials;
    this.cluster = cluster;
    this.clock = clock;
  }

  /**
   * A token that is good for at least five minutes.
   *
   * @throws software.amazon.awssdk.core.exception.SdkClientException if there are no credentials
   */
  public synchronized String get() {
    Instant now = clock.instant();
    if (made.isEmpty() || made.get().at().plus(RENEWED_AFTER).isBefore(now)) {
      made = Optional.of(new Made(make(), now));
    }
    return made.get().token();
  }

  private String make() {
    AwsCredentials caller = credentials.resolveCredentials();
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(URI.create("https://sts.%s.%s/".formatted(region.id(), suffix())))
            .putRawQueryParameter("Action", "GetCallerIdentity")
            .putRawQueryParameter("Version", "2011-06-15")
            .putHeader(CLUSTER, cluster)
            .build();
    URI signed =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(caller)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id())
                        .putProperty(
                            AwsV4HttpSigner.AUTH_LOCATION,
                            AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, EXPIRES)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
            .request()
            .getUri();
    return PREFIX
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(signed.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String suffix() {
    RegionMetadata metadata = region.metadata();
    return metadata == null ? "amazonaws.com" : metadata.partition().dnsSuffix();
  }
}
