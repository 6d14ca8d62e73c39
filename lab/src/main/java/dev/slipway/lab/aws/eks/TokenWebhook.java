package dev.slipway.lab.aws.eks;

import dev.slipway.lab.kubernetes.wire.HttpBody;
import dev.slipway.lab.kubernetes.wire.HttpHead;
import dev.slipway.lab.kubernetes.wire.LoopbackServer;
import dev.slipway.lab.process.LabException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ServerSocketFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells an API server whose a token is, as EKS does: by the signed request within the token, and
 * the access entries of the cluster. It answers token reviews of {@code authentication.k8s.io/v1}.
 */
public final class TokenWebhook implements AutoCloseable {
  private final LoopbackServer server;
  private final Map<String, String> secrets = new TreeMap<>();
  private Optional<EksModel> eks = Optional.empty();
  private String cluster = "";

  /** Starts to answer; nobody is known yet. */
  public TokenWebhook() {
    try {
      server = new LoopbackServer(ServerSocketFactory.getDefault(), this::serve);
    } catch (IOException e) {
      throw new LabException("the lab's token webhook can't be started", e);
    }
  }

  /** From now on, a cluster's access entries count. */
  public synchronized void serve(EksModel eks, String cluster) {
    this.eks = Optional.of(eks);
    this.cluster = cluster;
  }

  /** Makes an access key known, so that signatures with it can be checked. */
  public synchronized void know(String accessKey, String secret) {
    secrets.put(accessKey, secret);
  }

  /** What the API server finds it by. */
  public String kubeconfig() {
    return """
    apiVersion: v1
    kind: Config
    clusters:
    - name: tokens
      cluster: {server: "http://127.0.0.1:%d/"}
    users:
    - {name: api-server, user: {}}
    contexts:
    - {name: tokens, context: {cluster: tokens, user: api-server}}
    current-context: tokens
    """
        .formatted(server.port());
  }

  private void serve(Socket connection) throws IOException {
    InputStream in = new BufferedInputStream(connection.getInputStream());
    OutputStream out = connection.getOutputStream();
    while (true) {
      HttpHead head = HttpHead.read(in).orElse(null);
      if (head == null) {
        return;
      }
      String review = new String(HttpBody.ofRequest(head, in), StandardCharsets.UTF_8);
      byte[] answer = answer(review).toString().getBytes(StandardCharsets.UTF_8);
      out.write(
          new HttpHead(
                  "HTTP/1.1 200 OK",
                  List.of("Content-Type: application/json", "Content-Length: " + answer.length))
              .bytes());
      out.write(answer);
      out.flush();
    }
  }

  private ObjectNode answer(String review) {
    String token = EksModel.JSON.readTree(review).path("spec").path("token").asString("");
    ObjectNode answer = EksModel.JSON.createObjectNode();
    answer.put("apiVersion", "authentication.k8s.io/v1").put("kind", "TokenReview");
    ObjectNode status = answer.putObject("status");
    try {
      EksIdentity identity = identity(token);
      status.put("authenticated", true);
      ObjectNode user = status.putObject("user").put("username", identity.user());
      identity.groups().forEach(user.putArray("groups")::add);
    } catch (Unknown unknown) {
      status.put("authenticated", false).put("error", unknown.getMessage());
    }
    return answer;
  }

  private synchronized EksIdentity identity(String token) {
    PresignedCaller caller =
        PresignedCaller.read(token).orElseThrow(() -> new Unknown("it is no token of EKS's"));
    EksModel model = eks.orElseThrow(() -> new Unknown("there is no cluster"));
    String secret = secrets.get(caller.accessKey());
    if (secret == null) {
      throw new Unknown("nobody has the access key " + caller.accessKey());
    }
    caller
        .objection(cluster, secret, Instant.now())
        .ifPresent(
            why -> {
              throw new Unknown(why);
            });
    String principal =
        model
            .principal(caller.accessKey(), caller.region())
            .orElseThrow(() -> new Unknown("STS doesn't know " + caller.accessKey()));
    return model
        .identity(cluster, principal)
        .orElseThrow(() -> new Unknown("no access entry lets " + principal + " in"));
  }

  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown(String message) {
      super(message, null, false, false);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
