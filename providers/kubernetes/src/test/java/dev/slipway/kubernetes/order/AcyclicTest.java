package dev.slipway.kubernetes.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AcyclicTest {
  @Property
  void anEdgeIsRefusedIfAndOnlyIfItClosesACircle(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
    Random random = new Random(seed);
    Acyclic graph = new Acyclic(IntStream.range(0, size).toArray());
    List<Set<Integer>> reachable =
        IntStream.range(0, size).<Set<Integer>>mapToObj(i -> new HashSet<>(Set.of(i))).toList();
    for (int i = 0; i < size * 4; i++) {
      int place = random.nextInt(size);
      int need = random.nextInt(size);
      boolean circle = reachable.get(need).contains(place);
      assertThat(graph.add(place, need)).isEqualTo(!circle);
      if (!circle) {
        reachable.stream()
            .filter(from -> from.contains(place))
            .forEach(from -> from.addAll(Set.copyOf(reachable.get(need))));
      }
    }
    for (int place = 0; place < size; place++) {
      int from = place;
      assertThat(graph.withNeeds(place).stream().boxed())
          .containsExactlyInAnyOrderElementsOf(reachable.get(place));
      assertThat(graph.withDependents(place).stream())
          .allMatch(dependent -> reachable.get(dependent).contains(from));
    }
  }
}
