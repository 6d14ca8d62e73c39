package dev.slipway.lab.lifecycle;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static dev.slipway.lab.cloud.Draft.fixed;
import static dev.slipway.lab.cloud.Draft.graph;
import static dev.slipway.lab.cloud.Draft.plain;
import static dev.slipway.lab.cloud.Draft.secret;
import static dev.slipway.lab.cloud.Draft.slow;

import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.provider.RateBudget;
import dev.slipway.lab.power.Power;
import dev.slipway.lab.power.PowerCut;
import dev.slipway.lab.rig.Rig;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * A crash at every entry of the journal and before and after every call: what follows finds the
 * same end as without it.
 */
final class CrashTest {
  private static final Graph FIRST =
      graph(
          plain("net"),
          secret("key"),
          slow("db").needs("sim.plain/net").after("sim.secret/key"),
          fixed("disk").zoneOf("sim.plain/net#id"),
          plain("app").needs("sim.slow/db", "sim.fixed/disk"),
          plain("old").needs("sim.plain/net"));
  private static final Graph EDITED =
      graph(
          plain("net").size("large"),
          secret("key"),
          slow("db").needs("sim.plain/net").size("large").after("sim.secret/key"),
          fixed("disk").zone("elsewhere"),
          plain("app").needs("sim.slow/db", "sim.fixed/disk"),
          plain("new").needs("sim.plain/app"));

  /** One call at a time, so that the points come in the same order in every run. */
  private static Rig rig(long seed) {
    return new Rig(seed)
        .wired(provider -> provider.with(new RateBudget(1, Double.POSITIVE_INFINITY, 1)));
  }

  @Test
  void findsTheSameEndAfterACrashAtAnyPoint() {
    int points = crashEverywhere(List.of(), FIRST);
    points += crashEverywhere(List.of(FIRST), EDITED);
    points += crashEverywhere(List.of(FIRST), Graph.EMPTY);
    points += crashEverywhere(List.of(FIRST, EDITED), FIRST);

    Assertions.assertThat(points).isGreaterThan(250);
  }

  private static int crashEverywhere(List<Graph> before, Graph then) {
    int point = 0;
    while (crashAt(point, before, then)) {
      point++;
    }
    return point;
  }

  /** False if the run came to its end before the point. */
  private static boolean crashAt(int point, List<Graph> before, Graph then) {
    Rig rig = rig(point);
    before.forEach(rig::up);
    boolean crashed = false;
    try {
      assertThat(rig.up(then, Power.cutAt(point))).isClean();
    } catch (PowerCut _) {
      crashed = true;
    }
    assertThat(rig.up(then)).isClean();
    assertThat(rig.cloud()).holdsExactly(then).sawNoViolationButReplacements();
    assertThat(rig.plan(then)).changesNothing();
    assertThat(rig.down()).isClean();
    assertThat(rig.cloud()).isEmpty().sawNoViolationButReplacements();
    Assertions.assertThat(rig.state().isEmpty()).isTrue();
    return crashed;
  }

  @Test
  void comesDownAfterACrashOnTheWayUp() {
    int point = 0;
    boolean crashed = true;
    while (crashed) {
      Rig rig = rig(point);
      crashed = false;
      try {
        rig.up(FIRST, Power.cutAt(point++));
      } catch (PowerCut _) {
        crashed = true;
      }
      assertThat(rig.down()).isClean();
      assertThat(rig.cloud()).isEmpty().sawNoViolation();
      Assertions.assertThat(rig.state().isEmpty()).isTrue();
    }
  }

  @Test
  void survivesCrashAfterCrash() {
    Rig rig = rig(1);
    boolean crashed = true;
    for (int budget = 3; crashed; budget++) {
      crashed = false;
      try {
        rig.up(FIRST, Power.cutAt(budget));
      } catch (PowerCut _) {
        crashed = true;
      }
    }
    assertThat(rig.cloud()).holdsExactly(FIRST).sawNoViolation();
  }
}
