package dev.slipway.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.kubeconfig.KubeContext;
import dev.slipway.kubernetes.kubeconfig.Kubeconfig;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are sent again without anybody asking for it. */
class RepetitionTest {
  private static final Request READ = Request.get("get", "/x", Request.Subject.server("X"));
  private static final Request APPLY = send("PATCH", Request.APPLY);
  private static final Request CREATE = send("POST", "application/json");
  private static final KubeContext CONTEXT =
      Kubeconfig.parse(ReplayServer.kubeconfig("https://127.0.0.1:1", "token: t"), "test")
          .context(Optional.empty());

  private final Repetition repetition = new Repetition();

  private static Request send(String method, String type) {
    return Request.send("patch", method, "/x", type, "{}", Request.Subject.server("X"));
  }

  private Optional<Duration> after(int code, Request request, int attempt) {
    return repetition.after(
        new Answer(code, new byte[0], Optional.empty()), request, CONTEXT, attempt);
  }

  private Optional<Duration> after(Exception failure, Request request, int attempt) {
    ProviderException told = ConnectionProblems.of(failure, request, CONTEXT);
    return repetition.after(told, request, attempt);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void whatOnlyReadsIsAskedAgainOfAServerThatFails(int code) {
    assertThat(after(code, READ, 1)).isPresent();
    assertThat(after(code, READ, 4)).isEmpty();
    assertThat(after(code, APPLY, 1)).isEmpty();
    assertThat(after(code, CREATE, 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401, 403, 404, 409, 410})
  void anAnswerThatStaysStands(int code) {
    assertThat(after(code, READ, 1)).isEmpty();
  }

  @Test
  void aLongWaitIsLeftToTheEngine() {
    Answer busy = new Answer(429, new byte[0], Optional.of(Duration.ofSeconds(7)));
    assertThat(repetition.after(busy, READ, CONTEXT, 1)).isEmpty();
  }

  @Test
  void aServerIsWaitedForOnlyIfItHasAnsweredBefore() {
    assertThat(after(new ConnectException(), READ, 1)).isEmpty();
    assertThat(after(200, READ, 1)).isEmpty();
    assertThat(after(new ConnectException(), READ, 7)).isPresent();
    assertThat(after(new ConnectException(), CREATE, 1)).as("it never came there").isPresent();
    assertThat(after(new ConnectException(), READ, 8)).isEmpty();
  }

  @Test
  void whatMayHaveBeenDoneIsSentAgainOnlyIfThatComesToTheSame() {
    Exception broken = new java.io.IOException("broken pipe");
    assertThat(after(broken, READ, 1)).isPresent();
    assertThat(after(broken, APPLY, 1)).isPresent();
    assertThat(after(broken, send("DELETE", "application/json"), 1)).isPresent();
    assertThat(after(broken, CREATE, 1)).isEmpty();
    assertThat(after(broken, send("PATCH", "application/json-patch+json"), 1)).isEmpty();
  }
}
