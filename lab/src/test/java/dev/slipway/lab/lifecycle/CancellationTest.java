package dev.slipway.lab.lifecycle;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static dev.slipway.lab.cloud.Draft.graph;
import static dev.slipway.lab.cloud.Draft.plain;
import static dev.slipway.lab.cloud.Draft.slow;

import dev.slipway.engine.apply.Applier;
import dev.slipway.engine.apply.Cancellation;
import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.provider.RateBudget;
import dev.slipway.lab.power.Power;
import dev.slipway.lab.rig.Rig;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Ctrl-C at any moment: no further step is begun, what runs is waited for. */
final class CancellationTest {
  private static final Graph WANTED =
      graph(
          plain("net"),
          slow("db").needs("sim.plain/net").looks(4),
          plain("app").needs("sim.slow/db"),
          plain("web").needs("sim.plain/app"));

  @Test
  void leavesACleanJournalAtAnyPointAndGoesOn() {
    int cancelled = 0;
    for (int point = 0; point < 60; point++) {
      Rig rig = rig(point);
      Cancellation cancellation = new Cancellation();
      Applier.Result result = rig.up(WANTED, Power.at(point, cancellation::request), cancellation);
      cancelled += result.outcome().cancelled() && !result.outcome().clean() ? 1 : 0;
      Assertions.assertThat(result.problems()).isEmpty();
      Assertions.assertThat(rig.disk().text()).endsWith("\n");
      Assertions.assertThat(rig.journal(Power.steady()).notice()).isEmpty();

      assertThat(rig.up(WANTED)).isClean();
      assertThat(rig.cloud()).holdsExactly(WANTED).sawNoViolation();
    }
    Assertions.assertThat(cancelled).isGreaterThan(20);
  }

  @Test
  void stopsRemovalTooAndGoesOn() {
    for (int point = 0; point < 40; point++) {
      Rig rig = rig(point);
      rig.up(WANTED);
      Cancellation cancellation = new Cancellation();
      rig.up(Graph.EMPTY, Power.at(point, cancellation::request), cancellation);

      assertThat(rig.down()).isClean();
      assertThat(rig.cloud()).isEmpty().sawNoViolation();
    }
  }

  @Test
  void beginsNothingWhenItWasAskedForBefore() {
    Rig rig = rig(0);
    Cancellation cancellation = new Cancellation();
    cancellation.request();

    Applier.Result result = rig.up(WANTED, Power.steady(), cancellation);

    assertThat(result).finished(0).skipped(4);
    Assertions.assertThat(result.outcome().cancelled()).isTrue();
    Assertions.assertThat(rig.cloud().changes()).isZero();
    Assertions.assertThat(rig.disk().text()).contains("\"outcome\":\"cancelled\"");
  }

  private static Rig rig(int seed) {
    return new Rig(seed)
        .wired(provider -> provider.with(new RateBudget(1, Double.POSITIVE_INFINITY, 1)));
  }
}
