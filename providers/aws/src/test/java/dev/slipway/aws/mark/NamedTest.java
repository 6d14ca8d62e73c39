package dev.slipway.aws.mark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedTest {
  private static final ResourceId ID = new ResourceId("aws.thing", "a");

  private record Thing(String name) implements Spec {}

  private record Found(String name, Ownership ownership) implements Observed {
    @Override
    public Attributes attributes() {
      return Attributes.of("name", name);
    }
  }

  @Test
  void isFoundUnderTheNameThatItHadLast() {
    assertThat(pick(Map.of("old", Ownership.OURS, "new", Ownership.FOREIGN)))
        .contains(new Found("old", Ownership.OURS));
  }

  @Test
  void isFoundUnderItsNewNameIfTheOldOneIsGone() {
    assertThat(pick(Map.of("new", Ownership.OURS))).contains(new Found("new", Ownership.OURS));
  }

  @Test
  void whatSomebodyElseHasUnderTheOldNameDoesNotMatter() {
    assertThat(pick(Map.of("old", Ownership.FOREIGN))).isEmpty();
  }

  @Test
  void whatSomebodyElseHasUnderTheNewNameIsTold() {
    assertThat(pick(Map.of("old", Ownership.FOREIGN, "new", Ownership.FOREIGN)))
        .contains(new Found("new", Ownership.FOREIGN));
  }

  private static Optional<Found> pick(Map<String, Ownership> things) {
    Subject<Thing> subject =
        new Subject<>(ID, Optional.of(new Thing("new")), Optional.of(Attributes.of("name", "old")));
    return Optional.ofNullable(
        Named.<Thing, Found>pick(
                List.of(subject),
                Thing::name,
                (_, name) ->
                    Optional.ofNullable(things.get(name))
                        .map(ownership -> new Found(name, ownership)))
            .get(ID));
  }
}
