package dev.slipway.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class GraphTest {
  private record Box(List<Value<String>> needs) implements Spec {}

  private static ResourceId id(String name) {
    return new ResourceId("sim.box", name);
  }

  private static Resource<Box> box(String name, String... needs) {
    return Resource.of(
        id(name),
        new Box(Arrays.stream(needs).map(need -> Value.<String>ref(id(need), "id")).toList()));
  }

  private static List<String> order(Graph graph) {
    return graph.resources().stream().map(resource -> resource.id().name()).toList();
  }

  @Test
  void hasTheSameOrderHoweverItsResourcesWereGiven() {
    List<Resource<Box>> boxes =
        new ArrayList<>(
            List.of(box("d"), box("a", "c", "d"), box("c", "e"), box("b"), box("e", "d")));
    List<String> expected = List.of("b", "d", "e", "c", "a");
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(boxes, new Random(i));
      assertThat(order(Graph.of(boxes))).isEqualTo(expected);
    }
  }

  @Test
  void findsDependenciesInSpecsAndExplicitOnesEachOnce() {
    Graph graph = Graph.of(List.of(box("a", "b", "b").after(id("b"), id("c")), box("b"), box("c")));
    assertThat(graph.dependencies(id("a"))).containsExactly(id("b"), id("c"));
    assertThat(graph.dependencies(id("b"))).isEmpty();
  }

  @Test
  void listsEveryEdgeOfACycle() {
    assertThatExceptionOfType(DiagnosticException.class)
        .isThrownBy(
            () ->
                Graph.of(
                    List.of(
                        box("x", "a"),
                        box("a", "b"),
                        box("b").after(id("c")),
                        box("c", "free", "a"),
                        box("free"))))
        .satisfies(
            thrown -> {
              assertThat(thrown.first().code()).isEqualTo("GRAPH-CYCLE");
              assertThat(thrown.first().detail())
                  .contains("sim.box/a needs sim.box/b (needs[0] refers to #id)")
                  .contains("sim.box/b needs sim.box/c (after)")
                  .contains("sim.box/c needs sim.box/a (needs[1] refers to #id)")
                  .doesNotContain("sim.box/x")
                  .doesNotContain("free");
            });
  }

  @Test
  void refusesAResourceThatNeedsItself() {
    assertThatExceptionOfType(DiagnosticException.class)
        .isThrownBy(() -> Graph.of(List.of(box("a", "a"))))
        .withMessageContaining("sim.box/a needs sim.box/a");
  }

  @Test
  void reportsEveryMissingAndDoubleResourceAtOnceWithTheNearestName() {
    assertThatExceptionOfType(DiagnosticException.class)
        .isThrownBy(
            () ->
                Graph.of(
                    List.of(box("database"), box("a", "databse"), box("b", "zzzzzzzz"), box("a"))))
        .satisfies(
            thrown -> {
              assertThat(thrown.diagnostics())
                  .extracting(Diagnostic::code)
                  .containsExactly("GRAPH-DUPLICATE", "GRAPH-MISSING", "GRAPH-MISSING");
              assertThat(thrown.diagnostics().get(1).fix())
                  .contains("Did you mean sim.box/database?");
              assertThat(thrown.diagnostics().get(1).detail())
                  .contains("sim.box/a needs sim.box/databse (needs[0] refers to #id)");
            });
  }

  @Test
  void ordersAChainOfAHundredThousand() {
    List<Resource<Box>> chain = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      chain.add(i == 0 ? box("r0") : box("r" + i, "r" + (i - 1)));
    }
    Collections.reverse(chain);
    List<String> order = order(Graph.of(chain));
    assertThat(order).hasSize(100_000).startsWith("r0", "r1").endsWith("r99999");
  }

  @Test
  void findsACycleAtTheEndOfALongChain() {
    List<Resource<Box>> chain = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      chain.add(box("r" + i, "r" + Math.min(i + 1, 19_999)));
    }
    assertThatExceptionOfType(DiagnosticException.class)
        .isThrownBy(() -> Graph.of(chain))
        .withMessageContaining("sim.box/r19999 needs sim.box/r19999");
  }
}
