package dev.slipway.kubernetes.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.apply.Applier;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.plan.Change;
import dev.slipway.engine.verify.Check;
import dev.slipway.engine.verify.Endpoint;
import dev.slipway.engine.verify.Proof;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.kubernetes.release.ReleaseRig;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Hooks run when Helm would run them, and what they leave is what Helm would leave. */
@ExtendWith(KubernetesLab.class)
class HookClusterTest {
  private static final Endpoint NOWHERE =
      name -> {
        throw new IllegalArgumentException(name);
      };

  @TempDir Path folder;

  @Test
  void theHooksOfAnInstallationRunByWeightAndLeaveWhatTheyShould(LabCluster lab) {
    try (ReleaseRig rig = new ReleaseRig(lab, "hooks", folder)) {
      done(rig.up());

      assertThat(finished(rig))
          .containsSubsequence(
              hook(rig, "pre/ServiceAccount/boat-hooks"),
              hook(rig, "pre/RoleBinding/boat-hooks"),
              hook(rig, "pre/Job/boat-prepare"),
              hook(rig, "pre/Job/boat-migrate"),
              "kubernetes.object/Deployment.apps/" + rig.namespace() + "/boat-app",
              hook(rig, "post/Job/boat-seed"),
              hook(rig, "post/Job/boat-announce"),
              "kubernetes.release/" + rig.namespace() + "/boat");
      assertThat(completed(rig))
          .containsExactlyInAnyOrder("boat-prepare", "boat-migrate", "boat-seed", "boat-announce");
      assertThat(names(rig, "batch/v1", "Job"))
          .containsExactlyInAnyOrder("boat-migrate", "boat-announce");
      assertThat(names(rig, "v1", "ServiceAccount")).doesNotContain("boat-hooks");
      assertThat(rig.plan().steps()).allMatch(step -> step.change() instanceof Change.Keep);
      assertThat(rig.helm(lab.helm4(), "get", "hooks", "boat")).contains("name: boat-drain");
    }
  }

  @Test
  void anUpgradeRunsItsOwnHooksAnew(LabCluster lab) {
    try (ReleaseRig rig = new ReleaseRig(lab, "hooks", folder)) {
      done(rig.up());
      String first = uid(rig, "boat-migrate");

      done(rig.with("greeting", "ahoy").up());

      assertThat(uid(rig, "boat-migrate")).isNotEqualTo(first);
      assertThat(completed(rig)).filteredOn("boat-migrate"::equals).hasSize(2);
      assertThat(completed(rig)).filteredOn("boat-announce"::equals).hasSize(2);
      assertThat(completed(rig)).filteredOn("boat-prepare"::equals).hasSize(1);
      assertThat(rig.plan().steps()).allMatch(step -> step.change() instanceof Change.Keep);
    }
  }

  @Test
  void aHookThatFailsStopsWhatComesAfterItAndIsTakenAway(LabCluster lab) {
    try (ReleaseRig rig = new ReleaseRig(lab, "hooks", folder)) {
      Applier.Result result = rig.with("migrationFails", "exit").up();

      assertThat(result.problems())
          .singleElement()
          .satisfies(
              problem -> assertThat(problem.detail()).contains("boat-migrate").contains("exit"));
      assertThat(names(rig, "apps/v1", "Deployment")).isEmpty();
      assertThat(names(rig, "batch/v1", "Job")).doesNotContain("boat-migrate");

      done(rig.with("migrationFails", "").up());

      assertThat(completed(rig)).contains("boat-migrate", "boat-announce");
    }
  }

  @Test
  void theHooksOfARemovalRunOnlyThen(LabCluster lab) {
    try (ReleaseRig rig = new ReleaseRig(lab, "hooks", folder)) {
      done(rig.up());
      done(rig.down());

      assertThat(completed(rig)).contains("boat-drain", "boat-farewell");
      assertThat(names(rig, "batch/v1", "Job")).isEmpty();
      assertThat(names(rig, "v1", "ServiceAccount")).containsExactly("default");
      assertThat(names(rig, "rbac.authorization.k8s.io/v1", "Role")).isEmpty();
    }
  }

  @Test
  void aHookThatOnlyLeftTheChartIsNotRun(LabCluster lab) {
    try (ReleaseRig rig = new ReleaseRig(lab, "hooks", folder)) {
      done(rig.up());
      done(rig.with("drains", false).up());
      assertThat(completed(rig)).doesNotContain("boat-drain");
    }
  }

  @Test
  void theTestsOfAChartAreAProof(LabCluster lab) throws Exception {
    try (ReleaseRig rig = new ReleaseRig(lab, "hooks", folder)) {
      done(rig.up());
      Proof proof =
          rig.proofs().stream()
              .filter(found -> found.checks().getFirst().name().contains("test"))
              .findFirst()
              .orElseThrow();
      assertThat(proof.checks())
          .extracting(Check::name)
          .containsExactly(
              "make, for the chart's tests, ConfigMap boat-test-words",
              "run the chart's test Pod boat-test-greeting");
      for (Check check : proof.checks()) {
        assertThat(check.run(NOWHERE)).isNotEmpty();
      }
      assertThat(names(rig, "v1", "Pod")).contains("boat-test-greeting");
      proof.cleanup().run();
      assertThat(names(rig, "v1", "ConfigMap")).doesNotContain("boat-test-words");
    }
  }

  private static String hook(ReleaseRig rig, String name) {
    return "kubernetes.hook/" + rig.namespace() + "/boat/" + name;
  }

  private static List<String> finished(ReleaseRig rig) {
    return rig.events().stream()
        .filter(Event.StepFinished.class::isInstance)
        .map(event -> ((Event.StepFinished) event).step().resource().toString())
        .toList();
  }

  /** The Jobs that have ended well since the namespace was made, one name for each run. */
  private static List<String> completed(ReleaseRig rig) {
    return rig.cluster().list("v1", "Event", Optional.of(rig.namespace()), "").stream()
        .filter(event -> event.text("reason").filter("Completed"::equals).isPresent())
        .map(event -> event.text("involvedObject", "name").orElse(""))
        .toList();
  }

  private static List<String> names(ReleaseRig rig, String apiVersion, String kind) {
    return rig.cluster().list(apiVersion, kind, Optional.of(rig.namespace()), "").stream()
        .filter(object -> !object.deleting())
        .map(ApiObject::name)
        .toList();
  }

  private static String uid(ReleaseRig rig, String job) {
    return rig.cluster()
        .get(new ObjectKey("batch/v1", "Job", Optional.of(rig.namespace()), job))
        .flatMap(object -> object.text("metadata", "uid"))
        .orElseThrow();
  }

  private static void done(Applier.Result result) {
    assertThat(result.problems()).isEmpty();
    assertThat(result.outcome().clean()).isTrue();
  }
}
