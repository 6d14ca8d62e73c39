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
    SecretArguments.fingerprints(spec.arguments())
        .ifPresent(all -> environment.put(SecretArguments.FINGERPRINTS, all));
    return switch (spec.program()) {
      case Program.Executable(Value<String> path) ->
          new Launch(Optional.empty(), plain(id, path), arguments, environment);
      case Program.Slipway(String mainClass) ->
          new Launch(Optional.of(JavaRuntime.current(SMALL)), mainClass, arguments, environment);
    };
  }

  private static String plain(ResourceId id, Value<String> value) {
    return SecretArguments.named(value)
        .known()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    id + " was to be started with " + value + ", which isn't known"));
  }
}
