package dev.slipway.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.plan.Plan;
import dev.slipway.kubernetes.object.ObjectSpec;
import dev.slipway.local.port.PortSpec;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlanTextTest {
  @Test
  void firstPlanShowsWhatIsCreatedFieldByField() {
    Golden.check("plan-first", new PlanText(Terminals.PLAIN, false).render(Plans.first()));
  }

  @Test
  void laterPlanShowsChangesAndKeepsWhatDestroysForTheEnd() {
    Golden.check("plan-second", new PlanText(Terminals.PLAIN, false).render(Plans.second()));
  }

  @Test
  void coloursMarkBeforeAndAfter() {
    Golden.check(
        "plan-second-coloured", new PlanText(Terminals.COLOURED, false).render(Plans.second()));
  }

  @Test
  void narrowTerminalShortensValuesSoThatTheirDifferenceStaysInSight() {
    String text = new PlanText(Terminals.NARROW, false).render(Plans.second());

    Golden.check("plan-second-narrow", text);
    assertThat(text).contains("1a2b").contains("9f8e");
  }

  @Test
  void asciiTerminalGetsNothingElse() {
    String text = new PlanText(Terminals.ASCII, true).render(Plans.second());

    Golden.check("plan-second-ascii", text);
    assertThat(text).matches("\\p{ASCII}*");
  }

  @Test
  void unchangedResourcesAreListedOnlyOnRequest() {
    Plan plan = Plans.second();

    assertThat(new PlanText(Terminals.PLAIN, false).render(plan)).doesNotContain("milvus-password");
    assertThat(new PlanText(Terminals.PLAIN, true).render(plan))
        .contains("=   local.secret/milvus-password");
  }

  @Test
  void ofWhatHasThousandsOfFieldsTheFirstAreShown() {
    Map<String, String> data = new TreeMap<>();
    for (int i = 1000; i < 2000; i++) {
      data.put("key" + i, "value");
    }
    ObjectSpec spec =
        ObjectSpec.of(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Map.of("name", "a"),
                "data",
                data));
    Plan plan = Plans.of(Plans.create(spec.key().id(), spec));

    assertThat(new PlanText(Terminals.PLAIN, false).render(plan))
        .contains("data.key1020: value", "more fields, which -v shows")
        .hasLineCount(85);
    assertThat(new PlanText(Terminals.PLAIN, true).render(plan)).contains("data.key1999: value");
  }

  @Test
  void planWithoutChangesSaysSo() {
    Plan plan = Plans.of(Plans.keep(Plans.PORT, false), Plans.keep(Plans.DATA, false));

    assertThat(new PlanText(Terminals.PLAIN, false).render(plan))
        .isEqualTo("Nothing to change: all 2 resources are as the stack file says.\n");
    assertThat(new PlanText(Terminals.PLAIN, false).render(Plans.of()))
        .isEqualTo("Nothing to change: the stack quickstart has no resources.\n");
  }

  @Test
  void resourceThatIsNotReadyYetIsNamed() {
    Plan plan = Plans.of(Plans.keep(Plans.PORT, true), Plans.keep(Plans.DATA, false));

    assertThat(new PlanText(Terminals.PLAIN, false).render(plan))
        .contains("=   local.port/milvus\n")
        .endsWith("all 2 resources are as the stack file says (1 not ready yet).\n");
  }

  @Test
  void referenceToAnUnchangedResourceShowsItsValue() {
    Plan plan =
        Plans.of(
            Plans.keep(Plans.PORT, false),
            Plans.create(
                Plans.PROCESS,
                Plans.process(
                    dev.slipway.engine.resource.Value.of("/run"),
                    dev.slipway.engine.resource.Value.ref(Plans.PORT, "number"))));

    assertThat(new PlanText(Terminals.PLAIN, false).render(plan))
        .contains("readiness.tcp.port: 19530")
        .contains("program.executable.path: (known after create: local.python/milvus#bin)");
  }

  @Test
  void valuesFromElsewhereCannotMoveTheCursor() {
    Plan plan =
        Plans.of(
            Plans.create(
                Plans.DATA, new dev.slipway.local.directory.DirectorySpec("a\u001b[2Jb\rc\u0007")),
            Plans.create(Plans.PORT, new PortSpec(Optional.of(1))));

    assertThat(new PlanText(Terminals.PLAIN, false).render(plan))
        .doesNotContain("\u001b")
        .doesNotContain("\r")
        .contains("path: \"abc\"");
  }
}
