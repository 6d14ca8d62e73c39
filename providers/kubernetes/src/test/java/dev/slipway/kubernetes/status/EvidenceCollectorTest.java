package dev.slipway.kubernetes.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceCollectorTest {
  private final ShownCluster cluster = new ShownCluster();
  private long now = 1;
  private Instant date = Instant.parse("2030-01-01T00:00:00Z");
  private final EvidenceCollector collector = new EvidenceCollector(cluster, () -> now, () -> date);

  @Test
  void whatIsReadyCostsNoRequest() {
    ApiObject ready = StatusFixture.named("deployment/current").object();

    assertThat(collector.collect(ready)).isEqualTo(Evidence.NONE);
    assertThat(cluster.requests).isEmpty();
  }

  @Test
  void whatWasMadeJustNowIsLeftAloneAtFirst() {
    StatusFixture fixture = StatusFixture.named("replicaset/crash-loop");
    show(fixture);
    ApiObject made = fixture.object().with("2030-01-01T00:00:00Z", "metadata", "creationTimestamp");

    date = Instant.parse("2030-01-01T00:00:01Z");
    assertThat(collector.collect(made)).isEqualTo(Evidence.NONE);
    assertThat(cluster.requests).isEmpty();

    date = Instant.parse("2030-01-01T00:00:02Z");
    assertThat(collector.collect(made)).isNotEqualTo(Evidence.NONE);
  }

  @Test
  void whatHasFailedAlreadyIsLookedAtHoweverNewItIs() {
    ApiObject failed =
        StatusFixture.named("job/failed")
            .object()
            .with("2030-01-01T00:00:00Z", "metadata", "creationTimestamp");

    collector.collect(failed);

    assertThat(cluster.requests).isNotEmpty();
  }

  @Test
  void workloadsPodsAndTheirEventsAndLogsTellWhy() {
    StatusFixture fixture = StatusFixture.named("replicaset/crash-loop");
    show(fixture);

    Status status = Readiness.of(fixture.object(), collector.collect(fixture.object()));

    assertThat(status).isEqualTo(Readiness.of(fixture.object(), fixture.evidence()));
    assertThat(status).isInstanceOf(Status.Failed.class);
    assertThat(cluster.requests).containsExactly("list Pod", "list Event", "log main before");
  }

  @Test
  void deploymentsPodsAreThoseOfItsNewestRevision() {
    StatusFixture fixture = StatusFixture.named("replicaset/crash-loop");
    show(fixture);
    ApiObject set =
        fixture.object().with("7", "metadata", "annotations", "deployment.kubernetes.io/revision");
    ApiObject older =
        set.with("older", "metadata", "name")
            .with("other-uid", "metadata", "uid")
            .with("6", "metadata", "annotations", "deployment.kubernetes.io/revision");
    cluster.objects.addAll(List.of(older, set));
    ApiObject deployment = StatusFixture.named("deployment/crash-loop").object();

    Evidence evidence = collector.collect(deployment);

    assertThat(evidence.related()).contains(set).doesNotContain(older);
    assertThat(evidence.related().stream().filter(one -> one.kind().equals("Pod"))).hasSize(3);
    assertThat(cluster.requests)
        .containsExactly("list ReplicaSet", "list Pod", "list Event", "log main before");
  }

  @Test
  void asksLessAndLessOftenWhileNothingChanges() {
    StatusFixture fixture = StatusFixture.named("replicaset/crash-loop");
    show(fixture);
    int looks = 0;
    for (int second = 0; second < 40; second++) {
      int before = cluster.requests.size();
      collector.collect(fixture.object());
      looks += cluster.requests.size() > before ? 1 : 0;
      now += Duration.ofSeconds(1).toNanos();
    }
    assertThat(looks).isEqualTo(8);
    assertThat(cluster.requests).filteredOn("log main before"::equals).hasSize(1);

    cluster.requests.clear();
    collector.collect(fixture.object().with("999999", "metadata", "resourceVersion"));
    assertThat(cluster.requests).isNotEmpty();
  }

  @Test
  void eventsOfANamespaceAreListedOnceForAllThatAskAtTheSameTime() {
    StatusFixture fixture = StatusFixture.named("replicaset/crash-loop");
    show(fixture);
    ApiObject other = fixture.object().with("other", "metadata", "uid");

    collector.collect(fixture.object());
    collector.collect(other);

    assertThat(cluster.requests).filteredOn("list Event"::equals).hasSize(1);
  }

  @Test
  void whatTheServerRefusesToShowIsLeftOut() {
    StatusFixture fixture = StatusFixture.named("replicaset/crash-loop");
    show(fixture);
    cluster.forbidden.addAll(List.of("Event", "main before"));

    Evidence evidence = collector.collect(fixture.object());

    assertThat(evidence.events()).isEmpty();
    assertThat(evidence.related()).hasSize(3);
  }

  @Test
  void secretsOfThePodNeverShowInItsLog() {
    StatusFixture fixture = StatusFixture.named("replicaset/crash-loop");
    show(fixture);
    cluster.objects.replaceAll(
        object ->
            object.kind().equals("Pod")
                ? object.with(
                    List.of(Map.of("name", "v", "secret", Map.of("secretName", "auth"))),
                    "spec",
                    "volumes")
                : object);
    cluster.objects.add(
        new ApiObject(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Secret",
                "metadata",
                Map.of("name", "auth", "namespace", "pods"),
                "data",
                Map.of("password", encoded("correct horse\n")))));
    cluster.logs.replaceAll((_, _) -> "can't log in with 'correct horse'");

    Status status = Readiness.of(fixture.object(), collector.collect(fixture.object()));

    assertThat(((Status.Failed) status).reason())
        .contains("can't log in with '(secret)'")
        .doesNotContain("horse");
  }

  @Test
  void ingressClassesAreLookedForEvenIfThereAreNone() {
    ApiObject ingress = StatusFixture.named("ingress/not-looked").object();

    assertThat(Readiness.of(ingress, collector.collect(ingress))).isInstanceOf(Status.Failed.class);

    cluster.forbidden.add("IngressClass");
    now += Duration.ofMinutes(1).toNanos();
    assertThat(Readiness.of(ingress, collector.collect(ingress)))
        .isInstanceOf(Status.InProgress.class);
  }

  @Test
  void claimsStorageClassTellsThatItWaitsForAPod() {
    StatusFixture fixture = StatusFixture.named("persistentvolumeclaim/first-consumer-class");
    show(fixture);

    assertThat(Readiness.of(fixture.object(), collector.collect(fixture.object())))
        .isEqualTo(Status.CURRENT);
  }

  @Test
  void unscheduledPodsBringTheirClaims() {
    StatusFixture fixture = StatusFixture.named("replicaset/claim-class-missing");
    show(fixture);

    assertThat(Readiness.of(fixture.object(), collector.collect(fixture.object())))
        .isEqualTo(Readiness.of(fixture.object(), fixture.evidence()));
    assertThat(cluster.requests).contains("get PersistentVolumeClaim");
  }

  private void show(StatusFixture fixture) {
    cluster.objects.addAll(fixture.evidence().related());
    cluster.objects.addAll(fixture.evidence().events());
    cluster.logs.putAll(fixture.evidence().logs());
  }

  private static String encoded(String plain) {
    return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
