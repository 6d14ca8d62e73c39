package dev.slipway.lab.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.process.Ran;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests fail in the proxy as the test says, and not otherwise. */
@ExtendWith(KubernetesLab.class)
class FaultProxyClusterTest {
  private FaultProxy proxy;
  private HttpClient client;
  private String namespace;

  @BeforeEach
  void start(LabCluster cluster) {
    proxy = cluster.faultProxy();
    client = HttpClient.newBuilder().sslContext(cluster.adminTls()).build();
    namespace = cluster.freshNamespace();
  }

  @AfterEach
  void stop() {
    client.shutdownNow();
    proxy.close();
  }

  @Test
  void kubectlWorksThroughIt(LabCluster cluster) throws Exception {
    String kubeconfig = KubeconfigFile.of(proxy.kubeconfig());
    cluster
        .run(
            cluster.kubectl(),
            "--kubeconfig",
            kubeconfig,
            "-n",
            namespace,
            "create",
            "deployment",
            "a",
            "--image=a")
        .orFail();
    cluster
        .run(
            cluster.kubectl(),
            "--kubeconfig",
            kubeconfig,
            "-n",
            namespace,
            "rollout",
            "status",
            "deployment/a",
            "--timeout=60s")
        .orFail();
    assertThat(
            proxy.count(
                r -> r.verb().equals("POST") && r.path().contains("/deployments") && r.changes()))
        .isEqualTo(1);
  }

  @Test
  void usersStayWhoTheyAre(LabCluster cluster) throws Exception {
    Ran ran =
        cluster.run(
            cluster.kubectl(),
            "--kubeconfig",
            KubeconfigFile.of(proxy.kubeconfigOf("ann", "readers")),
            "auth",
            "whoami",
            "-o",
            "yaml");
    assertThat(ran.orFail().out()).contains("username: ann", "- readers");
  }

  @Test
  void aTokenIsHandedOn(LabCluster cluster) throws Exception {
    String token =
        cluster
            .run(cluster.kubectl(), "-n", namespace, "create", "token", "default")
            .orFail()
            .out()
            .strip();
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .sslContext(cluster.adminTls())
            .build()
            .send(
                request("GET", "/api/v1/namespaces/" + namespace + "/pods")
                    .header("Authorization", "Bearer " + token)
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("system:serviceaccount:" + namespace + ":default");
  }

  @Test
  void requestsAreRefusedWithAStatusAndATimeToWait() throws Exception {
    proxy.faults(2, r -> r.verb().equals("GET"), ApiFault.tooManyRequests(Duration.ofSeconds(3)));
    HttpResponse<String> first = get("/version");
    assertThat(first.statusCode()).isEqualTo(429);
    assertThat(first.headers().firstValue("Retry-After")).contains("3");
    assertThat(first.body()).contains("\"reason\":\"TooManyRequests\"");
    assertThat(get("/version").statusCode()).isEqualTo(429);
    assertThat(get("/version").statusCode()).isEqualTo(200);
    proxy.faults(1, _ -> true, ApiFault.internalError());
    assertThat(get("/version").statusCode()).isEqualTo(500);
    assertThat(proxy.requests()).hasSize(4);
  }

  @Test
  void aLostRequestDoesNothing(LabCluster cluster) {
    proxy.faults(_ -> ApiFault.LOST);
    Assertions.assertThatThrownBy(this::create).isInstanceOf(IOException.class);
    assertThat(cluster.api().find(path())).isEmpty();
  }

  @Test
  void anUnansweredRequestIsDone(LabCluster cluster) {
    proxy.faults(_ -> ApiFault.UNANSWERED);
    Assertions.assertThatThrownBy(this::create).isInstanceOf(IOException.class);
    assertThat(cluster.api().find(path())).isPresent();
  }

  @Test
  void anAnswerIsCutInItsMiddle(LabCluster cluster) {
    proxy.faults(_ -> ApiFault.CUT);
    Assertions.assertThatThrownBy(this::create).isInstanceOf(IOException.class);
    assertThat(cluster.api().find(path())).isPresent();
    Assertions.assertThatThrownBy(() -> get("/openapi/v2")).isInstanceOf(IOException.class);
  }

  @Test
  void hooksSeeARequestBeforeTheServerDoesAndWhenItHasDoneIt(LabCluster cluster) throws Exception {
    List<String> seen = new ArrayList<>();
    proxy.beforeEach(r -> seen.add(r + " " + cluster.api().find(path()).isPresent()));
    proxy.afterEach(r -> seen.add(r + " " + cluster.api().find(path()).isPresent()));
    assertThat(create().statusCode()).isEqualTo(201);
    String request = "1 POST /api/v1/namespaces/" + namespace + "/configmaps ";
    assertThat(seen).containsExactly(request + "false", request + "true");
  }

  private String path() {
    return "/api/v1/namespaces/" + namespace + "/configmaps/a";
  }

  private HttpResponse<String> create() throws Exception {
    String body = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}";
    return client.send(
        request("POST", "/api/v1/namespaces/" + namespace + "/configmaps")
            .method("POST", HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/yaml")
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request("GET", path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String verb, String path) {
    return HttpRequest.newBuilder(URI.create(proxy.server() + path))
        .method(verb, HttpRequest.BodyPublishers.noBody());
  }
}
