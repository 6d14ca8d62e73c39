package dev.slipway.kubernetes.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HookEndTest {

  @Test
  void aJobIsDoneWhenItHasCompleted() {
    assertThat(end(job("Complete"), Status.CURRENT).phase()).isEqualTo(HookPhase.DONE);
  }

  @Test
  void aJobThatRunsIsWaitedForAlsoIfItCountsAsReady() {
    assertThat(end(job("Suspended"), Status.CURRENT).phase()).isEqualTo(HookPhase.RUNNING);
    assertThat(end(job("Suspended"), Status.inProgress("no node has room")))
        .isEqualTo(new HookEnd(HookPhase.RUNNING, "no node has room"));
  }

  @Test
  void aJobWhosePodsWillNeverRunHasFailedBeforeItSaysSo() {
    assertThat(end(job("Suspended"), Status.failed("no such image")))
        .isEqualTo(new HookEnd(HookPhase.FAILED, "no such image"));
  }

  @Test
  void aJobThatFailedTellsWhy() {
    assertThat(end(job("Failed"), Status.CURRENT))
        .isEqualTo(new HookEnd(HookPhase.FAILED, "as the server says"));
  }

  @Test
  void aPodGoesByItsPhase() {
    assertThat(end(pod("Succeeded"), Status.CURRENT).phase()).isEqualTo(HookPhase.DONE);
    assertThat(end(pod("Running"), Status.CURRENT).phase()).isEqualTo(HookPhase.RUNNING);
    assertThat(end(pod("Failed"), Status.CURRENT).phase()).isEqualTo(HookPhase.FAILED);
  }

  @Test
  void whatDoesNotRunIsDoneWhenItIsThere() {
    ApiObject map = new ApiObject(Map.of("apiVersion", "v1", "kind", "ConfigMap"));
    assertThat(end(map, Status.inProgress("never")).phase()).isEqualTo(HookPhase.DONE);
  }

  private static HookEnd end(ApiObject object, Status readiness) {
    return HookEnd.of(object, _ -> readiness);
  }

  private static ApiObject job(String condition) {
    return new ApiObject(
        Map.of(
            "apiVersion",
            "batch/v1",
            "kind",
            "Job",
            "status",
            Map.of(
                "conditions",
                List.of(
                    Map.of(
                        "type", condition, "status", "True", "message", "as the server says")))));
  }

  private static ApiObject pod(String phase) {
    return new ApiObject(
        Map.of("apiVersion", "v1", "kind", "Pod", "status", Map.of("phase", phase)));
  }
}
