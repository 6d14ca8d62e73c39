package dev.slipway.lab.lifecycle;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;

import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.journal.Entry;
import dev.slipway.engine.journal.Repair;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.lab.cloud.Draft;
import dev.slipway.lab.power.Power;
import dev.slipway.lab.power.PowerCut;
import dev.slipway.lab.rig.Rig;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.Assertions;

/** Whatever lines of a journal are damaged: after its repair everything is found again. */
final class RepairTest {
  @Property(tries = 1000)
  void findsEverythingAgain(@ForAll long seed) {
    RandomStack stack = new RandomStack(seed);
    Rig rig = new Rig(seed);
    Graph wanted = Graph.EMPTY;
    for (int i = 0; i < 3; i++) {
      wanted = stack.next();
      try {
        rig.up(wanted, Power.cutAt(stack.random().nextInt(300)));
      } catch (PowerCut _) {
        // The repair finds a run that was cut short.
      }
    }
    damage(rig, stack.random(), 1 + stack.random().nextInt(6));

    assertThat(rig.up(wanted)).isClean();
    Assertions.assertThat(rig.cloud().violations("made-twice")).isEmpty();
    assertThat(rig.cloud()).holdsAll(ids(wanted)).sawNoViolationButReplacements();
    assertThat(rig.plan(wanted)).changesNothing();
  }

  @Property(tries = 500)
  void findsTheSameEndAgainAfterARunThatWasWhole(@ForAll long seed) {
    RandomStack stack = new RandomStack(seed);
    Rig rig = new Rig(seed);
    Graph wanted = stack.next();
    assertThat(rig.up(wanted)).isClean();
    damage(rig, stack.random(), 1 + stack.random().nextInt(rig.disk().lines()));

    assertThat(rig.up(wanted)).isClean();

    RandomLifeTest.settled(rig, stack, wanted);
    RandomLifeTest.empties(rig, stack);
  }

  @Property(tries = 500)
  void comesDownAfterTheLossOfOneLine(@ForAll long seed) {
    RandomStack stack = new RandomStack(seed);
    Rig rig = new Rig(seed);
    Graph wanted = stack.next();
    assertThat(rig.up(wanted)).isClean();
    damage(rig, stack.random(), 1);

    assertThat(rig.apply(rig.plan(Graph.EMPTY, removals(wanted)))).isClean();

    assertThat(rig.cloud()).holdsExactly(Graph.EMPTY, stack.kept());
    Assertions.assertThat(rig.state().isEmpty()).isTrue();
  }

  @Example
  void ordersRemovalsEvenWhereTheJournalTellsOfACircle() {
    Rig rig = new Rig();
    ResourceId a = ResourceId.parse("sim.plain/a");
    ResourceId b = ResourceId.parse("sim.plain/b");
    for (ResourceId id : List.of(a, b)) {
      rig.cloud().plant(id.toString(), Draft.plain("x").resource().spec(), Rig.OWNER);
    }
    rig.journal(Power.steady())
        .append(
            List.of(
                new Entry.Opened("lineage", Rig.STACK, "1", Instant.EPOCH),
                new Entry.Noted(a, Map.of(), Attributes.NONE, List.of(b), Removal.DELETE),
                new Entry.Noted(b, Map.of(), Attributes.NONE, List.of(a), Removal.DELETE)));

    assertThat(rig.down()).isClean().finished(2);
    assertThat(rig.cloud()).isEmpty();
  }

  private static Set<ResourceId> ids(Graph graph) {
    return graph.resources().stream().map(Resource::id).collect(Collectors.toSet());
  }

  private static Map<ResourceId, Removal> removals(Graph graph) {
    Map<ResourceId, Removal> removals = new HashMap<>();
    graph.resources().forEach(resource -> removals.put(resource.id(), resource.removal()));
    return removals;
  }

  /** Damages lines, makes sure that this is seen, and repairs. */
  private static void damage(Rig rig, Random random, int times) {
    List<String> lines = new ArrayList<>(rig.disk().text().lines().toList());
    for (int i = 0; i < times && lines.size() > 1; i++) {
      int at = random.nextInt(lines.size() - 1);
      String line = lines.get(at);
      switch (random.nextInt(4)) {
        case 0 -> lines.set(at, "\0".repeat(line.length()));
        case 1 -> lines.set(at, line.substring(0, random.nextInt(line.length())) + "#");
        case 2 -> lines.set(at, line.isEmpty() ? "?" : "?" + line.substring(1));
        default -> lines.remove(at);
      }
    }
    String damaged = String.join("\n", lines) + "\n";
    rig.disk().replace(damaged.getBytes(StandardCharsets.UTF_8));
    Optional<Repair.Mended> mended = Repair.mend(rig.disk().bytes(), "lab", "1");
    mended.ifPresent(whole -> rig.disk().replace(whole.bytes()));
    Assertions.assertThat(Repair.mend(rig.disk().bytes(), "lab", "1")).isEmpty();
  }
}
