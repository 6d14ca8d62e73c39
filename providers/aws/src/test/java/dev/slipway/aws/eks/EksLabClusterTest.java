package dev.slipway.aws.eks;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.eks.access.AccessEntrySpec;
import dev.slipway.aws.eks.access.AccessPolicy;
import dev.slipway.aws.eks.nodegroup.CapacityType;
import dev.slipway.aws.eks.nodegroup.NodeGroupSpec;
import dev.slipway.aws.eks.nodegroup.Scaling;
import dev.slipway.aws.eks.token.EksToken;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsFront;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.EksLab;
import dev.slipway.lab.aws.EksLabCluster;
import dev.slipway.lab.kubernetes.LabCluster;
import dev.slipway.lab.process.Await;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A cluster that Slipway makes on EKS, reached with a token that Slipway makes. */
@ExtendWith({AwsLab.class, EksLab.class})
class EksLabClusterTest {
  private static final String ADMIN =
      "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";

  @Test
  void letsInWhoHasAnAccessEntryAndShowsTheNodesOfItsGroups(AwsFront front, EksLabCluster lab)
      throws Exception {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      lab.know("AKIDLAB", "secret");
      lab.serve(front, ground.name());
      String caller = stack.clients().sts().getCallerIdentity().arn();

      assertThat(stack.up(ground.with(ground.spec()))).isClean();
      assertThat(ask(stack, ground.name(), "/api/v1/nodes").statusCode()).isEqualTo(401);

      assertThat(stack.up(ground.with(ground.spec(), entry(caller), workers(ground)))).isClean();
      HttpResponse<String> nodes = ask(stack, ground.name(), "/api/v1/nodes");
      assertThat(nodes.statusCode()).isEqualTo(200);
      assertThat(nodes.body())
          .contains("\"eks.amazonaws.com/nodegroup\":\"workers\"")
          .contains("\"topology.kubernetes.io/zone\":\"eu-central-1a\"")
          .contains("\"topology.kubernetes.io/zone\":\"eu-central-1b\"")
          .contains("\"use\":\"milvus\"");
      assertThat(ask(stack, "another", "/api/v1/nodes").statusCode()).isEqualTo(401);
      assertThat(ask(stack, ground.name(), "/apis/storage.k8s.io/v1/storageclasses/gp2").body())
          .contains("\"storageclass.kubernetes.io/is-default-class\":\"true\"")
          .contains("kubernetes.io/aws-ebs");

      bindsClaims(lab.cluster(), "gp2");

      assertThat(stack.down()).isClean();
      assertThat(lab.cluster().api().get("/api/v1/nodes").path("items").size()).isZero();
    }
  }

  /** A claim of a class gets its volume when a pod wants it. */
  private static void bindsClaims(LabCluster cluster, String storageClass) {
    String namespace = "/api/v1/namespaces/" + cluster.freshNamespace();
    cluster
        .api()
        .create(
            namespace + "/persistentvolumeclaims",
            """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec:
              storageClassName: %s
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 10Gi}}
            """
                .formatted(storageClass));
    cluster
        .api()
        .create(
            namespace + "/pods",
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: user}
            spec:
              containers:
              - {name: user, image: any, volumeMounts: [{name: data, mountPath: /data}]}
              volumes:
              - {name: data, persistentVolumeClaim: {claimName: data}}
            """);
    String claim = namespace + "/persistentvolumeclaims/data";
    Await.until(
        Duration.ofMinutes(1),
        "the claim to be bound",
        () -> cluster.api().get(claim).path("status").path("phase").asString().equals("Bound"),
        () -> cluster.api().get(claim) + "\n" + cluster.api().get(namespace + "/events"));
    cluster.api().delete(namespace);
  }

  private static Resource<?> entry(String principal) {
    return Resource.of(
        new ResourceId(AccessEntrySpec.TYPE, "me"),
        new AccessEntrySpec(
            EksGround.cluster(),
            Value.of(principal),
            "STANDARD",
            List.of(),
            List.of(new AccessPolicy(ADMIN, List.of())),
            Map.of()));
  }

  private static Resource<?> workers(EksGround ground) {
    return Resource.of(
        new ResourceId(NodeGroupSpec.TYPE, "workers"),
        new NodeGroupSpec(
            EksGround.cluster(),
            "workers",
            Value.of(ground.role()),
            EksGround.subnets(),
            List.of("m6i.large"),
            CapacityType.SPOT,
            Optional.empty(),
            Optional.empty(),
            new Scaling(1, 3, 2),
            Map.of("use", "milvus"),
            List.of(),
            Optional.empty(),
            1,
            Optional.empty(),
            Map.of()));
  }

  /** Asks the API server that the cluster's attributes name, with a token for a cluster. */
  private static HttpResponse<String> ask(AwsStack stack, String cluster, String path)
      throws Exception {
    Attributes made = stack.attributes(EksGround.CLUSTER);
    EksToken tokens =
        new EksToken(AwsStack.REGION, stack.clients().credentials(), cluster, Clock.systemUTC());
    try (HttpClient client =
        HttpClient.newBuilder()
            .sslContext(trusting(made.text("certificateAuthority").orElseThrow()))
            .build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(made.text("endpoint").orElseThrow()).resolve(path))
              .header("Authorization", "Bearer " + tokens.get())
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static SSLContext trusting(String authority) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry(
        "authority",
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(authority))));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
