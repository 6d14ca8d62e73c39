package dev.slipway.cli.training;

import dev.slipway.cli.Catalogue;
import dev.slipway.cli.Main;
import dev.slipway.engine.event.EventSink;
import dev.slipway.engine.session.StackSetup;
import dev.slipway.engine.session.StackView;
import dev.slipway.engine.stack.Stack;
import dev.slipway.engine.stack.StackReader;
import dev.slipway.engine.stack.TargetKind.Opening;
import dev.slipway.kubernetes.KubernetesTarget;
import dev.slipway.kubernetes.chart.helm.HelmBinary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs over what the commands use, without changing anything that stays, so that the launcher can
 * keep the loaded and linked classes in the JDK's ahead-of-time cache (JEP 483, JEP 514).
 */
public final class Training {
  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: training, namespace: default}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: training, namespace: default}
      stringData: {word: training}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: training, namespace: default}
      data: {word: training}
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: training, namespace: default}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: training, namespace: default}
      rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: training, namespace: default}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: training}
      subjects: [{kind: ServiceAccount, name: training, namespace: default}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: training, namespace: default}
      spec: {clusterIP: 10.0.0.1, selector: {app: training}, ports: [{port: 80}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: training, namespace: default}
      spec:
        selector: {matchLabels: {app: training}}
        template:
          metadata: {labels: {app: training}}
          spec:
            serviceAccountName: training
            containers:
              - name: training
                image: training
                ports: [{containerPort: 80}]
                resources: {requests: {cpu: 100m}}
                envFrom:
                  - configMapRef: {name: training}
                  - secretRef: {name: training}
                volumeMounts:
                  - {name: data, mountPath: /data}
            volumes:
              - {name: data, persistentVolumeClaim: {claimName: training}}
      ---
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: training, namespace: default}
      spec: {maxUnavailable: 1, selector: {matchLabels: {app: training}}}
      """;

  private Training() {}

  public static void main(String[] args) throws IOException {
    PrintStream quiet =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(quiet);
    System.setErr(quiet);
    Path scratch = Files.createTempDirectory("slipway-training");
    try {
      onThisMachine(scratch);
      onCluster(scratch);
    } finally {
      remove(scratch);
    }
  }

  private static void onThisMachine(Path scratch) throws IOException {
    Path file = scratch.resolve("stack.yaml");
    Files.writeString(
        file, "name: training\ntarget: local\nmilvus:\n  data: delete\n  port: 19530\n");
    Main.run(Catalogue.all(), "--help");
    Main.run(Catalogue.all(), "up", "--help");
    Main.run(Catalogue.all(), "schema");
    Main.run(Catalogue.all(), "plan", file.toString());
    Main.run(Catalogue.all(), "plan", "--json", file.toString());
    Main.run(Catalogue.all(), "status", file.toString());
    Main.run(Catalogue.all(), "down", file.toString());
    proveAgainstNothing(file, scratch.resolve("state"));
  }

  private static void onCluster(Path scratch) throws IOException {
    Path chart = Files.createDirectories(scratch.resolve("chart/templates")).getParent();
    Files.writeString(
        chart.resolve("Chart.yaml"), "apiVersion: v2\nname: training\nversion: 1.0.0\n");
    Files.writeString(chart.resolve("values.yaml"), "word: training\n");
    Files.writeString(chart.resolve("templates/objects.yaml"), OBJECTS);
    Path kubeconfig = scratch.resolve("kubeconfig");
    Path file = scratch.resolve("cluster.yaml");
    Files.writeString(
        file,
        """
        name: training-cluster
        target: {kubernetes: {kubeconfig: kubeconfig}}
        workloads: {charts: {training: {chart: chart, create-namespace: false}}}
        """);
    Catalogue catalogue =
        new Catalogue(
            Catalogue.all().blueprints(),
            List.of(
                new KubernetesTarget(Map.of("SLIPWAY_HELM", helm(scratch).toString()), scratch)));
    TrainingCertificate certificate = TrainingCertificate.in(scratch);
    Process cluster =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TrainingCluster.class.getName(),
                scratch.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader told = cluster.inputReader(StandardCharsets.UTF_8)) {
      Files.writeString(kubeconfig, certificate.kubeconfig(Integer.parseInt(told.readLine())));
      Main.run(catalogue, "plan", file.toString());
      Main.run(catalogue, "up", "-y", file.toString());
      Main.run(catalogue, "up", "-y", file.toString());
      Main.run(catalogue, "down", "-y", file.toString());
    } finally {
      cluster.destroy();
    }
  }

  /** What stands for Helm here prints the objects as they are in the chart. */
  private static Path helm(Path scratch) throws IOException {
    Path script = scratch.resolve("helm");
    Files.writeString(
        script,
        """
        #!/bin/sh
        if [ "$1" = version ]; then echo v%s; exit; fi
        echo '---'
        echo '# Source: training/templates/objects.yaml'
        cat '%s'
        """
            .formatted(HelmBinary.VERSION, scratch.resolve("chart/templates/objects.yaml")));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** Loads the systems' clients: their first check fails, since nothing listens. */
  private static void proveAgainstNothing(Path file, Path folder) {
    Catalogue catalogue = Catalogue.all();
    Stack stack = new StackReader(catalogue.blueprints(), catalogue.targets()).read(file);
    StackView.of(
            new StackSetup(
                stack.name(),
                folder,
                stack.target().open(new Opening(stack.name(), stack.home(), folder)),
                stack.launches(),
                EventSink.NONE,
                "training"))
        .verify(() -> false);
  }
}
