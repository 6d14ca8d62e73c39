package dev.slipway.lab.kubernetes;

import dev.slipway.lab.kubernetes.wire.HttpHead;
import dev.slipway.lab.kubernetes.wire.LoopbackServer;
import dev.slipway.lab.process.LabException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocket;

/**
 * Stands before an API server, counts requests, and lets them fail as a test says.
 *
 * <p>Users stay who they are: it tells the API server whose certificate it saw. It speaks HTTP/1.1
 * to both sides.
 */
public final class FaultProxy implements AutoCloseable {
  private final ControlPlane plane;
  private final LoopbackServer server;
  private final List<ApiRequest> requests = new ArrayList<>();
  private volatile Function<ApiRequest, ApiFault> faults = _ -> ApiFault.NONE;
  private volatile Consumer<ApiRequest> before = _ -> {};
  private volatile Consumer<ApiRequest> after = _ -> {};

  FaultProxy(ControlPlane plane) {
    this.plane = plane;
    try {
      server =
          new LoopbackServer(
              plane.pki().issue("fault-proxy", List.of()).tls().getServerSocketFactory(),
              this::serve);
    } catch (IOException e) {
      throw new LabException("the fault proxy can't be started", e);
    }
  }

  /** Its address. */
  public URI server() {
    return URI.create("https://127.0.0.1:" + server.port());
  }

  /** A kubeconfig, as text, of an administrator who goes through this. */
  public String kubeconfig() {
    return Kubeconfig.of(server(), plane.admin());
  }

  /** A kubeconfig, as text, of another user who goes through this. */
  public String kubeconfigOf(String user, String... groups) {
    return Kubeconfig.of(server(), plane.pki().issue(user, List.of(groups)));
  }

  /** Lets requests fail from now on. */
  public void faults(Function<ApiRequest, ApiFault> what) {
    faults = what;
  }

  /** Lets the next so many requests of a kind fail, and then none. */
  public void faults(int count, Predicate<ApiRequest> which, ApiFault what) {
    AtomicInteger left = new AtomicInteger(count);
    faults(request -> which.test(request) && left.getAndDecrement() > 0 ? what : ApiFault.NONE);
  }

  /** Is called with each request before the API server sees it, on the connection's thread. */
  public void beforeEach(Consumer<ApiRequest> hook) {
    before = hook;
  }

  /** Is called with each request that the API server has done, before the client knows. */
  public void afterEach(Consumer<ApiRequest> hook) {
    after = hook;
  }

  /** The requests so far, in the order in which they came. */
  public List<ApiRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  /** How many requests of a kind there were. */
  public long count(Predicate<ApiRequest> which) {
    return requests().stream().filter(which).count();
  }

  /** Forgets requests, faults and hooks; the next request is the first. */
  public void reset() {
    faults = _ -> ApiFault.NONE;
    before = _ -> {};
    after = _ -> {};
    synchronized (requests) {
      requests.clear();
    }
  }

  private void serve(Socket connection) throws IOException {
    SSLSocket client = (SSLSocket) connection;
    client.setWantClientAuth(true);
    client.startHandshake();
    try (ProxiedConnection proxied = new ProxiedConnection(plane, client)) {
      while (true) {
        HttpHead head = HttpHead.read(client.getInputStream()).orElse(null);
        if (head == null) {
          return;
        }
        ApiRequest request = add(head);
        before.accept(request);
        if (!proxied.carry(head, faults.apply(request), () -> after.accept(request))) {
          return;
        }
      }
    }
  }

  private ApiRequest add(HttpHead head) {
    synchronized (requests) {
      ApiRequest request = new ApiRequest(requests.size() + 1, head.word(0), head.word(1));
      requests.add(request);
      return request;
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
