package dev.slipway.local.process;

import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Secrets on a command line. A secret stands there as its name, since everybody on the machine can
 * read a command line; its fingerprint goes into the environment, so that the launch changes when
 * the secret's content does.
 */
final class SecretArguments {
  /** Environment variable with the fingerprints of the secrets that a process was given by name. */
  static final String FINGERPRINTS = "SLIPWAY_SECRET_FINGERPRINTS";

  private SecretArguments() {}

  /** The argument with a secret replaced by its name. */
  static Value<String> named(Value<String> argument) {
    return argument instanceof Value.Secret<String>(String name, String _)
        ? Value.of(name)
        : argument;
  }

  /** The fingerprints of the secrets among the arguments; empty if there are none. */
  static Optional<String> fingerprints(List<Value<String>> arguments) {
    String joined =
        arguments.stream()
            .filter(Value.Secret.class::isInstance)
            .map(argument -> ((Value.Secret<String>) argument).fingerprint())
            .collect(Collectors.joining(","));
    return Optional.of(joined).filter(text -> !text.isEmpty());
  }

  /** Whether it can't be told yet which of the arguments are secrets. */
  static boolean unknown(List<Value<String>> arguments) {
    return arguments.stream().anyMatch(Value.Ref.class::isInstance);
  }
}
