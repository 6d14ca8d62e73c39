package dev.slipway.local.process;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A process that the supervisor keeps running. Attributes: {@code pid}, {@code started}, {@code
 * log-file}, {@code restarts}.
 *
 * @param supervisor the supervisor's {@code folder}
 * @param arguments after the program
 * @param environment variables added to the inherited ones; never a secret
 * @param readiness how to see that it serves
 * @param grace how long it has to end after SIGTERM before it is killed
 */
public record ProcessSpec(
    Value<String> supervisor,
    Program program,
    List<Value<String>> arguments,
    SortedMap<String, String> environment,
    Readiness readiness,
    Duration grace)
    implements Spec {
  public static final String TYPE = "local.process";

  public ProcessSpec {
    arguments = List.copyOf(arguments);
    environment = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }
}
