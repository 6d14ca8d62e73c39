package dev.slipway.kubernetes.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kubernetes.object.ObjectSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HookSpecTest {
  @Test
  void planShowsWhatIsMadeAndWhen() {
    HookSpec spec =
        new HookSpec(
            ObjectSpec.of(
                Map.of(
                    "apiVersion",
                    "batch/v1",
                    "kind",
                    "Job",
                    "metadata",
                    Map.of("name", "migrate", "namespace", "demo"))),
            List.of("pre-install"),
            List.of("hook-succeeded"),
            "demo/web",
            "4711");

    assertThat(spec.shown())
        .containsOnlyKeys("events", "deletePolicies", "apiVersion", "kind", "metadata")
        .containsEntry("events", List.of("pre-install"))
        .containsEntry("kind", "Job");
  }
}
