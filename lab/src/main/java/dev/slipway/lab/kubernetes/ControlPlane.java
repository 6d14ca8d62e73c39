package dev.slipway.lab.kubernetes;

import dev.slipway.lab.process.Await;
import dev.slipway.lab.process.Component;
import dev.slipway.lab.process.Folders;
import dev.slipway.lab.process.LabException;
import dev.slipway.lab.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real Kubernetes control plane on loopback: etcd, API server, controller manager, scheduler.
 *
 * <p>It answers when {@link #start} returns. Everything it writes is in its folder.
 */
final class ControlPlane implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);

  /** The log tells of users' requests, not of those of the control plane's own parts. */
  private static final String AUDIT =
      """
      apiVersion: audit.k8s.io/v1
      kind: Policy
      omitStages: [RequestReceived]
      rules:
        - level: None
          userGroups: ["system:nodes", "system:serviceaccounts"]
        - level: None
          users: ["system:apiserver", "system:kube-controller-manager", "system:kube-scheduler"]
        - level: Metadata
      """;

  private final Path folder;
  private final Path program;
  private final ClusterSetup setup;
  private final Pki pki = new Pki();
  private final int port = Ports.free();
  private final int etcdPort = Ports.free();
  private final Credential admin = pki.issue("lab-admin", List.of("system:masters"));
  private final Credential frontProxy = pki.issue("front-proxy", List.of());
  private final ClusterApi api = new ClusterApi(server(), admin.tls());
  private final ClusterNetwork network =
      new ClusterNetwork(pki.issue("cluster-network", List.of()), this::api);
  private final List<Component> components = new ArrayList<>();
  private Component apiServer;

  private ControlPlane(Path program, Path folder, ClusterSetup setup) {
    this.program = program;
    this.setup = setup;
    this.folder = folder;
  }

  /**
   * Starts one in an empty folder.
   *
   * @throws LabException with the end of the log of what didn't start
   */
  static ControlPlane start(Binaries binaries, Path folder, ClusterSetup setup) {
    ControlPlane made = new ControlPlane(binaries.controlPlane(), folder, setup);
    try {
      made.writeFiles();
      made.components.add(made.etcd());
      made.apiServer = made.component("kube-apiserver", made.apiServerFlags());
      made.awaitReady();
      made.components.add(made.controllerManager());
      made.components.add(made.scheduler());
      return made;
    } catch (RuntimeException e) {
      made.close();
      Folders.forget(folder);
      throw e;
    }
  }

  URI server() {
    return URI.create("https://127.0.0.1:" + port);
  }

  Pki pki() {
    return pki;
  }

  Credential admin() {
    return admin;
  }

  /** Whoever shows this may tell the API server who a request's user is. */
  Credential frontProxy() {
    return frontProxy;
  }

  ClusterApi api() {
    return api;
  }

  /** What is behind the cluster's services. */
  ClusterNetwork network() {
    return network;
  }

  /** Kills the API server; requests fail until {@link #startApiServer}. */
  void stopApiServer() {
    apiServer.close();
  }

  /** Starts the API server again, with the same address, certificates and data. */
  void startApiServer() {
    apiServer = component("kube-apiserver", apiServerFlags());
    awaitReady();
  }

  private void writeFiles() {
    try {
      Path files = Files.createDirectories(folder.resolve("pki"));
      pki.self().write(files, "ca");
      pki.issue("service-accounts", List.of()).write(files, "sa");
      pki.issue("kube-apiserver", List.of()).write(files, "apiserver");
      pki.issue("kubelet-client", List.of("system:masters")).write(files, "kubelet-client");
      frontProxy.write(files, "front-proxy");
      Files.writeString(folder.resolve("egress.yaml"), network.egress());
      Files.writeString(folder.resolve("audit.yaml"), AUDIT);
      for (Map.Entry<String, String> file : setup.files().entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      for (String component : List.of("kube-controller-manager", "kube-scheduler")) {
        Files.writeString(
            folder.resolve(component + ".kubeconfig"),
            Kubeconfig.of(server(), pki.issue("system:" + component, List.of())));
      }
    } catch (IOException e) {
      throw new LabException("the control plane's folder " + folder + " can't be written", e);
    }
  }

  private Component component(String name, List<String> flags) {
    List<String> command = new ArrayList<>(List.of(program.toString(), name));
    command.addAll(flags);
    return Component.start(name, folder, command);
  }

  private Component etcd() {
    String client = "http://127.0.0.1:" + etcdPort;
    String peer = "http://127.0.0.1:" + Ports.free();
    return component(
        "etcd",
        List.of(
            "--data-dir=etcd",
            "--listen-client-urls=" + client,
            "--advertise-client-urls=" + client,
            "--listen-peer-urls=" + peer,
            "--initial-advertise-peer-urls=" + peer,
            "--initial-cluster=default=" + peer,
            "--unsafe-no-fsync"));
  }

  private List<String> apiServerFlags() {
    List<String> flags = new ArrayList<>(ownFlags());
    flags.addAll(setup.apiServerFlags());
    return flags;
  }

  private List<String> ownFlags() {
    return List.of(
        "--etcd-servers=http://127.0.0.1:" + etcdPort,
        "--bind-address=127.0.0.1",
        "--secure-port=" + port,
        "--advertise-address=127.0.0.1",
        "--endpoint-reconciler-type=none",
        "--service-cluster-ip-range=10.96.0.0/16",
        "--service-account-issuer=https://kubernetes.default.svc",
        "--service-account-key-file=pki/sa.crt",
        "--service-account-signing-key-file=pki/sa.key",
        "--tls-cert-file=pki/apiserver.crt",
        "--tls-private-key-file=pki/apiserver.key",
        "--client-ca-file=pki/ca.crt",
        "--authorization-mode=Node,RBAC",
        "--allow-privileged",
        "--kubelet-preferred-address-types=InternalIP",
        "--egress-selector-config-file=egress.yaml",
        "--audit-policy-file=audit.yaml",
        "--audit-log-path=audit.log",
        "--kubelet-client-certificate=pki/kubelet-client.crt",
        "--kubelet-client-key=pki/kubelet-client.key",
        "--requestheader-client-ca-file=pki/ca.crt",
        "--requestheader-allowed-names=front-proxy",
        "--requestheader-username-headers=X-Remote-User",
        "--requestheader-group-headers=X-Remote-Group",
        "--requestheader-extra-headers-prefix=X-Remote-Extra-",
        "--proxy-client-cert-file=pki/front-proxy.crt",
        "--proxy-client-key-file=pki/front-proxy.key",
        "--max-requests-inflight=2000",
        "--max-mutating-requests-inflight=1000");
  }

  private Component controllerManager() {
    return component(
        "kube-controller-manager",
        List.of(
            "--kubeconfig=kube-controller-manager.kubeconfig",
            "--secure-port=0",
            "--leader-elect=false",
            "--use-service-account-credentials",
            "--service-account-private-key-file=pki/sa.key",
            "--root-ca-file=pki/ca.crt",
            "--cluster-signing-cert-file=pki/ca.crt",
            "--cluster-signing-key-file=pki/ca.key",
            "--allocate-node-cidrs",
            "--cluster-cidr=10.128.0.0/9",
            "--node-cidr-mask-size=24",
            "--pvclaimbinder-sync-period=1s",
            "--concurrent-deployment-syncs=20",
            "--concurrent-replicaset-syncs=20",
            "--kube-api-qps=500",
            "--kube-api-burst=1000"));
  }

  private Component scheduler() {
    return component(
        "kube-scheduler",
        List.of(
            "--kubeconfig=kube-scheduler.kubeconfig",
            "--secure-port=0",
            "--leader-elect=false",
            "--kube-api-qps=500",
            "--kube-api-burst=1000"));
  }

  private void awaitReady() {
    Await.until(
        START,
        "the API server to be ready",
        () -> {
          for (Component component :
              Stream.concat(components.stream(), Stream.of(apiServer)).toList()) {
            if (!component.lives()) {
              throw new LabException(
                  component.name() + " ended while starting:\n" + component.lastLines());
            }
          }
          return api.answers("/readyz");
        },
        () -> apiServer.lastLines());
  }

  @Override
  public void close() {
    components.reversed().forEach(Component::close);
    if (apiServer != null) {
      apiServer.close();
    }
    network.close();
  }
}
