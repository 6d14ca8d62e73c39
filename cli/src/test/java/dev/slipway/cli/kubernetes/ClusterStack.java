package dev.slipway.cli.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.Running;
import dev.slipway.cli.rig.Slipway;
import dev.slipway.cli.rig.StackFolder;
import dev.slipway.lab.kubernetes.LabCluster;
import dev.slipway.lab.kubernetes.chart.PackedChart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A stack on the lab's cluster, and the command line for it.
 *
 * @param folder the stack's file and state
 * @param slipway the command line, with a kubeconfig of its own
 */
record ClusterStack(StackFolder folder, Slipway slipway) {

  /** A stack in a folder, which reaches the cluster as the text of a kubeconfig says. */
  static ClusterStack in(Path folder, String name, LabCluster cluster, String kubeconfig) {
    try {
      Path config = Files.writeString(folder.resolve(name + ".kubeconfig"), kubeconfig);
      return new ClusterStack(
          StackFolder.in(folder, name),
          new Slipway(
              "dev.slipway.cli.Main",
              folder,
              Map.of(
                  "KUBECONFIG", config.toString(),
                  "SLIPWAY_HELM", cluster.helm4().toString(),
                  "XDG_CACHE_HOME", folder.resolve("cache").toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the stack be a chart of the lab, in a namespace that goes with it. */
  ClusterStack ofChart(String chart, String namespace) {
    folder.write(
        """
        name: %s
        target: kubernetes
        workloads:
          namespace: %s
          charts:
            %s: {chart: '%s'}
        """
            .formatted(
                folder.name(),
                namespace,
                chart,
                PackedChart.charts().resolve(chart).toAbsolutePath().normalize()));
    return this;
  }

  /** Lets the stack be these objects, in a namespace that isn't part of it. */
  ClusterStack ofObjects(String namespace, String yaml) {
    Path manifest = folder.file().resolveSibling(folder.name() + "-objects.yaml");
    try {
      Files.writeString(manifest, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    folder.write(
        """
        name: %s
        target: kubernetes
        workloads: {namespace: %s, manifests: ['%s']}
        """
            .formatted(folder.name(), namespace, manifest));
    return this;
  }

  Ended run(String command) {
    return slipway.run(command, folder.file().toString());
  }

  Running start(String command) {
    return slipway.start(command, folder.file().toString());
  }

  /** Runs a command that must end well. */
  Ended succeed(String command) {
    Ended ended = run(command);
    assertThat(ended.code()).as(command + "\n" + ended.everything()).isZero();
    return ended;
  }

  /** Runs a command that must end with this exit code and with these problems alone. */
  Ended fail(String command, int code, String... problems) {
    Ended ended = run(command);
    assertThat(ended.code()).as(command + "\n" + ended.everything()).isEqualTo(code);
    assertThat(ended.codes()).as(command + "\n" + ended.everything()).containsOnly(problems);
    return ended;
  }

  /** What {@code plan} would do, as {@code verb kind/name}. */
  List<String> planned() {
    return succeed("plan")
        .events("planned")
        .flatMap(planned -> planned.at("/plan/steps").valueStream())
        .map(step -> step.get("step").asString())
        .filter(step -> !step.startsWith("keep "))
        .toList();
  }
}
