package dev.slipway.local.process;

import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Value;
import dev.slipway.local.supervisor.JavaRuntime;
import dev.slipway.local.supervisor.Launch;
import dev.slipway.local.supervisor.Order;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares a process with what it should be. */
final class ProcessDiff {
  private final Optional<Order> order;
  private final Diff.Builder diff = Diff.builder();

  private ProcessDiff(Optional<Order> order) {
    this.order = order;
  }

  static Diff of(ProcessSpec desired, ObservedProcess observed) {
    ProcessDiff fields = new ProcessDiff(observed.order());
    fields.program(desired.program());
    fields.arguments(desired.arguments());
    fields.environment(desired.environment());
    fields.secrets(desired.arguments());
    fields.readiness(desired.readiness());
    fields.diff.field(
        "grace",
        fields.order.map(Order::grace).map(Duration::toString),
        desired.grace().toString());
    fields.diff.field("state", observed.state(), "running");
    return fields.diff.build();
  }

  private void program(Program program) {
    Optional<String> before = launch().map(Launch::program);
    Optional<JavaRuntime> java = launch().flatMap(Launch::java);
    switch (program) {
      case Program.Executable(Value<String> path) -> diff.field("program", before, path);
      case Program.Slipway(String mainClass) -> {
        JavaRuntime current = JavaRuntime.current();
        diff.field("program", before, mainClass);
        diff.field("java", java.map(JavaRuntime::executable), current.executable());
        diff.field("class-path", java.map(JavaRuntime::classPath), current.classPath());
      }
    }
  }

  private void arguments(List<Value<String>> after) {
    List<String> before = launch().map(Launch::arguments).orElse(List.of());
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      diff.field(
          "arguments." + i,
          i < before.size() ? before.get(i) : null,
          i < after.size() ? SecretArguments.named(after.get(i)) : null);
    }
  }

  private void environment(SortedMap<String, String> after) {
    SortedMap<String, String> before =
        new TreeMap<>(launch().map(Launch::environment).orElse(new TreeMap<>()));
    before.remove(SecretArguments.FINGERPRINTS);
    fields("environment.", before, after);
  }

  private void secrets(List<Value<String>> arguments) {
    if (!SecretArguments.unknown(arguments)) {
      Optional<String> before =
          launch().map(Launch::environment).map(all -> all.get(SecretArguments.FINGERPRINTS));
      diff.field("secrets", before, SecretArguments.fingerprints(arguments));
    }
  }

  private void readiness(Readiness after) {
    SortedMap<String, Object> words = new TreeMap<>();
    switch (after) {
      case Readiness.Tcp(Value<String> port) -> {
        words.put("kind", "tcp");
        words.put("port", port);
      }
      case Readiness.Http(Value<String> port, String path, Value<String> caFile) -> {
        words.put("kind", "http");
        words.put("port", port);
        words.put("path", path);
        if (!caFile.known().equals(Optional.of(""))) {
          words.put("ca-file", caFile);
        }
      }
    }
    fields("readiness.", order.map(Order::readiness).orElse(new TreeMap<>()), words);
  }

  private void fields(String prefix, Map<String, ?> before, Map<String, ?> after) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.forEach(name -> diff.field(prefix + name, before.get(name), after.get(name)));
  }

  private Optional<Launch> launch() {
    return order.map(Order::launch);
  }
}
