package dev.slipway.lab.kubernetes;

import dev.slipway.lab.process.Component;
import dev.slipway.lab.process.LabException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * kwok, which plays the parts of kubelet, storage provisioner and load balancer for a control
 * plane: it moves objects from state to state as the stage files say.
 */
final class Kwok implements AutoCloseable {
  private static final List<String> STAGES = List.of("node", "pod", "volume", "address");

  private final Component component;

  private Kwok(Component component) {
    this.component = component;
  }

  /**
   * Starts it beside a control plane, in the same folder.
   *
   * @param provisioner of the volumes that it provides
   * @param port of its own server
   * @param kubelet the port at which the API server finds the nodes' kubelet
   */
  static Kwok start(
      Binaries binaries,
      ControlPlane plane,
      Path folder,
      String provisioner,
      int port,
      int kubelet) {
    try {
      StringBuilder stages = new StringBuilder();
      for (String stage : STAGES) {
        stages
            .append(
                resource("stages/" + stage + ".yaml")
                    .replace(ClusterSetup.LAB_PROVISIONER, provisioner))
            .append("---\n");
      }
      stages.append(Trouble.stages(resource("stages/pod-trouble.yaml")));
      Files.writeString(folder.resolve("kwok.yaml"), stages);
      Files.writeString(
          folder.resolve("kwok.kubeconfig"), Kubeconfig.of(plane.server(), plane.admin()));
    } catch (IOException e) {
      throw new LabException("kwok's configuration can't be written to " + folder, e);
    }
    return new Kwok(
        Component.start(
            "kwok",
            folder,
            List.of(
                binaries.controlPlane().toString(),
                "tied",
                binaries.kwok().toString(),
                "--kubeconfig=kwok.kubeconfig",
                "--config=kwok.yaml",
                "--enable-crds=ClusterPortForward",
                "--manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake",
                "--node-lease-duration-seconds=40",
                "--v=WARN",
                "--cidr=10.128.0.0/14",
                "--node-ip=127.0.0.1",
                "--node-port=" + kubelet,
                "--server-address=127.0.0.1:" + port,
                "--tls-cert-file=pki/apiserver.crt",
                "--tls-private-key-file=pki/apiserver.key")));
  }

  /** A text of the lab's resources. */
  static String resource(String name) {
    try (InputStream in = Kwok.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new LabException("the class path lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LabException(name + " can't be read", e);
    }
  }

  Component component() {
    return component;
  }

  @Override
  public void close() {
    component.close();
  }
}
