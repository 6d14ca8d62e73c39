package dev.slipway.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gateway process's command line. */
final class GatewayArgumentsTest {
  private static final List<String> WHOLE =
      List.of(
          "--listen-port", "19530",
          "--upstream-port", "19531",
          "--certificate", "/stack/certificates/certificate-milvus.pem",
          "--key-secret", "certificate-milvus-key",
          "--secrets", "/stack/secrets",
          "--user", "root",
          "--password-secret", "milvus-password");

  @Test
  void wholeCommandLineIsUnderstood() {
    GatewayArguments arguments = GatewayArguments.parse(WHOLE);

    assertThat(GatewayConfig.text(arguments.listen())).isEqualTo("127.0.0.1:19530");
    assertThat(arguments.upstream().getPort()).isEqualTo(19531);
    assertThat(arguments.passwordSecret()).isEqualTo("milvus-password");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    List<String> arguments = new ArrayList<>(WHOLE.subList(2, WHOLE.size() - 1));
    arguments.set(1, "localhost");
    arguments.addAll(0, List.of("--colour", "red"));

    DiagnosticException refused =
        catchThrowableOfType(DiagnosticException.class, () -> GatewayArguments.parse(arguments));

    assertThat(refused.diagnostics())
        .extracting(Diagnostic::detail)
        .containsExactly(
            "There is no option '--colour'.",
            "The option --password-secret has no value.",
            "The option --listen-port is missing.",
            "The option --password-secret is missing.",
            "--upstream-port must be a port from 0 to 65535, not 'localhost'.");
  }
}
