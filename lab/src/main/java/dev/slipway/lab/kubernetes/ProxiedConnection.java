package dev.slipway.lab.kubernetes;

import dev.slipway.lab.kubernetes.wire.HttpBody;
import dev.slipway.lab.kubernetes.wire.HttpHead;
import dev.slipway.lab.kubernetes.wire.Tunnel;
import dev.slipway.lab.process.LabException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** One client's connection to a {@link FaultProxy}, and the one to the API server behind it. */
final class ProxiedConnection implements AutoCloseable {
  private static final String USER = "X-Remote-User";
  private static final String GROUP = "X-Remote-Group";

  private final ControlPlane plane;
  private final SSLSocket client;
  private final List<String> identity;
  private Socket server;

  ProxiedConnection(ControlPlane plane, SSLSocket client) {
    this.plane = plane;
    this.client = client;
    this.identity = identity(client);
  }

  /**
   * Carries one request and its answer.
   *
   * @param done is called when the API server has answered
   * @return whether another request can follow on this connection
   */
  boolean carry(HttpHead head, ApiFault fault, Runnable done) throws IOException {
    byte[] body = HttpBody.ofRequest(head, client.getInputStream());
    switch (fault) {
      case ApiFault.Lost() -> {
        return false;
      }
      case ApiFault.Refused refused -> {
        refuse(refused);
        return true;
      }
      case ApiFault.Delayed(var time) -> {
        try {
          Thread.sleep(time);
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      case ApiFault.Pass _, ApiFault.Unanswered _, ApiFault.Cut _ -> {}
    }
    OutputStream out = server(head).getOutputStream();
    out.write(identified(head).bytes());
    out.write(body);
    out.flush();
    HttpHead answer =
        HttpHead.read(server.getInputStream())
            .orElseThrow(() -> new IOException("the API server closed the connection"));
    done.run();
    if (fault instanceof ApiFault.Unanswered) {
      return false;
    }
    return answer(head, answer, fault instanceof ApiFault.Cut);
  }

  private boolean answer(HttpHead head, HttpHead answer, boolean cut) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(answer.bytes());
    out.flush();
    String status = answer.word(1);
    if (status.equals("101")) {
      Tunnel.join(client, server);
      return false;
    }
    if (head.word(0).equals("HEAD") || status.equals("204") || status.equals("304")) {
      return true;
    }
    if (cut) {
      HttpBody.copyHalf(answer, server.getInputStream(), out);
      return false;
    }
    HttpBody.copy(answer, server.getInputStream(), out);
    return HttpBody.isDelimited(answer) && !answer.says("Connection", "close");
  }

  private void refuse(ApiFault.Refused refused) throws IOException {
    byte[] body =
        """
        {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"the lab's \
        proxy says %s","reason":"%s","code":%d}
        """
            .formatted(refused.reason(), refused.reason(), refused.status())
            .getBytes(StandardCharsets.UTF_8);
    List<String> fields = new ArrayList<>();
    fields.add("Content-Type: application/json");
    fields.add("Content-Length: " + body.length);
    refused.retryAfter().ifPresent(time -> fields.add("Retry-After: " + time.toSeconds()));
    OutputStream out = client.getOutputStream();
    out.write(
        new HttpHead("HTTP/1.1 " + refused.status() + " " + refused.reason(), fields).bytes());
    out.write(body);
    out.flush();
  }

  /** The connection to the API server, with a certificate only if the client has no token. */
  private Socket server(HttpHead head) throws IOException {
    if (server == null) {
      SSLContext tls =
          head.field("Authorization").isPresent()
              ? plane.frontProxy().trust()
              : plane.frontProxy().tls();
      server = tls.getSocketFactory().createSocket("127.0.0.1", plane.server().getPort());
      server.setTcpNoDelay(true);
    }
    return server;
  }

  private HttpHead identified(HttpHead head) {
    HttpHead cleared = head.without(USER).without(GROUP);
    if (head.field("Authorization").isPresent()) {
      return cleared;
    }
    List<String> fields = new ArrayList<>(cleared.fields());
    fields.addAll(identity);
    return new HttpHead(cleared.first(), fields);
  }

  /** What the client's certificate says, in the words of an authenticating proxy. */
  private static List<String> identity(SSLSocket client) {
    try {
      X509Certificate shown = (X509Certificate) client.getSession().getPeerCertificates()[0];
      List<String> fields = new ArrayList<>();
      for (Rdn part : new LdapName(shown.getSubjectX500Principal().getName()).getRdns()) {
        field(part).ifPresent(name -> fields.add(name + ": " + part.getValue()));
      }
      return List.copyOf(fields);
    } catch (SSLPeerUnverifiedException _) {
      return List.of();
    } catch (InvalidNameException e) {
      throw new LabException("a certificate's subject can't be read", e);
    }
  }

  private static Optional<String> field(Rdn part) {
    return switch (part.getType()) {
      case "CN" -> Optional.of(USER);
      case "O" -> Optional.of(GROUP);
      case null, default -> Optional.empty();
    };
  }

  @Override
  public void close() {
    if (server != null) {
      Tunnel.close(server);
    }
  }
}
