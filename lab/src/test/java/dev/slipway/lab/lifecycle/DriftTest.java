package dev.slipway.lab.lifecycle;

import static dev.slipway.lab.cloud.Draft.graph;
import static dev.slipway.lab.cloud.Draft.plain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.plan.Drift;
import dev.slipway.engine.plan.DriftFinder;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.retry.Backoff;
import dev.slipway.lab.power.Power;
import dev.slipway.lab.rig.LookingCall;
import dev.slipway.lab.rig.Rig;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changes without Slipway. */
final class DriftTest {
  private final Rig rig = new Rig();

  @Test
  void nothingHasChangedOfWhatWasJustMade() {
    rig.up(graph(plain("a"), plain("b").needs("sim.plain/a")));

    assertThat(drift()).isEmpty();
  }

  @Test
  void tellsWhatWasChangedWhatIsGoneAndWhatIsSomebodyElsesNow() {
    rig.up(graph(plain("a"), plain("b"), plain("c"), plain("d")));
    rig.cloud().edit("sim.plain/a", _ -> plain("a").size("huge").resource().spec());
    rig.cloud().vanish("sim.plain/b");
    rig.cloud().plant("sim.plain/c", plain("c").resource().spec(), "others");

    assertThat(drift())
        .extracting(Drift::id)
        .extracting(ResourceId::toString)
        .containsExactly("sim.plain/a", "sim.plain/b", "sim.plain/c");
    assertThat(drift().getFirst())
        .isInstanceOfSatisfying(
            Drift.Changed.class,
            changed ->
                assertThat(changed.diff().fields())
                    .extracting(FieldChange::path)
                    .containsExactly("size"));
    assertThat(drift().get(1)).isInstanceOf(Drift.Gone.class);
    assertThat(drift().get(2)).isInstanceOf(Drift.Foreign.class);
    assertThat(rig.cloud().changes()).isEqualTo(4);
  }

  private List<Drift> drift() {
    return new DriftFinder(rig.handlers(Power.steady()), Backoff.DEFAULT, rig.time())
        .find(rig.state(), new LookingCall(Rig.STACK, Rig.OWNER, rig.cloud().secrets()));
  }
}
