package dev.slipway.local.process;

import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.local.supervisor.JavaRuntime;
import dev.slipway.local.supervisor.Launch;
import dev.slipway.local.supervisor.LogFile;
import dev.slipway.local.supervisor.Order;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns a resolved spec into an order. */
final class ProcessOrder {
  /**
   * For Slipway's own programs: they wait more than they compute. The compiler keeps all its tiers,
   * because TLS in a relay needs the best.
   */
  private static final String[] SMALL = {
    "-XX:+UseSerialGC",
    "-Xms16m",
    "-Xmx256m",
    "-XX:-UsePerfData",
    "-XX:+ExitOnOutOfMemoryError",
    "--enable-native-access=ALL-UNNAMED"
  };

  /**
   * Environment variable with the fingerprints of the secrets that the process was given by name.
   */
  private static final String FINGERPRINTS = "SLIPWAY_SECRET_FINGERPRINTS";

  private ProcessOrder() {}

  static Order of(ResourceId id, ProcessSpec spec, long generation, LogFile log) {
    return new Order(
        id.toString(),
        generation,
        launch(id, spec),
        ReadinessProbe.of(spec.readiness()).words(),
        spec.grace(),
        log);
  }

  private static Launch launch(ResourceId id, ProcessSpec spec) {
    List<String> arguments =
        spec.arguments().stream().map(argument -> plain(id, argument)).toList();
    SortedMap<String, String> environment = new TreeMap<>(spec.environment());
    String fingerprints = fingerprints(spec);
    if (!fingerprints.isEmpty()) {
      environment.put(FINGERPRINTS, fingerprints);
    }
    return switch (spec.program()) {
      case Program.Executable(Value<String> path) ->
          new Launch(Optional.empty(), plain(id, path), arguments, environment);
      case Program.Slipway(String mainClass) ->
          new Launch(Optional.of(JavaRuntime.current(SMALL)), mainClass, arguments, environment);
    };
  }

  /** A secret changes the launch when its content changes, though its name stays. */
  private static String fingerprints(ProcessSpec spec) {
    return spec.arguments().stream()
        .filter(Value.Secret.class::isInstance)
        .map(argument -> ((Value.Secret<String>) argument).fingerprint())
        .collect(Collectors.joining(","));
  }

  /** A secret stands on a command line as its name: everybody on the machine can read that. */
  private static String plain(ResourceId id, Value<String> value) {
    return switch (value) {
      case Value.Known<String>(String known) -> known;
      case Value.Secret<String>(String name, String _) -> name;
      case Value.Ref<String> ref ->
          throw new IllegalStateException(
              id + " was to be started with " + ref + ", which isn't known");
    };
  }
}
