package dev.slipway.cli.eks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.access.Clients;
import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.MilvusPod;
import dev.slipway.cli.rig.Slipway;
import dev.slipway.cli.rig.StackFolder;
import dev.slipway.lab.aws.AwsFront;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.EksLab;
import dev.slipway.lab.aws.EksLabCluster;
import dev.slipway.lab.kubernetes.LabCluster;
import dev.slipway.lab.kubernetes.chart.ChartRepository;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.model.Filter;

/** The life of the example's Milvus on EKS, from a plan before anything exists to its end. */
@ExtendWith({AwsLab.class, EksLab.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MilvusEksClusterTest {
  private static final String KEY = "AKIDEKSLAB";
  private static final String SECRET = "lab-secret";

  private static final Filter OWNED =
      Filter.builder().name("tag-key").values("slipway.dev/owner").build();

  private URI endpoint;
  private LabCluster cluster;
  private SortedSet<String> before;
  private ChartRepository charts;
  private MilvusPod pod;
  private StackFolder stack;
  private Slipway slipway;

  @BeforeAll
  void prepare(AwsFront front, EksLabCluster eks, @TempDir Path folder) throws Exception {
    endpoint = front.endpoint();
    cluster = eks.cluster();
    before = cluster.snapshot();
    eks.serve(front, "milvus");
    eks.know(KEY, SECRET);
    charts = ChartRepository.serve("milvus", "aws-load-balancer-controller");
    stack = StackFolder.in(folder, "milvus");
    slipway =
        new Slipway(
            "dev.slipway.cli.Main",
            folder,
            Map.of(
                "AWS_ENDPOINT_URL", front.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", KEY,
                "AWS_SECRET_ACCESS_KEY", SECRET,
                "SLIPWAY_HELM", eks.cluster().helm4().toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString()));
    stack.write(
        Files.readString(Path.of("..", "examples", "milvus-eks.yaml"))
                .replace(
                    "    region: eu-central-1\n",
                    """
                        region: eu-central-1
                        load-balancers: {repository: '%s'}
                    """
                        .formatted(charts.url()))
                // Pods of the lab are played; one that answers stands behind Milvus alone.
                .replace("      enabled: true\n", "      enabled: false\n")
            + "    chart: {repository: '%s'}\n".formatted(charts.url()));
    pod = MilvusPod.behind(eks.cluster(), "milvus", folder);
  }

  @AfterAll
  void takeDown() {
    if (charts != null) {
      run("down", "--yes");
      pod.close();
      charts.close();
    }
  }

  private Ended run(String command, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add(stack.file().toString());
    return slipway.run(command, all.toArray(String[]::new));
  }

  @Test
  @Order(1)
  void onePlanBeforeAnythingExistsListsTheCloudAndTheClustersObjects() {
    Ended plan = run("plan");

    assertThat(plan.code()).as(plan.everything()).isZero();
    List<String> steps =
        plan.events("planned")
            .flatMap(planned -> planned.at("/plan/steps").valueStream())
            .map(step -> step.get("step").asString())
            .toList();
    assertThat(steps)
        .contains(
            "create aws.account/account",
            "create aws.vpc/network",
            "create aws.nat-gateway/all",
            "create aws.eks-cluster/cluster",
            "create aws.eks-node-group/nodes",
            "create aws.eks-addon/aws-ebs-csi-driver",
            "create aws.s3-bucket/milvus",
            "create aws.iam-policy/milvus",
            "create aws.log-group/performance",
            "create kubernetes.object/StorageClass.storage.k8s.io/ebs-gp3-sc",
            "create kubernetes.object/Deployment.apps/kube-system/cluster-autoscaler",
            "create kubernetes.object/Deployment.apps/kube-system/aws-load-balancer-controller",
            "create kubernetes.object/Service/milvus/milvus",
            "create kubernetes.object/Deployment.apps/milvus/milvus-proxy");
    assertThat(steps).allMatch(step -> step.startsWith("create "));
  }

  @Test
  @Order(2)
  void upIsProven() {
    Ended up = run("up", "--yes");

    assertThat(up.code()).as(up.everything()).isZero();
    assertThat(up.passed()).contains("refuse a wrong password", "insert 3,000 rows", "drop");
    assertThat(isDefault("gp2")).isEqualTo("false");
    assertThat(isDefault("ebs-gp3-sc")).isEqualTo("true");
  }

  private String isDefault(String storageClass) {
    return cluster
        .api()
        .get("/apis/storage.k8s.io/v1/storageclasses/" + storageClass)
        .at("/metadata/annotations/storageclass.kubernetes.io~1is-default-class")
        .asString();
  }

  @Test
  @Order(3)
  void aSecondPlanChangesNothingAndNothingHasDrifted() {
    Ended plan = run("plan");
    assertThat(plan.code()).as(plan.everything()).isZero();
    assertThat(
            plan.events("planned")
                .flatMap(planned -> planned.at("/plan/steps").valueStream())
                .map(step -> step.get("step").asString())
                .filter(step -> !step.startsWith("keep ")))
        .isEmpty();
    Ended drift = run("drift");
    assertThat(drift.code()).as(drift.everything()).isZero();
  }

  @Test
  @Order(4)
  void downLeavesNothingButTheBucket() {
    Ended down = run("down", "--yes");

    assertThat(down.code()).as(down.everything()).isZero();
    assertThat(isDefault("gp2")).isEqualTo("true");
    assertThat(cluster.snapshot()).isEqualTo(before);
    try (Clients account = account()) {
      assertThat(account.eks().listClusters().clusters()).isEmpty();
      assertThat(account.ec2().describeVpcs(r -> r.filters(OWNED)).vpcs()).isEmpty();
      assertThat(account.ec2().describeVolumes().volumes()).isEmpty();
      assertThat(account.logs().describeLogGroups().logGroups()).isEmpty();
      assertThat(account.iam().listRoles(r -> r.pathPrefix("/")).roles()).isEmpty();
      assertThat(account.s3().listBuckets().buckets())
          .singleElement()
          .satisfies(bucket -> assertThat(bucket.name()).startsWith("milvus-milvus-"));
    }
  }

  private Clients account() {
    return new Clients(
        Region.EU_CENTRAL_1,
        StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)),
        Optional.of(endpoint));
  }
}
