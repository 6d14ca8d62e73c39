package dev.slipway.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class SpecTreeTest {
  private enum Mode {
    FAST_AND_LOOSE,
    SLOW
  }

  private sealed interface Shape {}

  private record Circle(double radius) implements Shape {}

  private sealed interface Flat extends Shape {}

  private record WideSquare(Value<String> side) implements Flat {}

  private record Inner(int small, boolean on) {}

  private record Everything(
      String text,
      int whole,
      long large,
      double real,
      boolean truth,
      Mode mode,
      Duration pause,
      Value<String> known,
      Value<String> ref,
      Value<String> secret,
      Value<Integer> port,
      Value<Long> size,
      Inner inner,
      Shape shape,
      Shape nested,
      Circle plainVariant,
      Optional<String> there,
      Optional<Value<String>> thereRef,
      Optional<Inner> absent,
      List<Value<String>> list,
      List<Shape> shapes,
      Set<Value<String>> set,
      Map<String, Value<Integer>> map,
      SortedMap<String, Inner> sorted)
      implements Spec {}

  private static final ResourceId OTHER = ResourceId.parse("sim.box/other/with/slashes");

  private static <T> Value<T> ref(String attribute) {
    return Value.ref(OTHER, attribute);
  }

  private static Everything everything() {
    return new Everything(
        "text",
        3,
        5_000_000_000L,
        2.5,
        true,
        Mode.FAST_AND_LOOSE,
        Duration.ofMillis(1500),
        Value.of("known"),
        ref("path"),
        new Value.Secret<>("key", "f00d"),
        ref("port"),
        Value.of(7L),
        new Inner(1, false),
        new Circle(1.5),
        new WideSquare(ref("side")),
        new Circle(0.5),
        Optional.of("there"),
        Optional.of(ref("optional")),
        Optional.empty(),
        List.of(Value.of("a"), ref("item")),
        List.of(new Circle(1), new WideSquare(Value.of("b"))),
        Set.of(ref("member"), Value.of("m")),
        Map.of("x", ref("entry"), "y", Value.of(2)),
        new TreeMap<>(Map.of("k", new Inner(2, true))));
  }

  @Test
  void readsBackEveryKindOfComponentThroughJson() {
    Everything spec = everything();
    Map<String, Object> tree = SpecTree.encode(spec);
    assertThat(SpecTree.decode(tree, Everything.class)).isEqualTo(spec);

    Map<?, ?> fromJson =
        JsonMapper.shared().readValue(JsonMapper.shared().writeValueAsString(tree), Map.class);
    @SuppressWarnings("unchecked") // what was written had strings as keys
    Map<String, Object> read = (Map<String, Object>) SpecTree.canonical(fromJson);
    assertThat(SpecTree.decode(read, Everything.class)).isEqualTo(spec);
    assertThat(read).isEqualTo(tree);
  }

  @Test
  void findsEveryReferenceAndWhereItStands() {
    assertThat(References.in(everything()))
        .extracting(References.Found::path)
        .contains("ref", "port", "nested.side", "thereRef", "list[1]", "map.x")
        .anyMatch(path -> path.startsWith("set["))
        .hasSize(7);
  }

  @Test
  void resolvesEveryReferenceInTheTypeThatIsDeclared() {
    Everything resolved =
        References.resolve(
            everything(),
            ref ->
                Optional.of(
                    ref.attribute().equals("port") || ref.attribute().equals("entry")
                        ? 8080L
                        : ref.attribute()));

    assertThat(References.in(resolved)).isEmpty();
    Integer port = resolved.port().get();
    assertThat(port).isEqualTo(8080);
    Integer entry = resolved.map().get("x").get();
    assertThat(entry).isEqualTo(8080);
    assertThat(resolved.thereRef()).contains(Value.of("optional"));
    assertThat(resolved.set()).contains(Value.of("member"));
    assertThat(((WideSquare) resolved.nested()).side().get()).isEqualTo("side");
  }

  @Test
  void leavesASpecAsItIsWhereNothingIsKnown() {
    Everything spec = everything();
    assertThat(References.resolve(spec, _ -> Optional.empty())).isSameAs(spec);
  }

  @Test
  void saysWhereATreeDoesNotFit() {
    Map<String, Object> tree = new TreeMap<>(SpecTree.encode(everything()));
    tree.put("whole", "three");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpecTree.decode(tree, Everything.class))
        .withMessageContaining("Everything.whole is not a int");
    tree.remove("whole");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SpecTree.decode(tree, Everything.class))
        .withMessageContaining("Everything.whole is missing");
  }

  @Test
  void comparesFieldsInOneForm() {
    Diff diff =
        Diff.builder()
            .field("port", 80, Value.of(80L))
            .field("mode", Mode.SLOW, Mode.SLOW)
            .field("set", Set.of("a", "b", "c"), Set.of("c", "b", "a"))
            .field("optional", null, Optional.empty())
            .field("shape", new Circle(1), new Circle(1))
            .build();
    assertThat(diff.isEmpty()).isTrue();
    assertThat(Diff.builder().field("mode", Mode.SLOW, Mode.FAST_AND_LOOSE).build().fields())
        .singleElement()
        .satisfies(field -> assertThat(field.after()).isEqualTo("fast-and-loose"));
  }
}
