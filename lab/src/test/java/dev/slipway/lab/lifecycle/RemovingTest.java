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
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.lab.cloud.Fault;
import dev.slipway.lab.cloud.Faults;
import dev.slipway.lab.cloud.Operation;
import dev.slipway.lab.rig.Rig;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What goes, what stays, and in which order. */
final class RemovingTest {
  private final Rig rig = new Rig();

  @Test
  void removesDependentsFirst() {
    rig.up(
        graph(plain("net"), slow("db").needs("sim.plain/net"), plain("app").needs("sim.slow/db")));

    assertThat(rig.plan(Graph.EMPTY))
        .deletes("sim.plain/app")
        .before("sim.slow/db")
        .deletes("sim.slow/db")
        .before("sim.plain/net");
    assertThat(rig.down()).isClean().finished(3);

    assertThat(rig.cloud()).isEmpty().sawNoViolation();
    Assertions.assertThat(rig.state().isEmpty()).isTrue();
  }

  @Test
  void removesWhatLeftTheStackOnlyAfterItsUserDoesWithout() {
    rig.up(graph(plain("old"), plain("app").needs("sim.plain/old")));
    Graph edited = graph(plain("fresh"), plain("app").needs("sim.plain/fresh"));

    assertThat(rig.plan(edited))
        .creates("sim.plain/fresh")
        .before("sim.plain/app")
        .updates("sim.plain/app")
        .before("sim.plain/old")
        .deletes("sim.plain/old");
    assertThat(rig.up(edited)).isClean();

    assertThat(rig.cloud()).holdsExactly(edited).sawNoViolation();
  }

  @Test
  void keepsWhatWasUsedWhileItsUserCouldNotBeChanged() {
    rig.up(graph(plain("old"), plain("app").needs("sim.plain/old")));
    Graph edited = graph(plain("fresh"), plain("app").needs("sim.plain/fresh"));
    rig.wired(
        provider ->
            provider.with(
                new Faults.Script().add(Operation.UPDATE, "sim.plain/app", Fault.REFUSED, 1)));

    assertThat(rig.up(edited)).failedWith("SIM-REFUSED").skipped(1);
    assertThat(rig.plan(edited)).updates("sim.plain/app").before("sim.plain/old");
    rig.wired(provider -> provider);
    assertThat(rig.up(edited)).isClean();

    assertThat(rig.cloud()).holdsExactly(edited).sawNoViolation();
  }

  @Test
  void leavesWhatHoldsDataWhereItIsAndFindsItAgain() {
    Graph wanted = graph(volume("data"), plain("app").needs("sim.volume/data"));
    rig.up(wanted);
    String uid = rig.cloud().find("sim.volume/data").orElseThrow().uid();

    assertThat(rig.plan(Graph.EMPTY)).forgets("sim.volume/data").deletes("sim.plain/app");
    assertThat(rig.down()).isClean();
    assertThat(rig.cloud()).holds("sim.volume/data").lacks("sim.plain/app");
    Assertions.assertThat(rig.state().isEmpty()).isTrue();

    assertThat(rig.up(wanted)).isClean();
    assertThat(rig.cloud()).holdsExactly(wanted).sawNoViolation();
    Assertions.assertThat(rig.cloud().find("sim.volume/data").orElseThrow().uid()).isEqualTo(uid);
  }

  @Test
  void doesWithDataAsTheStackFileSaysNow() {
    rig.up(graph(volume("data")));
    Map<ResourceId, Removal> now = Map.of(ResourceId.parse("sim.volume/data"), Removal.DELETE);

    assertThat(rig.plan(Graph.EMPTY, now)).deletes("sim.volume/data");

    assertThat(rig.up(graph(volume("data").onRemoval(Removal.DELETE)))).isClean();
    assertThat(rig.plan(Graph.EMPTY)).deletes("sim.volume/data");
    rig.down();
    assertThat(rig.cloud()).isEmpty();
  }

  @Test
  void refusesToReplaceWhatHoldsDataThatIsKept() {
    rig.up(graph(fixed("data").onRemoval(Removal.KEEP)));

    Assertions.assertThatExceptionOfType(DiagnosticException.class)
        .isThrownBy(() -> rig.plan(graph(fixed("data").onRemoval(Removal.KEEP).zone("elsewhere"))))
        .withMessageContaining("PLAN-REPLACES-DATA")
        .withMessageContaining("zone");
    assertThat(rig.up(graph(fixed("data").zone("elsewhere")))).isClean();
  }

  @Test
  void forgetsWhatIsGoneAlready() {
    rig.up(graph(plain("a")));
    rig.cloud().vanish("sim.plain/a");

    assertThat(rig.plan(Graph.EMPTY)).forgets("sim.plain/a");
    assertThat(rig.down()).isClean();
    Assertions.assertThat(rig.state().isEmpty()).isTrue();
    Assertions.assertThat(rig.cloud().calls(Operation.DELETE)).isZero();
  }

  @Test
  void doesNotTouchWhatIsNotOurs() {
    rig.cloud().plant("sim.plain/a", plain("a").resource().spec(), "somebody");

    Assertions.assertThatExceptionOfType(DiagnosticException.class)
        .isThrownBy(() -> rig.plan(graph(plain("a"), plain("b"))))
        .withMessageContaining("PLAN-FOREIGN")
        .withMessageContaining("sim.plain/a");
  }

  @Test
  void doesNotTouchWhatOthersMadeAfterThePlan() {
    rig.up(graph(plain("a"), plain("b"), plain("c")));
    var edited = rig.plan(graph(plain("a").size("large"), plain("c")));
    rig.cloud().plant("sim.plain/a", plain("a").resource().spec(), "somebody");
    rig.cloud().plant("sim.plain/b", plain("b").resource().spec(), "somebody");

    assertThat(rig.apply(edited)).failedWith("APPLY-FOREIGN");

    assertThat(rig.cloud()).sawNoViolation().holds("sim.plain/b");
  }

  @Test
  void removesSecretsWithWhatTheyBelongTo() {
    rig.up(graph(secret("key")));
    Assertions.assertThat(rig.cloud().secrets().plaintexts()).hasSize(1);
    rig.down();
    Assertions.assertThat(rig.cloud().secrets().plaintexts()).isEmpty();
  }

  @Test
  void waitsForWhatIsOnItsWayOutBeforeItMakesItAnew() {
    Graph wanted = graph(slow("db").looks(4));
    rig.up(wanted);
    rig.wired(
        provider ->
            provider.with(
                new Faults.Script()
                    .add(Operation.READ, "sim.slow/db", Fault.NONE, 1)
                    .add(Operation.READ, "sim.slow/db", Fault.REFUSED, 1)));
    assertThat(rig.down()).failedWith("SIM-REFUSED");
    rig.wired(provider -> provider);

    assertThat(rig.plan(wanted)).replaces("sim.slow/db");
    assertThat(rig.up(wanted)).isClean();
    assertThat(rig.cloud()).holdsExactly(wanted).sawNoViolation();
  }
}
