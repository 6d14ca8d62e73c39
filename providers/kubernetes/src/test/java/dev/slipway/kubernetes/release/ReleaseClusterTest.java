package dev.slipway.kubernetes.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.apply.Applier;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.plan.Change;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.Step;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Helm 3 and 4, the real ones, work on what Slipway made, and Slipway on what they did. */
@ExtendWith(KubernetesLab.class)
class ReleaseClusterTest {
  @TempDir Path folder;

  @Test
  void helmListsAndTellsWhatSlipwayMade(LabCluster lab) {
    try (ReleaseRig rig = new ReleaseRig(lab, "umbrella", folder)) {
      done(rig.up());
      for (Path helm : List.of(lab.helm3(), lab.helm4())) {
        assertThat(rig.helm(helm, "list")).contains("boat", "deployed", "umbrella-2.0.3", "2024.1");
        assertThat(rig.helm(helm, "status", "boat")).contains("STATUS: deployed", "REVISION: 1");
        assertThat(rig.helm(helm, "history", "boat")).contains("Installed by Slipway");
        assertThat(rig.helm(helm, "get", "manifest", "boat"))
            .contains("kind: StatefulSet", "boat-store");
        assertThat(rig.helm(helm, "get", "values", "boat", "--all")).contains("replicas: 2");
      }
      assertThat(acting(rig.plan())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aRollbackIsSeenAndHealed(int version, LabCluster lab) {
    Path helm = helm(lab, version);
    try (ReleaseRig rig = new ReleaseRig(lab, "umbrella", folder)) {
      done(rig.up());
      done(rig.with("replicas", 3).up());
      assertThat(rig.helm(helm, "history", "boat")).contains("superseded", "Upgraded by Slipway");

      rig.helm(helm, "rollback", "boat", "1");

      assertThat(replicas(rig)).isEqualTo(2);
      assertThat(acting(rig.plan()))
          .containsExactlyInAnyOrder(
              "update kubernetes.object/Deployment.apps/" + rig.namespace() + "/boat-front",
              "update kubernetes.release/" + rig.namespace() + "/boat");
      done(rig.up());
      assertThat(replicas(rig)).isEqualTo(3);
      assertThat(rig.helm(helm, "history", "boat")).contains("Rollback to 1");
      assertThat(rig.helm(helm, "list")).contains("deployed").containsPattern("boat\\s+\\S+\\s+4");
      assertThat(acting(rig.plan())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void anUpgradeByHelmIsSeenAndTakenBack(int version, LabCluster lab) {
    Path helm = helm(lab, version);
    try (ReleaseRig rig = new ReleaseRig(lab, "umbrella", folder)) {
      done(rig.up());

      rig.helm(
          helm,
          "upgrade",
          "boat",
          rig.folder().toString(),
          "--set",
          "replicas=4,cache.enabled=false");

      assertThat(replicas(rig)).isEqualTo(4);
      assertThat(acting(rig.plan()))
          .contains(
              "create kubernetes.object/Service/" + rig.namespace() + "/boat-cache",
              "update kubernetes.object/Deployment.apps/" + rig.namespace() + "/boat-front",
              "update kubernetes.release/" + rig.namespace() + "/boat");
      done(rig.up());
      assertThat(replicas(rig)).isEqualTo(2);
      assertThat(acting(rig.plan())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void anUninstallByHelmIsMadeGoodFromTheStart(int version, LabCluster lab) {
    try (ReleaseRig rig = new ReleaseRig(lab, "umbrella", folder)) {
      done(rig.up());

      rig.helm(helm(lab, version), "uninstall", "boat", "--wait");

      Plan plan = rig.plan();
      assertThat(plan.steps()).allMatch(step -> step.change() instanceof Change.Create);
      done(rig.up());
      assertThat(rig.helm(lab.helm4(), "status", "boat")).contains("REVISION: 1");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aReleaseOfHelmsIsTakenOverIfAskedFor(int version, LabCluster lab) {
    Path helm = helm(lab, version);
    try (ReleaseRig rig = new ReleaseRig(lab, "umbrella", folder)) {
      rig.helm(helm, "install", "boat", rig.folder().toString(), "--set", "cache.size=1Gi");
      assertThat(foreign(rig)).contains("PLAN-FOREIGN");

      assertThat(acting(rig.adopting().plan())).noneMatch(step -> step.startsWith("delete"));
      done(rig.up());

      assertThat(rig.helm(helm, "list")).contains("deployed").containsPattern("boat\\s+\\S+\\s+2");
      assertThat(arguments(rig)).contains("64Mi").doesNotContain("1Gi");
      assertThat(acting(rig.plan())).isEmpty();
      rig.helm(helm, "rollback", "boat", "1");
      assertThat(arguments(rig)).contains("1Gi").doesNotContain("64Mi");
    }
  }

  @Test
  void theRecordGoesWithTheStackAndNothingIsLeft(LabCluster lab) {
    try (ReleaseRig rig = new ReleaseRig(lab, "umbrella", folder)) {
      SortedSet<String> before = mine(lab, rig);
      done(rig.up());
      done(rig.with("replicas", 1).up());
      done(rig.down());
      assertThat(rig.helm(lab.helm3(), "list", "--all")).doesNotContain("boat");
      assertThat(mine(lab, rig))
          .filteredOn(name -> !name.contains("PersistentVolumeClaim"))
          .isEqualTo(List.copyOf(before));
    }
  }

  @Test
  void tenRevisionsAreKept(LabCluster lab) {
    try (ReleaseRig rig = new ReleaseRig(lab, "broken", folder)) {
      for (int i = 1; i <= 12; i++) {
        done(rig.with("host", "host-" + i + ".example").up());
      }
      assertThat(Revision.all(rig.cluster(), rig.namespace(), "boat"))
          .extracting(Revision::number)
          .containsExactly(12, 11, 10, 9, 8, 7, 6, 5, 4, 3);
      assertThat(rig.helm(lab.helm3(), "history", "boat")).contains("12", "deployed");
    }
  }

  @Test
  void anUpgradeThatHelmLeftHalfDoneIsResolved(LabCluster lab) {
    try (ReleaseRig rig = new ReleaseRig(lab, "broken", folder)) {
      done(rig.with("host", "one.example").up());
      lab.run(
              lab.kubectl(),
              "-n",
              rig.namespace(),
              "label",
              "--overwrite",
              "secret",
              "sh.helm.release.v1.boat.v1",
              "status=pending-upgrade")
          .orFail();
      assertThat(acting(rig.plan()))
          .containsExactly("update kubernetes.release/" + rig.namespace() + "/boat");
      done(rig.up());
      assertThat(rig.helm(lab.helm4(), "history", "boat"))
          .contains("failed", "Interrupted", "deployed");
      assertThat(acting(rig.plan())).isEmpty();
    }
  }

  private static Path helm(LabCluster lab, int version) {
    return version == 3 ? lab.helm3() : lab.helm4();
  }

  private static String foreign(ReleaseRig rig) {
    try {
      rig.plan();
      return "nothing";
    } catch (DiagnosticException e) {
      return e.diagnostics().toString();
    }
  }

  private static List<String> acting(Plan plan) {
    return plan.steps().stream()
        .map(Step::change)
        .filter(change -> !(change instanceof Change.Keep))
        .map(change -> change.verb().name().toLowerCase(Locale.ROOT) + " " + change.id())
        .toList();
  }

  private static long replicas(ReleaseRig rig) {
    return deployment(rig, "boat-front").number("spec", "replicas").orElseThrow();
  }

  private static String arguments(ReleaseRig rig) {
    return deployment(rig, "boat-cache").at("spec", "template", "spec").orElseThrow().toString();
  }

  private static ApiObject deployment(ReleaseRig rig, String name) {
    return rig.cluster()
        .get(new ObjectKey("apps/v1", "Deployment", Optional.of(rig.namespace()), name))
        .orElseThrow();
  }

  private static SortedSet<String> mine(LabCluster lab, ReleaseRig rig) {
    SortedSet<String> all = lab.snapshot();
    all.removeIf(name -> !name.contains(rig.namespace() + "/"));
    return all;
  }

  static void done(Applier.Result result) {
    assertThat(result.problems()).isEmpty();
    assertThat(result.outcome().clean()).isTrue();
  }
}
