package dev.slipway.kubernetes.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import dev.slipway.kubernetes.chart.rig.NoCluster;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReleaseDiffTest {
  private static final String MARKER = "slipway-hole-0123456789abcdef";

  private final ReleaseHandler handler = new ReleaseHandler(new NoCluster());

  @Test
  void whatWasWrittenIsUnchanged() {
    ReleaseSpec spec = spec("aa", Value.of("x"));
    assertThat(handler.diff(spec, seen(spec))).isEqualTo(Diff.NONE);
  }

  @Test
  void anotherContentIsAChangeThatShowsNoText() {
    assertThat(handler.diff(spec("bb", Value.of("x")), seen(spec("aa", Value.of("x")))).fields())
        .containsExactly(new FieldChange("content", "aa", "bb", false));
  }

  @Test
  void aValueThatIsNotKnownYetIsUnknown() {
    Value<String> ref = Value.ref(new ResourceId("local.secret", "a"), "value");
    assertThat(handler.diff(spec("aa", ref), seen(spec("aa", Value.of("x")))).fields())
        .singleElement()
        .satisfies(
            field -> {
              assertThat(field.path()).isEqualTo("values." + MARKER);
              assertThat(field.after()).isEqualTo(new FieldChange.Unknown("local.secret/a#value"));
            });
  }

  @Test
  void aRevisionOfHelmsShowsWhatHelmSays() {
    ReleaseObserved helms =
        new ReleaseObserved(
            "port",
            "boat",
            4,
            "deployed",
            "Rollback to 2",
            Optional.empty(),
            false,
            Ownership.OURS);
    assertThat(handler.diff(spec("aa", Value.of("x")), helms).fields())
        .containsExactly(
            new FieldChange(
                "revision",
                "4 by Helm, deployed (Rollback to 2)",
                "5 by Slipway, deployed",
                false));
    assertThat(handler.status(helms)).isEqualTo(Status.CURRENT);
  }

  @Test
  void whatHelmSaysHasFailedHasFailed() {
    ReleaseObserved failed =
        new ReleaseObserved(
            "port", "boat", 4, "failed", "timed out", Optional.empty(), false, Ownership.OURS);
    assertThat(handler.status(failed))
        .isEqualTo(Status.failed("revision 4 of the release is failed: timed out"));
  }

  private static ReleaseSpec spec(String fingerprint, Value<String> hole) {
    TreeMap<String, Value<String>> holes = new TreeMap<>();
    holes.put(MARKER, hole);
    return new ReleaseSpec(
        "boat",
        "port",
        "chart",
        "1.0.0",
        "1",
        new Value.Secret<>("release/port/boat", fingerprint),
        holes,
        false);
  }

  private static ReleaseObserved seen(ReleaseSpec spec) {
    return new ReleaseObserved(
        "port", "boat", 1, "deployed", "", Optional.of(Written.of(spec)), false, Ownership.OURS);
  }
}
