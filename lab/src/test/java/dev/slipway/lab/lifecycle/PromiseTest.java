package dev.slipway.lab.lifecycle;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static dev.slipway.lab.cloud.Draft.fixed;
import static dev.slipway.lab.cloud.Draft.graph;
import static dev.slipway.lab.cloud.Draft.plain;
import static dev.slipway.lab.cloud.Draft.secret;
import static dev.slipway.lab.cloud.Draft.slow;
import static dev.slipway.lab.cloud.Draft.volume;

import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.PlanCodec;
import dev.slipway.lab.power.Power;
import dev.slipway.lab.rig.Rig;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A plan is what will happen, or the step stops and says both. */
final class PromiseTest {
  private static final Graph WANTED =
      graph(
          plain("net"),
          secret("key"),
          slow("db").needs("sim.plain/net").zoneOf("sim.secret/key#secret"),
          fixed("disk").zoneOf("sim.plain/net#id"),
          plain("app").needs("sim.slow/db", "sim.fixed/disk").after("sim.secret/key"));
  private static final Graph EDITED =
      graph(
          plain("net").size("large"),
          secret("key").size("large"),
          slow("db").needs("sim.plain/net"),
          fixed("disk").zone("elsewhere"),
          plain("app").needs("sim.fixed/disk"),
          volume("data"));

  private final Rig rig = new Rig();

  private Plan throughAFile(Plan plan) {
    String json = JsonMapper.shared().writeValueAsString(PlanCodec.encode(plan));
    return PlanCodec.decode(
        JsonMapper.shared().readValue(json, Map.class), rig.handlers(Power.steady()));
  }

  @Test
  void readsBackFromAFileAsItself() {
    Plan making = rig.plan(WANTED);
    Assertions.assertThat(throughAFile(making)).isEqualTo(making);
    rig.up(WANTED);
    Plan changing = rig.plan(EDITED);
    Assertions.assertThat(throughAFile(changing)).isEqualTo(changing);
    Plan removing = rig.plan(Graph.EMPTY);
    Assertions.assertThat(throughAFile(removing)).isEqualTo(removing);
  }

  @Test
  void doesTheSameFromAFile() {
    assertThat(rig.apply(throughAFile(rig.plan(WANTED)))).isClean();
    assertThat(rig.cloud()).holdsExactly(WANTED);
    assertThat(rig.apply(throughAFile(rig.plan(EDITED)))).isClean();
    assertThat(rig.cloud()).holdsExactly(EDITED).sawNoViolationButReplacements();
    assertThat(rig.plan(EDITED)).changesNothing();
  }

  @Test
  void refusesAPlanMadeAgainstAnOlderState() {
    Plan plan = rig.plan(WANTED);
    rig.up(graph(plain("net")));

    Assertions.assertThatExceptionOfType(DiagnosticException.class)
        .isThrownBy(() -> rig.apply(plan))
        .withMessageContaining("PLAN-STALE");
  }

  @Test
  void refusesAPlanThatWasAppliedAlready() {
    Plan plan = rig.plan(WANTED);
    rig.apply(plan);

    Assertions.assertThatExceptionOfType(DiagnosticException.class)
        .isThrownBy(() -> rig.apply(plan))
        .withMessageContaining("PLAN-STALE");
  }

  @Test
  void rejectsAFileThatIsNoPlan() {
    var handlers = rig.handlers(Power.steady());
    for (Map<?, ?> tree :
        new Map<?, ?>[] {
          Map.of(),
          Map.of("format", 9),
          Map.of("format", 1),
          Map.of("format", 1, "steps", "none"),
          Map.of(
              "format",
              1,
              "stack",
              "s",
              "owner",
              "o",
              "lineage",
              "",
              "serial",
              0,
              "steps",
              java.util.List.of(Map.of("step", "create sim.plain/a", "after", 3)))
        }) {
      Assertions.assertThatIllegalArgumentException()
          .isThrownBy(() -> PlanCodec.decode(tree, handlers));
    }
  }

  @Test
  void stopsAStepThatWouldDoOtherThanPromisedAndSaysBoth() {
    rig.up(graph(plain("a"), plain("b")));
    Plan plan = rig.plan(graph(plain("a").size("large"), plain("b").size("large")));
    rig.cloud().edit("sim.plain/a", spec -> plain("a").zone("moved").resource().spec());

    assertThat(rig.apply(plan))
        .failedWith("PLAN-DIVERGED")
        .tells(
            "promised: size: small → large", "actual:", "zone: Known[value=moved]".substring(0, 4))
        .finished(1);

    Assertions.assertThat(rig.cloud().find("sim.plain/a").orElseThrow().spec().size())
        .isEqualTo("small");
  }

  @Test
  void stopsAnUpdateOfWhatVanishedSinceThePlan() {
    rig.up(graph(plain("a")));
    Plan plan = rig.plan(graph(plain("a").size("large")));
    rig.cloud().vanish("sim.plain/a");

    assertThat(rig.apply(plan)).failedWith("PLAN-DIVERGED").tells("not there any more");
  }

  @Test
  void keepsAPromiseOfSomethingUnknown() {
    rig.up(graph(fixed("a"), plain("b").needs("sim.fixed/a")));
    Graph edited = graph(fixed("a").zone("there"), plain("b").needs("sim.fixed/a"));
    Plan plan = rig.plan(edited);

    assertThat(plan).updates("sim.plain/b").changing("needs").unknown("needs");
    assertThat(rig.apply(plan)).isClean();
    assertThat(rig.cloud()).holdsExactly(edited);
  }

  @Test
  void looksAgainAtWhatStaysWhenWhatItRefersToWasMadeAnew() {
    Graph wanted = graph(plain("a").zone("here"), fixed("b").zoneOf("sim.plain/a#zone"));
    rig.up(wanted);
    rig.cloud().vanish("sim.plain/a");
    Plan plan = rig.plan(wanted);
    assertThat(plan).creates("sim.plain/a").keeps("sim.fixed/b").acts(1);
    rig.cloud().edit("sim.fixed/b", spec -> fixed("b").zone("moved").resource().spec());

    assertThat(rig.apply(plan)).failedWith("PLAN-DIVERGED").tells("promised: no change", "moved");
  }
}
