package dev.slipway.lab.kubernetes;

import dev.slipway.lab.process.Await;
import dev.slipway.lab.process.LabException;
import dev.slipway.lab.process.Ran;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * A cluster of the lab: a real control plane, nodes and pods that kwok plays, and the tools that
 * drive it. What is real and what is played stands in {@code docs/lab.md}.
 */
public final class LabCluster implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration RUN = Duration.ofMinutes(5);

  private final Binaries binaries;
  private final LabProcesses processes;
  private final ControlPlane plane;
  private final AtomicInteger namespaces = new AtomicInteger();

  private LabCluster(Binaries binaries, LabProcesses processes) {
    this.binaries = binaries;
    this.processes = processes;
    this.plane = processes.plane();
  }

  /** Starts a cluster with that many nodes, in a temporary folder that goes with it. */
  public static LabCluster start(int nodes) {
    return start(ClusterSetup.ofLab(nodes));
  }

  /** Starts a cluster that is set up in a way of its own. */
  public static LabCluster start(ClusterSetup setup) {
    try {
      return start(Files.createTempDirectory("slipway-lab-"), setup);
    } catch (IOException e) {
      throw new LabException("no temporary folder can be made", e);
    }
  }

  /** Starts a cluster in an empty folder. */
  static LabCluster start(Path folder, ClusterSetup setup) {
    Binaries binaries = Binaries.ready();
    return new LabCluster(binaries, LabProcesses.start(binaries, folder, setup));
  }

  /** The API server. */
  public URI server() {
    return plane.server();
  }

  /** A kubeconfig of an administrator, as text. */
  public String kubeconfig() {
    return Kubeconfig.of(plane.server(), plane.admin());
  }

  /** The same in a file. */
  public Path kubeconfigFile() {
    return processes.kubeconfigFile();
  }

  /** The certificate of the authority that issued the API server's, as PEM. */
  public String authority() {
    return plane.admin().authorityPem();
  }

  /** What an administrator's HTTP client needs. */
  public SSLContext adminTls() {
    return plane.admin().tls();
  }

  /** The certificate of a server with another name than loopback's, such as that of a service. */
  public Credential serverCredential(String dnsName) {
    return plane.pki().issueServer(dnsName);
  }

  /** A kubeconfig, as text, of a user who may do what roles bound to the name and groups allow. */
  public String kubeconfigOf(String user, String... groups) {
    return Kubeconfig.of(plane.server(), plane.pki().issue(user, List.of(groups)));
  }

  /** A kubeconfig, as text, of an administrator whose certificate has expired. */
  public String expiredKubeconfig() {
    return Kubeconfig.of(
        plane.server(),
        plane.pki().issue("lab-admin", List.of("system:masters"), Instant.now().minusSeconds(60)));
  }

  /** A new proxy before the API server, which lets requests fail; the caller closes it. */
  public FaultProxy faultProxy() {
    return new FaultProxy(plane);
  }

  /** Helm 3. */
  public Path helm3() {
    return binaries.helm3();
  }

  /** Helm 4. */
  public Path helm4() {
    return binaries.helm4();
  }

  /** kubectl. */
  public Path kubectl() {
    return binaries.kubectl();
  }

  /** Requests of the lab's own, as JSON. */
  public ClusterApi api() {
    return plane.api();
  }

  /** Runs a program to its end as the cluster's administrator, with a home of Helm of its own. */
  public Ran run(Path program, String... arguments) {
    return Ran.of(
        command(Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList()), RUN);
  }

  /** A program that isn't started yet, with {@code KUBECONFIG} and Helm's home set. */
  public ProcessBuilder command(List<String> command) {
    Path folder = processes.folder();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("KUBECONFIG", kubeconfigFile().toString());
    builder.environment().put("HELM_CACHE_HOME", folder.resolve("helm/cache").toString());
    builder.environment().put("HELM_CONFIG_HOME", folder.resolve("helm/config").toString());
    builder.environment().put("HELM_DATA_HOME", folder.resolve("helm/data").toString());
    builder.environment().put("KUBECACHEDIR", folder.resolve("kubectl").toString());
    return builder;
  }

  /** Makes a namespace that nobody has used, with its default service account. */
  public String freshNamespace() {
    String name = "lab-" + namespaces.incrementAndGet();
    api()
        .create(
            "/api/v1/namespaces",
            "{apiVersion: v1, kind: Namespace, metadata: {name: " + name + "}}");
    String account = "/api/v1/namespaces/" + name + "/serviceaccounts/default";
    Await.until(
        LIMIT,
        "the service account of namespace " + name,
        () -> api().find(account).isPresent(),
        () -> processes.folder() + " has the logs");
    return name;
  }

  /** Kills the API server; requests fail until {@link #startApiServer}. */
  public void stopApiServer() {
    plane.stopApiServer();
  }

  /** Starts the API server that was stopped, with the same address and data, and waits for it. */
  public void startApiServer() {
    plane.startApiServer();
  }

  /** Kills the API server and starts it again. */
  public void restartApiServer() {
    stopApiServer();
    startApiServer();
  }

  /**
   * Lets a port forwarded to any pod of a namespace end at a local server.
   *
   * @param port of the pods
   * @param local port on 127.0.0.1 where the server listens
   */
  public void forward(String namespace, int port, int local) {
    String name = "lab-" + namespace + "-" + port;
    api()
        .apply(
            "/apis/kwok.x-k8s.io/v1alpha1/clusterportforwards/" + name,
            """
            apiVersion: kwok.x-k8s.io/v1alpha1
            kind: ClusterPortForward
            metadata: {name: %s}
            spec:
              selector: {matchNamespaces: [%s]}
              forwards: [{ports: [%d], target: {address: 127.0.0.1, port: %d}}]
            """
                .formatted(name, namespace, port, local));
  }

  /**
   * Lets the API server find a local server behind a service: a webhook's or an aggregated API's.
   *
   * @param local port on 127.0.0.1 where the server listens
   */
  public void serve(String namespace, String service, int local) {
    plane.network().serve(namespace, service, local);
  }

  /** Lets the API server find nothing behind a service again. */
  public void unserve(String namespace, String service) {
    plane.network().unserve(namespace, service);
  }

  /** Every object there is, so that a test can say that nothing is left. */
  public SortedSet<String> snapshot() {
    return new Snapshot(api()).take();
  }

  /** Stops every process and removes the folder. */
  @Override
  public void close() {
    processes.close();
  }
}
