package dev.slipway.milvus.eks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.foundation.EksTarget;
import dev.slipway.aws.iam.document.Trust;
import dev.slipway.aws.iam.policy.PolicySpec;
import dev.slipway.aws.iam.role.RoleSpec;
import dev.slipway.aws.s3.bucket.BucketSpec;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.stack.Launch;
import dev.slipway.engine.stack.StackReader;
import dev.slipway.kubernetes.chart.ChartSpec;
import dev.slipway.milvus.MilvusBlueprint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EksMilvusTest {
  @Test
  void itsVectorsLieInABucketThatStaysUnlessTheStackFileSaysOtherwise() {
    Resource<?> kept = find(milvus("keep", true), "aws.s3-bucket/milvus");
    assertThat(kept.removal()).isEqualTo(Removal.KEEP);
    assertThat(((BucketSpec) kept.spec()).emptyOnDelete()).isFalse();

    Resource<?> deleted = find(milvus("delete", true), "aws.s3-bucket/milvus");
    assertThat(deleted.removal()).isEqualTo(Removal.DELETE);
    assertThat(((BucketSpec) deleted.spec()).emptyOnDelete()).isTrue();
  }

  @Test
  void everythingInTheClusterGoesWithTheCluster() {
    assertThat(milvus("keep", true).resources())
        .filteredOn(resource -> resource.removal() == Removal.KEEP)
        .extracting(Resource::id)
        .containsExactly(ResourceId.parse("aws.s3-bucket/milvus"));
  }

  @Test
  void itsPodsMayUseThatBucketAndNothingElse() {
    Launch milvus = milvus("keep", true);
    PolicySpec policy = (PolicySpec) find(milvus, "aws.iam-policy/milvus").spec();
    RoleSpec role = (RoleSpec) find(milvus, "aws.iam-role/milvus").spec();

    assertThat(policy.name()).isEqualTo("MilvusS3ReadWrite-search");
    assertThat(policy.document().statements())
        .flatExtracting(statement -> statement.actions())
        .containsExactly(
            "s3:ListBucket",
            "s3:GetBucketLocation",
            "s3:GetObject",
            "s3:PutObject",
            "s3:DeleteObject");
    assertThat(policy.document().statements())
        .flatExtracting(statement -> statement.resources())
        .allSatisfy(
            arn ->
                assertThat(arn)
                    .isInstanceOfSatisfying(
                        Value.Ref.class,
                        ref -> assertThat(ref.resource().name()).isEqualTo("milvus")));
    assertThat(role.policies())
        .containsExactly(Value.ref(ResourceId.parse("aws.iam-policy/milvus"), "arn"));
    assertThat(((Trust.WebIdentity) role.trust()).subjects())
        .containsExactly("system:serviceaccount:milvus:milvus-s3-access-sa");
  }

  @Test
  void theChartIsToldOfTheBucketAndGoesWhileTheLoadBalancersControllerLives() {
    Resource<?> chart = find(milvus("keep", true), "kubernetes.chart/milvus");

    assertThat(chart.after())
        .contains(ResourceId.parse("kubernetes.chart/aws-load-balancer-controller"));
    Map<String, Object> values = ((ChartSpec) chart.spec()).values();
    assertThat(values)
        .hasEntrySatisfying("minio", minio -> assertThat(minio).isEqualTo(Map.of("enabled", false)))
        .hasEntrySatisfying(
            "externalS3",
            s3 ->
                assertThat((Map<?, ?>) s3)
                    .isEqualTo(
                        Map.of(
                            "enabled",
                            true,
                            "host",
                            "s3.eu-central-1.amazonaws.com",
                            "port",
                            "443",
                            "useSSL",
                            true,
                            "bucketName",
                            Value.ref(ResourceId.parse("aws.s3-bucket/milvus"), "name"),
                            "rootPath",
                            Value.ref(
                                ResourceId.parse("aws.eks-cluster/cluster"),
                                "clusterSecurityGroup"),
                            "region",
                            "eu-central-1",
                            "useIAM",
                            true,
                            "cloudProvider",
                            "aws")))
        .hasEntrySatisfying(
            "serviceAccount",
            account ->
                assertThat(account)
                    .isEqualTo(
                        Map.of(
                            "create",
                            true,
                            "name",
                            "milvus-s3-access-sa",
                            "annotations",
                            Map.of(
                                "eks.amazonaws.com/role-arn",
                                Value.ref(ResourceId.parse("aws.iam-role/milvus"), "arn")))));
  }

  @Test
  void itsLoadBalancerIsWithinTheNetworkOrFacesTheInternet() {
    String prefix = "service.beta.kubernetes.io/aws-load-balancer-";

    assertThat(annotations(milvus("keep", true)))
        .isEqualTo(
            Map.of(
                prefix + "type", "external",
                prefix + "name", "search-milvus",
                prefix + "scheme", "internal",
                prefix + "nlb-target-type", "ip",
                prefix + "additional-resource-tags", "team=search"));
    assertThat(annotations(milvus("keep", false)).get(prefix + "scheme"))
        .isEqualTo("internet-facing");
  }

  private static Map<?, ?> annotations(Launch milvus) {
    ChartSpec chart = (ChartSpec) find(milvus, "kubernetes.chart/milvus").spec();
    return (Map<?, ?>) ((Map<?, ?>) chart.values().get("service")).get("annotations");
  }

  private static Resource<?> find(Launch milvus, String id) {
    return milvus.resources().stream()
        .filter(resource -> resource.id().equals(ResourceId.parse(id)))
        .findFirst()
        .orElseThrow();
  }

  private static Launch milvus(String data, boolean internal) {
    return new StackReader(
            List.of(new MilvusBlueprint()), List.of(new EksTarget(Map.of(), Path.of("/home"))))
        .read(
            "search.yaml",
            """
            name: search
            target:
              eks: {region: eu-central-1, tags: {team: search}}
            milvus:
              data: %s
              kubernetes:
                mode: cluster
                queue: kafka
                expose: {as: load-balancer, internal: %s}
            """
                .formatted(data, internal))
        .launches()
        .get(1);
  }
}
