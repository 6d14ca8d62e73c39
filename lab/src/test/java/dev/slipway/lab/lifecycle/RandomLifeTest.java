package dev.slipway.lab.lifecycle;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;

import dev.slipway.engine.apply.Cancellation;
import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.plan.Change;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.PlanCodec;
import dev.slipway.engine.plan.Step;
import dev.slipway.lab.cloud.Fault;
import dev.slipway.lab.power.Power;
import dev.slipway.lab.power.PowerCut;
import dev.slipway.lab.rig.Rig;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.json.JsonMapper;

/** Random stacks live through random edits, failures and crashes; the seed tells all of a case. */
final class RandomLifeTest {
  private static final int VERSIONS = 4;

  @Property(tries = 500)
  void reachesWhatIsWantedThroughAnyEdits(@ForAll long seed) {
    RandomStack stack = new RandomStack(seed);
    Rig rig = new Rig(seed);
    for (int i = 0; i < VERSIONS; i++) {
      Graph wanted = stack.next();
      Plan plan = rig.plan(wanted);
      Assertions.assertThat(plan).isEqualTo(rig.plan(wanted));
      Assertions.assertThat(throughAFile(plan, rig)).isEqualTo(plan);
      int violations = rig.cloud().violations().size();
      assertThat(rig.apply(plan)).isClean();
      if (plan.steps().stream().noneMatch(RandomLifeTest::replaces)) {
        Assertions.assertThat(rig.cloud().violations()).hasSize(violations);
      }
      settled(rig, stack, wanted);
    }
    empties(rig, stack);
  }

  @Property(tries = 500)
  void reachesWhatIsWantedThroughFailuresAndMeddling(@ForAll long seed) {
    RandomStack stack = new RandomStack(seed);
    Rig rig = new Rig(seed);
    for (int i = 0; i < VERSIONS; i++) {
      Graph wanted = stack.next();
      var faults =
          stack.faults(
              0.15,
              Fault.REFUSED,
              Fault.PASSING_BEFORE,
              Fault.PASSING_AFTER,
              Fault.THROTTLED,
              Fault.BUG);
      rig.wired(provider -> provider.with(faults));
      try {
        rig.up(wanted);
      } catch (RuntimeException _) {
        // The look for the plan was refused.
      }
      stack.meddle(rig.cloud(), wanted);
      rig.wired(provider -> provider);
      assertThat(rig.up(wanted)).isClean();
      settled(rig, stack, wanted);
    }
    empties(rig, stack);
  }

  @Property(tries = 800)
  void reachesWhatIsWantedThroughCrashes(@ForAll long seed) {
    RandomStack stack = new RandomStack(seed);
    Rig rig = new Rig(seed);
    for (int i = 0; i < VERSIONS; i++) {
      Graph wanted = stack.next();
      while (stack.random().nextInt(4) > 0) {
        try {
          rig.up(wanted, Power.cutAt(stack.random().nextInt(80)));
        } catch (PowerCut _) {
          // What follows is on a machine that has power again.
        }
      }
      assertThat(rig.up(wanted)).isClean();
      settled(rig, stack, wanted);
    }
    empties(rig, stack);
  }

  @Property(tries = 500)
  void comesDownFromAnywhere(@ForAll long seed) {
    RandomStack stack = new RandomStack(seed);
    Rig rig = new Rig(seed);
    for (int i = 0; i < VERSIONS; i++) {
      try {
        Cancellation cancellation = new Cancellation();
        Power power =
            stack.random().nextBoolean()
                ? Power.cutAt(stack.random().nextInt(60))
                : Power.at(stack.random().nextInt(60), cancellation::request);
        rig.up(stack.next(), power, cancellation);
      } catch (PowerCut _) {
        // What follows is on a machine that has power again.
      }
    }
    empties(rig, stack);
  }

  @Property(tries = 300)
  void adoptsWhatIsThereWhenTheJournalIsLost(@ForAll long seed) {
    RandomStack stack = new RandomStack(seed);
    Rig rig = new Rig(seed);
    Graph wanted = stack.next();
    rig.up(wanted);
    int changes = rig.cloud().changes();
    rig.disk().replace(new byte[0]);

    assertThat(rig.up(wanted)).isClean();

    Assertions.assertThat(rig.cloud().changes()).isEqualTo(changes);
    settled(rig, stack, wanted);
    empties(rig, stack);
  }

  private static boolean replaces(Step step) {
    return step.change() instanceof Change.Create(var _, boolean replacement) && replacement;
  }

  private static Plan throughAFile(Plan plan, Rig rig) {
    String json = JsonMapper.shared().writeValueAsString(PlanCodec.encode(plan));
    return PlanCodec.decode(
        JsonMapper.shared().readValue(json, Map.class), rig.handlers(Power.steady()));
  }

  /** As wanted, nothing made twice, nothing lost, and nothing left to do. */
  static void settled(Rig rig, RandomStack stack, Graph wanted) {
    assertThat(rig.cloud()).holdsExactly(wanted, stack.kept()).sawNoViolationButReplacements();
    assertThat(rig.plan(wanted)).changesNothing();
  }

  /** Down to what holds data, and nothing known any more. */
  static void empties(Rig rig, RandomStack stack) {
    int violations = rig.cloud().violations().size();
    assertThat(rig.down()).isClean();
    Assertions.assertThat(rig.cloud().violations()).hasSize(violations);
    assertThat(rig.cloud()).holdsExactly(Graph.EMPTY, stack.kept()).sawNoViolationButReplacements();
    Assertions.assertThat(rig.state().isEmpty()).isTrue();
  }
}
