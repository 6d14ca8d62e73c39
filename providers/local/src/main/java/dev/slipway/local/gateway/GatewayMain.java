package dev.slipway.local.gateway;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.diagnostic.ExitCode;
import dev.slipway.engine.secret.SecretStore;
import dev.slipway.local.secret.FileSecretStore;
import java.util.List;

/** The gateway as a process of its own; ends in good order on SIGTERM. */
public final class GatewayMain {
  private static final String LOG_FORMAT = "%1$tFT%1$tT.%1$tL%1$tz %4$s %5$s%6$s%n";

  private GatewayMain() {}

  /**
   * Runs until it is told to stop.
   *
   * @param arguments {@code --listen-port PORT --upstream-port PORT --certificate FILE --key-secret
   *     NAME --secrets FOLDER --user NAME --password-secret NAME}
   */
  public static void main(String[] arguments) {
    System.setProperty("java.util.logging.SimpleFormatter.format", LOG_FORMAT);
    System.setProperty("vertx.disableDnsResolver", "true"); // Addresses are literal.
    try {
      GatewayArguments parsed = GatewayArguments.parse(List.of(arguments));
      Gateway gateway = Gateway.start(config(parsed, new FileSecretStore(parsed.secrets())));
      Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "gateway-close"));
      System.out.printf(
          "The gateway listens on port %d in front of %s.%n",
          gateway.port(), GatewayConfig.text(parsed.upstream()));
    } catch (DiagnosticException e) {
      e.diagnostics().forEach(GatewayMain::print);
      System.exit(ExitCode.of(e.diagnostics()).code());
    }
  }

  static GatewayConfig config(GatewayArguments arguments, SecretStore secrets) {
    return new GatewayConfig(
        arguments.listen(),
        arguments.upstream(),
        arguments.certificate(),
        () -> secrets.reveal(arguments.keySecret()),
        new Credentials(arguments.user(), secrets.reveal(arguments.passwordSecret())));
  }

  private static void print(Diagnostic diagnostic) {
    System.err.printf(
        "%s: %s%n%s%n%s%n",
        diagnostic.code(), diagnostic.summary(), diagnostic.detail(), diagnostic.fix());
  }
}
