package dev.slipway.lab.lifecycle;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static dev.slipway.lab.cloud.Draft.graph;
import static dev.slipway.lab.cloud.Draft.plain;
import static dev.slipway.lab.cloud.Draft.slow;

import dev.slipway.engine.event.Event;
import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.retry.Backoff;
import dev.slipway.lab.cloud.Draft;
import dev.slipway.lab.cloud.Fault;
import dev.slipway.lab.cloud.Faults;
import dev.slipway.lab.cloud.Operation;
import dev.slipway.lab.rig.Rig;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What happens when calls fail. */
final class FaultTest {
  private final Rig rig = new Rig();

  private void fault(Operation operation, String id, Fault fault, int times) {
    rig.wired(provider -> provider.with(new Faults.Script().add(operation, id, fault, times)));
  }

  @Test
  void skipsWhatDependsOnAFailureAndGoesOnWithTheRest() {
    Graph wanted =
        graph(
            plain("a"),
            plain("b").needs("sim.plain/a"),
            plain("c").needs("sim.plain/b"),
            plain("x"),
            plain("y").needs("sim.plain/x"));
    fault(Operation.CREATE, "sim.plain/a", Fault.REFUSED, 1);

    assertThat(rig.up(wanted)).failedWith("SIM-REFUSED").skipped(2).finished(2);

    assertThat(rig.cloud()).holds("sim.plain/y").lacks("sim.plain/b");
    Assertions.assertThat(rig.events(Event.StepSkipped.class))
        .extracting(skipped -> skipped.step().resource() + ": " + skipped.because())
        .containsExactlyInAnyOrder(
            "sim.plain/b: create sim.plain/a failed", "sim.plain/c: create sim.plain/a failed");
    rig.wired(provider -> provider);
    assertThat(rig.up(wanted)).isClean().finished(3);
    assertThat(rig.cloud()).holdsExactly(wanted).sawNoViolation();
  }

  @Test
  void asksAgainAfterAPassingFaultWithGrowingPauses() {
    fault(Operation.CREATE, "sim.plain/a", Fault.PASSING_BEFORE, 4);

    assertThat(rig.up(graph(plain("a")))).isClean();

    Assertions.assertThat(rig.cloud().calls(Operation.CREATE)).isEqualTo(5);
    var pauses = rig.time().pauses();
    Assertions.assertThat(pauses).hasSize(4);
    for (int i = 0; i < 4; i++) {
      Assertions.assertThat(pauses.get(i))
          .isBetween(
              Backoff.DEFAULT.first().multipliedBy(1L << i).dividedBy(2),
              Backoff.DEFAULT.first().multipliedBy(1L << i));
    }
  }

  @Test
  void givesUpAPassingFaultThatDoesNotPass() {
    fault(Operation.CREATE, "sim.plain/a", Fault.PASSING_BEFORE, 100);

    assertThat(rig.up(graph(plain("a")))).failedWith("SIM-PASSING");

    Assertions.assertThat(rig.cloud().calls(Operation.CREATE))
        .isEqualTo(Backoff.DEFAULT.attempts());
  }

  @Test
  void neverAsksAgainAfterARefusal() {
    fault(Operation.CREATE, "sim.plain/a", Fault.REFUSED, 1);

    assertThat(rig.up(graph(plain("a")))).failedWith("SIM-REFUSED");

    Assertions.assertThat(rig.cloud().calls(Operation.CREATE)).isEqualTo(1);
    Assertions.assertThat(rig.time().pauses()).isEmpty();
  }

  @Test
  void looksBeforeItMakesAgainWhatAFaultMayHaveMade() {
    fault(Operation.CREATE, "sim.plain/a", Fault.PASSING_AFTER, 1);

    assertThat(rig.up(graph(plain("a")))).isClean();

    Assertions.assertThat(rig.cloud().calls(Operation.CREATE)).isEqualTo(1);
    Assertions.assertThat(rig.cloud().calls(Operation.READ)).isEqualTo(1);
    assertThat(rig.cloud()).sawNoViolation();
  }

  @Test
  void asksAgainWhenAChangeARemovalOrALookFaults() {
    rig.up(graph(plain("a"), plain("b")));
    rig.wired(
        provider ->
            provider.with(
                new Faults.Script()
                    .add(Operation.UPDATE, "sim.plain/a", Fault.PASSING_AFTER, 2)
                    .add(Operation.READ, "sim.plain/a", Fault.PASSING_BEFORE, 2)
                    .add(Operation.DELETE, "sim.plain/b", Fault.PASSING_AFTER, 2)));
    Graph edited = graph(plain("a").size("large"));

    assertThat(rig.up(edited)).isClean();
    assertThat(rig.cloud()).holdsExactly(edited).sawNoViolation();
  }

  @Test
  void asksAgainWhenLookingForThePlanFaults() {
    fault(Operation.LIST, "sim.plain/a", Fault.PASSING_BEFORE, 2);
    assertThat(rig.plan(graph(plain("a")))).creates("sim.plain/a");
    Assertions.assertThat(rig.time().pauses()).hasSize(2);
  }

  @Test
  void slowsDownWhenThrottledAndStillMakesEverything() {
    Graph wanted =
        graph(IntStream.range(0, 40).mapToObj(i -> plain("p" + i)).toList().toArray(new Draft[0]));
    Faults.Script script = new Faults.Script();
    for (int i = 0; i < 40; i += 4) {
      script.add(Operation.CREATE, "sim.plain/p" + i, Fault.THROTTLED, 6);
    }
    rig.wired(provider -> provider.with(script));

    assertThat(rig.up(wanted)).isClean();
    assertThat(rig.cloud()).holdsExactly(wanted).sawNoViolation();
  }

  @Test
  void reportsAHandlersBugAsOursAndGoesOn() {
    fault(Operation.CREATE, "sim.plain/a", Fault.BUG, 1);

    assertThat(rig.up(graph(plain("a"), plain("b"))))
        .failedWith("APPLY-BUG")
        .tells("sim.plain/a", "a bug in CREATE")
        .finished(1);
  }

  @Test
  void givesUpOnWhatNeverBecomesReadyAndSaysWhatItWaitsFor() {
    assertThat(rig.up(graph(slow("db").looks(1_000_000), plain("app").needs("sim.slow/db"))))
        .failedWith("APPLY-TIMEOUT")
        .tells("sim.slow/db", "600 seconds", "looks left")
        .skipped(1);

    rig.cloud().edit("sim.slow/db", spec -> slow("db").looks(0).resource().spec());
    assertThat(rig.plan(graph(slow("db").looks(0)))).keeps("sim.slow/db");
  }

  @Test
  void makesNothingTwiceWhenAFaultOutlastsTheAttempts() {
    fault(Operation.READ, "sim.plain/a", Fault.REFUSED, 1);
    Rig faulty =
        rig.wired(
            provider ->
                provider.with(
                    new Faults.Script()
                        .add(Operation.CREATE, "sim.plain/a", Fault.PASSING_AFTER, 1)
                        .add(Operation.READ, "sim.plain/a", Fault.REFUSED, 1)));
    assertThat(faulty.up(graph(plain("a")))).failedWith("SIM-REFUSED");

    rig.wired(provider -> provider);
    assertThat(rig.plan(graph(plain("a")))).keeps("sim.plain/a").acts(1);
    assertThat(rig.up(graph(plain("a")))).isClean();
    assertThat(rig.cloud()).holdsExactly(graph(plain("a"))).sawNoViolation();
    assertThat(rig.plan(graph(plain("a")))).changesNothing();
  }
}
