package dev.slipway.local.gateway;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.diagnostic.Problems;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gateway process's command line.
 *
 * @param listen on loopback
 * @param upstream on loopback
 * @param keySecret name of the private key in the secret store
 * @param secrets folder of the secret store
 * @param passwordSecret name of the password in the secret store
 */
record GatewayArguments(
    InetSocketAddress listen,
    InetSocketAddress upstream,
    Path certificate,
    String keySecret,
    Path secrets,
    String user,
    String passwordSecret) {
  private static final List<String> OPTIONS =
      List.of(
          "--listen-port",
          "--upstream-port",
          "--certificate",
          "--key-secret",
          "--secrets",
          "--user",
          "--password-secret");

  /**
   * @throws DiagnosticException with everything that is wrong
   */
  static GatewayArguments parse(List<String> arguments) {
    Problems problems = new Problems();
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      if (!OPTIONS.contains(option)) {
        problems.add(wrong("There is no option '" + option + "'."));
      } else if (i + 1 == arguments.size()) {
        problems.add(wrong("The option " + option + " has no value."));
      } else {
        values.put(option, arguments.get(i + 1));
      }
    }
    OPTIONS.stream()
        .filter(option -> !values.containsKey(option))
        .forEach(option -> problems.add(wrong("The option " + option + " is missing.")));
    Optional<InetSocketAddress> listen = address("--listen-port", values, problems);
    Optional<InetSocketAddress> upstream = address("--upstream-port", values, problems);
    problems.throwIfAny();
    return new GatewayArguments(
        listen.orElseThrow(),
        upstream.orElseThrow(),
        Path.of(values.get("--certificate")),
        values.get("--key-secret"),
        Path.of(values.get("--secrets")),
        values.get("--user"),
        values.get("--password-secret"));
  }

  private static Optional<InetSocketAddress> address(
      String option, Map<String, String> values, Problems problems) {
    String text = values.get(option);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(text)));
    } catch (IllegalArgumentException _) {
      problems.add(wrong(option + " must be a port from 0 to 65535, not '" + text + "'."));
      return Optional.empty();
    }
  }

  private static Diagnostic wrong(String detail) {
    return Diagnostic.user(
        "GATEWAY-ARGUMENT-WRONG",
        "An argument of the gateway is wrong",
        detail,
        "The gateway takes these options, each with a value: " + String.join(", ", OPTIONS) + ".");
  }
}
