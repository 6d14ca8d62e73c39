package dev.slipway.aws.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.aws.access.Clients;
import dev.slipway.lab.aws.AwsFault;
import dev.slipway.lab.aws.AwsFront;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.AwsRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.model.Filter;

/** The lab's front as the SDK sees it. */
@ExtendWith(AwsLab.class)
class AwsFrontTest {
  @Test
  void tellsEveryRequestByServiceAndOperation(AwsFront front) {
    try (Clients clients = clients(front)) {
      clients.ec2().describeVpcs();
      clients.sts().getCallerIdentity();
      clients.logs().describeLogGroups();
      clients.eks().listClusters();
      clients.route53().listHostedZones();
      String bucket = "front-" + System.nanoTime();
      clients.s3().createBucket(request -> request.bucket(bucket));
      clients.s3().getBucketLocation(request -> request.bucket(bucket));
      clients.s3().deleteBucket(request -> request.bucket(bucket));

      assertThat(front.requests())
          .extracting(request -> request.service() + " " + request.operation())
          .containsExactly(
              "ec2 DescribeVpcs",
              "sts GetCallerIdentity",
              "logs DescribeLogGroups",
              "eks ListClusters",
              "route53 ListHostedZones",
              "s3 CreateBucket",
              "s3 GetBucketLocation",
              "s3 DeleteBucket");
      assertThat(front.requests()).filteredOn(AwsRequest::changes).hasSize(2);
    }
  }

  @Test
  void refusesInTheProtocolOfEachService(AwsFront front) {
    try (Clients clients = clients(front)) {
      List<Runnable> calls =
          List.of(
              () -> clients.ec2().describeVpcs(),
              () -> clients.sts().getCallerIdentity(),
              () -> clients.logs().describeLogGroups(),
              () -> clients.eks().listClusters(),
              () -> clients.route53().listHostedZones(),
              () -> clients.s3().listBuckets());
      front.faults(_ -> AwsFault.DENIED);
      assertThat(calls)
          .extracting(AwsFrontTest::code)
          .containsExactly(
              "UnauthorizedOperation",
              "AccessDenied",
              "AccessDeniedException",
              "AccessDeniedException",
              "AccessDenied",
              "AccessDenied");
      front.faults(_ -> AwsFault.EXPIRED);
      assertThat(calls).extracting(AwsFrontTest::code).allMatch(code -> code.contains("Expired"));
      front.faults(_ -> AwsFault.BROKEN);
      assertThat(calls)
          .extracting(AwsFrontTest::refusal)
          .allMatch(refused -> refused.statusCode() == 500);
      front.faults(_ -> AwsFault.quota("VpcLimitExceeded", "The maximum number has been reached."));
      assertThat(calls).extracting(AwsFrontTest::code).containsOnly("VpcLimitExceeded");
    }
  }

  @Test
  void whatIsThrottledIsMadeAgainByTheSdkInEveryProtocol(AwsFront front) {
    try (Clients clients = clients(front)) {
      List<Runnable> calls =
          List.of(
              () -> clients.ec2().describeVpcs(),
              () -> clients.sts().getCallerIdentity(),
              () -> clients.logs().describeLogGroups(),
              () -> clients.eks().listClusters(),
              () -> clients.route53().listHostedZones(),
              () -> clients.s3().listBuckets());
      for (Runnable call : calls) {
        front.reset();
        front.faults(1, _ -> true, AwsFault.THROTTLED);
        call.run();
        assertThat(front.requests()).hasSize(2);
      }
    }
  }

  @Test
  void aLostConnectionIsLostOnceAndAnUnansweredRequestIsDoneOnce(AwsFront front) {
    try (Clients clients = clients(front)) {
      clients.ec2().describeVpcs();
      String cidr = "10.77.0.0/16";
      long before = count(clients, cidr);

      front.faults(1, request -> request.is("ec2", "CreateVpc"), AwsFault.LOST);
      assertThatThrownBy(() -> clients.ec2().createVpc(request -> request.cidrBlock(cidr)))
          .isInstanceOf(SdkClientException.class);
      assertThat(count(clients, cidr)).isEqualTo(before);
      assertThat(front.count("ec2", "CreateVpc")).isEqualTo(1);

      front.faults(1, request -> request.is("ec2", "CreateVpc"), AwsFault.UNANSWERED);
      assertThatThrownBy(() -> clients.ec2().createVpc(request -> request.cidrBlock(cidr)))
          .isInstanceOf(SdkClientException.class);
      assertThat(count(clients, cidr)).isEqualTo(before + 1);
      assertThat(front.count("ec2", "CreateVpc")).isEqualTo(2);
    }
  }

  @Test
  void aShareIsTheSameWithTheSameSeed() {
    var share = AwsFault.share(0.2, 7, _ -> true, AwsFault.THROTTLED);
    long hit =
        IntStream.rangeClosed(1, 1_000)
            .filter(number -> share.apply(request(number)) == AwsFault.THROTTLED)
            .count();

    assertThat(hit).isBetween(150L, 250L);
    assertThat(
            IntStream.rangeClosed(1, 1_000)
                .filter(
                    number ->
                        AwsFault.share(0.2, 7, _ -> true, AwsFault.THROTTLED).apply(request(number))
                            == AwsFault.THROTTLED)
                .count())
        .isEqualTo(hit);
  }

  @Test
  void theCallerIsAUserOfIam(AwsFront front) {
    try (Clients clients = clients(front)) {
      assertThat(clients.sts().getCallerIdentity().arn()).startsWith("arn:aws:iam::123456789012:");
    }
  }

  private static AwsRequest request(int number) {
    return new AwsRequest(number, "ec2", "DescribeVpcs", "eu-central-1", "POST", "/", "");
  }

  private static long count(Clients clients, String cidr) {
    return clients
        .ec2()
        .describeVpcs(
            request -> request.filters(Filter.builder().name("cidr").values(cidr).build()))
        .vpcs()
        .size();
  }

  private static String code(Runnable call) {
    return refusal(call).awsErrorDetails().errorCode();
  }

  private static AwsServiceException refusal(Runnable call) {
    try {
      call.run();
    } catch (AwsServiceException refused) {
      return refused;
    }
    throw new AssertionError("not refused");
  }

  private static Clients clients(AwsFront front) {
    return new Clients(
        Region.EU_CENTRAL_1,
        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDLAB", "secret")),
        Optional.of(front.endpoint()));
  }
}
