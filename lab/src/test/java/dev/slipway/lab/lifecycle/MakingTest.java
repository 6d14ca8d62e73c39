package dev.slipway.lab.lifecycle;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static dev.slipway.lab.cloud.Draft.fixed;
import static dev.slipway.lab.cloud.Draft.graph;
import static dev.slipway.lab.cloud.Draft.plain;
import static dev.slipway.lab.cloud.Draft.secret;
import static dev.slipway.lab.cloud.Draft.slow;

import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.plan.StepId.Verb;
import dev.slipway.lab.cloud.Operation;
import dev.slipway.lab.rig.Rig;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What comes into being and changes. */
final class MakingTest {
  private final Rig rig = new Rig();

  @Test
  void makesDependenciesFirst() {
    Graph wanted =
        graph(
            plain("app").needs("sim.plain/net", "sim.slow/db"),
            slow("db").needs("sim.plain/net"),
            plain("net"));

    assertThat(rig.plan(wanted))
        .creates("sim.plain/net")
        .before("sim.slow/db")
        .creates("sim.slow/db")
        .before("sim.plain/app");
    assertThat(rig.up(wanted)).isClean().finished(3);
    assertThat(rig.cloud()).holdsExactly(wanted).sawNoViolation();
  }

  @Test
  void makesWhatIsIndependentAtTheSameTime() {
    assertThat(rig.plan(graph(plain("a"), plain("b"))))
        .creates("sim.plain/a")
        .besides("sim.plain/b");
  }

  @Test
  void honoursAnExplicitOrder() {
    assertThat(rig.plan(graph(plain("a").after("sim.plain/b"), plain("b"))))
        .creates("sim.plain/b")
        .before("sim.plain/a");
  }

  @Test
  void waitsUntilAResourceIsCurrentBeforeItMakesWhatNeedsIt() {
    Graph wanted = graph(slow("db").looks(5), plain("app").needs("sim.slow/db"));

    rig.up(wanted);

    assertThat(rig.cloud()).holdsExactly(wanted);
    Assertions.assertThat(rig.disk().text().indexOf("\"finished\",\"id\":\"sim.slow/db\""))
        .isPositive()
        .isLessThan(rig.disk().text().indexOf("\"started\",\"id\":\"sim.plain/app\""));
  }

  @Test
  void changesNothingAndWritesNothingTheSecondTime() {
    Graph wanted =
        graph(
            plain("a"),
            slow("b").needs("sim.plain/a"),
            secret("s"),
            fixed("c").zoneOf("sim.plain/a#id").after("sim.secret/s"));
    rig.up(wanted);
    String journal = rig.disk().text();
    int changes = rig.cloud().changes();

    assertThat(rig.plan(wanted)).changesNothing();
    assertThat(rig.up(wanted)).isClean().finished(0);

    Assertions.assertThat(rig.disk().text()).isEqualTo(journal);
    Assertions.assertThat(rig.cloud().changes()).isEqualTo(changes);
  }

  @Test
  void updatesInPlaceWhatCanBe() {
    rig.up(graph(plain("a"), plain("b").needs("sim.plain/a")));
    String uid = rig.cloud().find("sim.plain/a").orElseThrow().uid();
    Graph edited = graph(plain("a").size("large"), plain("b").needs("sim.plain/a"));

    assertThat(rig.plan(edited))
        .updates("sim.plain/a")
        .changing("size")
        .keeps("sim.plain/b")
        .acts(1);
    assertThat(rig.up(edited)).isClean();

    assertThat(rig.cloud()).holdsExactly(edited).sawNoViolation();
    Assertions.assertThat(rig.cloud().find("sim.plain/a").orElseThrow().uid()).isEqualTo(uid);
  }

  @Test
  void replacesWhatCannotBeChangedAndUpdatesWhatDependsOnIt() {
    rig.up(graph(fixed("a"), plain("b").needs("sim.fixed/a")));
    Graph edited = graph(fixed("a").zone("there"), plain("b").needs("sim.fixed/a"));

    assertThat(rig.plan(edited))
        .replaces("sim.fixed/a")
        .before("sim.plain/b")
        .updates("sim.plain/b")
        .unknown("needs");
    assertThat(rig.up(edited)).isClean();

    assertThat(rig.cloud()).holdsExactly(edited).sawNoViolationButReplacements();
  }

  @Test
  void replacesDependentsThatCannotBeChangedEitherAndDeletesThemFirst() {
    rig.up(graph(fixed("a"), fixed("b").zoneOf("sim.fixed/a#id")));
    Graph edited = graph(fixed("a").zone("there"), fixed("b").zoneOf("sim.fixed/a#id"));

    assertThat(rig.plan(edited))
        .replaces("sim.fixed/a")
        .after(Verb.DELETE, "sim.fixed/b")
        .creates("sim.fixed/a")
        .replaces("sim.fixed/b");
    assertThat(rig.up(edited)).isClean();

    assertThat(rig.cloud()).holdsExactly(edited).sawNoViolation();
  }

  @Test
  void repairsDrift() {
    Graph wanted = graph(plain("a"), plain("b"));
    rig.up(wanted);
    rig.cloud().edit("sim.plain/a", spec -> plain("a").size("huge").resource().spec());

    assertThat(rig.plan(wanted)).updates("sim.plain/a").changing("size").acts(1);
    rig.up(wanted);

    assertThat(rig.cloud()).holdsExactly(wanted);
  }

  @Test
  void makesAgainWhatVanishedAndMendsWhatUsedIt() {
    Graph wanted = graph(plain("a"), plain("b").needs("sim.plain/a"));
    rig.up(wanted);
    rig.cloud().vanish("sim.plain/a");

    assertThat(rig.plan(wanted)).creates("sim.plain/a").updates("sim.plain/b");
    assertThat(rig.up(wanted)).isClean();

    assertThat(rig.cloud()).holdsExactly(wanted).sawNoViolation();
  }

  @Test
  void makesNothingWithAnEmptyGraph() {
    assertThat(rig.plan(Graph.EMPTY)).changesNothing();
    assertThat(rig.up(Graph.EMPTY)).isClean();
    Assertions.assertThat(rig.disk().bytes()).isEmpty();
    Assertions.assertThat(rig.cloud().calls(Operation.LIST)).isZero();
  }
}
