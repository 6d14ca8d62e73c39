package dev.slipway.aws.account;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.aws.AwsProvider;
import dev.slipway.aws.AwsStack;
import dev.slipway.aws.network.subnet.SubnetSpec;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.aws.s3.bucket.BucketSpec;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.provider.Provider.Purpose;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AwsLab.class)
class AccountTest {
  private static final ResourceId ACCOUNT = new ResourceId(AccountSpec.TYPE, "account");
  private static final ResourceId VPC = new ResourceId(VpcSpec.TYPE, "network");
  private static final String REGION = AwsStack.REGION.id();

  @Test
  void theAccountOfTheCredentialsIsFilledInAndEverythingComesAfterIt(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      List<Resource<?>> filled = expand(stack, Map.of(), account(""), vpc());

      assertThat(spec(filled, ACCOUNT)).isEqualTo(new AccountSpec(Moto.ACCOUNT, REGION));
      assertThat(filled.get(1).after()).containsExactly(ACCOUNT);
    }
  }

  @Test
  void otherCredentialsMakeNothingASecondTime(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      assertThat(stack.up(account("999999999999"), vpc().after(ACCOUNT)))
          .failedWith("AWS-WRONG-ACCOUNT")
          .skipped(1)
          .tells("999999999999", Moto.ACCOUNT, "arn:aws");

      Map<ResourceId, Map<String, Object>> before =
          Map.of(ACCOUNT, Map.of("id", "999999999999", "region", REGION));
      assertThatThrownBy(() -> expand(stack, before, account("")))
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              e -> assertThat(e.first().code()).isEqualTo("AWS-WRONG-ACCOUNT"));
    }
  }

  @Test
  void aStackDoesNotMoveToAnotherAccountThoughTheStackFileAndTheCredentialsSaySo(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Map<ResourceId, Map<String, Object>> before =
          Map.of(ACCOUNT, Map.of("id", "999999999999", "region", REGION));

      assertThatThrownBy(() -> expand(stack, before, account(Moto.ACCOUNT)))
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              e -> assertThat(e.first().code()).isEqualTo("AWS-OTHER-ACCOUNT"));
    }
  }

  @Test
  void aStackDoesNotMoveToAnotherRegion(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Map<ResourceId, Map<String, Object>> before =
          Map.of(ACCOUNT, Map.of("id", Moto.ACCOUNT, "region", "us-east-2"));
      assertThatThrownBy(() -> expand(stack, before, account("")))
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              e -> {
                assertThat(e.first().code()).isEqualTo("AWS-OTHER-REGION");
                assertThat(e.first().detail()).contains("us-east-2", REGION);
              });
    }
  }

  @Test
  void aPlanThatWasMadeForAnotherAccountIsNotApplied(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Plan plan = stack.plan(account("999999999999"), vpc().after(ACCOUNT));

      assertThatThrownBy(() -> new AwsProvider(stack.clients()).check(plan))
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              e -> assertThat(e.first().code()).isEqualTo("AWS-WRONG-ACCOUNT"));
    }
  }

  @Test
  void zonesAreNamedOnceAndThenStay(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      ResourceId id = new ResourceId(SubnetSpec.TYPE, "a");
      Resource<SubnetSpec> second =
          Resource.of(
              id, new SubnetSpec(Value.ref(VPC, "id"), "10.0.0.0/24", "2", false, Map.of()));

      assertThat(zone(expand(stack, Map.of(), account(""), second), id)).isEqualTo(REGION + "b");
      assertThat(
              zone(
                  expand(stack, Map.of(id, Map.of("zone", REGION + "c")), account(""), second), id))
          .isEqualTo(REGION + "c");
    }
  }

  @Test
  void moreZonesThanTheRegionHasAreRefusedWithThoseThatThereAre(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<?> seventh =
          Resource.of(
              new ResourceId(SubnetSpec.TYPE, "a"),
              new SubnetSpec(Value.ref(VPC, "id"), "10.0.0.0/24", "7", false, Map.of()));

      assertThatThrownBy(() -> expand(stack, Map.of(), account(""), seventh))
          .isInstanceOfSatisfying(
              DiagnosticException.class,
              e -> {
                assertThat(e.first().code()).isEqualTo("AWS-TOO-FEW-ZONES");
                assertThat(e.first().detail()).contains(REGION + "a", REGION + "b");
              });
    }
  }

  @Test
  void theNameOfABucketHoldsTheStacksMarkAndStays(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      ResourceId id = new ResourceId(BucketSpec.TYPE, "milvus");
      Resource<?> bucket = Resource.of(id, BucketSpec.of("milvus-", Map.of()));

      BucketSpec named = (BucketSpec) spec(expand(stack, Map.of(), account(""), bucket), id);
      assertThat(named.name()).matches("milvus-" + stack.owner() + "-[0-9a-f]{6}");
      assertThat(
              spec(
                  expand(stack, Map.of(id, Map.of("name", "milvus-old")), account(""), bucket), id))
          .isEqualTo(BucketSpec.of("milvus-old", Map.of()));
    }
  }

  private static List<Resource<?>> expand(
      AwsStack stack, Map<ResourceId, Map<String, Object>> last, Resource<?>... wanted) {
    return new AwsProvider(stack.clients())
        .expand(List.of(wanted), last, Purpose.UP, stack.call())
        .resources();
  }

  private static Spec spec(List<Resource<?>> resources, ResourceId id) {
    return resources.stream()
        .filter(resource -> resource.id().equals(id))
        .findFirst()
        .orElseThrow()
        .spec();
  }

  private static String zone(List<Resource<?>> resources, ResourceId id) {
    return ((SubnetSpec) spec(resources, id)).zone();
  }

  private static Resource<AccountSpec> account(String id) {
    return Resource.of(ACCOUNT, new AccountSpec(id, REGION));
  }

  private static Resource<VpcSpec> vpc() {
    return Resource.of(VPC, new VpcSpec("10.0.0.0/16", Map.of()));
  }
}
