package dev.slipway.lab.aws;

import dev.slipway.lab.aws.eks.EksModel;
import dev.slipway.lab.aws.eks.EksRefusal;
import dev.slipway.lab.kubernetes.wire.HttpBody;
import dev.slipway.lab.kubernetes.wire.HttpHead;
import dev.slipway.lab.kubernetes.wire.LoopbackServer;
import dev.slipway.lab.process.LabException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ServerSocketFactory;

/**
 * Stands before a moto: counts requests, lets them fail as a test says, answers for EKS itself
 * (what of it stands at {@link EksModel}), and mends the caller's ARN, which moto writes wrong.
 * Everything else goes to moto as it is, and its answer back.
 *
 * <p>Several may stand before one moto. What is asked of EKS is known to one front only; all else
 * is moto's, and so the same behind every front.
 */
public final class AwsFront implements AutoCloseable {
  private final Moto moto;
  private final LoopbackServer server;
  private final EksModel eks;
  private final List<AwsRequest> requests = new ArrayList<>();
  private volatile Function<AwsRequest, AwsFault> faults = _ -> AwsFault.NONE;
  private volatile Consumer<AwsRequest> before = _ -> {};
  private volatile Consumer<AwsRequest> after = _ -> {};

  /** Starts to accept. */
  public AwsFront(Moto moto) {
    this.moto = moto;
    this.eks = new EksModel(moto.endpoint());
    try {
      this.server = new LoopbackServer(ServerSocketFactory.getDefault(), this::serve);
    } catch (IOException e) {
      throw new LabException("the lab's AWS front can't be started", e);
    }
  }

  /** Where all services answer. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** The EKS behind this front. */
  public EksModel eks() {
    return eks;
  }

  /** Lets requests fail from now on. */
  public void faults(Function<AwsRequest, AwsFault> what) {
    faults = what;
  }

  /** Lets the next so many requests of a kind fail, and then none. */
  public void faults(int count, Predicate<AwsRequest> which, AwsFault what) {
    AtomicInteger left = new AtomicInteger(count);
    faults(request -> which.test(request) && left.getAndDecrement() > 0 ? what : AwsFault.NONE);
  }

  /** Is called with each request before anyone does it, on the connection's thread. */
  public void beforeEach(Consumer<AwsRequest> hook) {
    before = hook;
  }

  /** Is called with each request that has been done, before the client knows. */
  public void afterEach(Consumer<AwsRequest> hook) {
    after = hook;
  }

  /** The requests so far, in the order in which they came. */
  public List<AwsRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  /** How many requests of a kind there were. */
  public long count(Predicate<AwsRequest> which) {
    return requests().stream().filter(which).count();
  }

  /** How often an operation of a service was asked for. */
  public long count(String service, String operation) {
    return count(request -> request.is(service, operation));
  }

  /** Forgets requests, faults and hooks; the next request is the first. What was made stays. */
  public void reset() {
    faults = _ -> AwsFault.NONE;
    before = _ -> {};
    after = _ -> {};
    synchronized (requests) {
      requests.clear();
    }
  }

  private void serve(Socket client) throws IOException {
    InputStream in = new BufferedInputStream(client.getInputStream());
    OutputStream out = client.getOutputStream();
    try (MotoConnection behind = new MotoConnection(moto.endpoint().getPort())) {
      while (true) {
        HttpHead head = HttpHead.read(in).orElse(null);
        if (head == null) {
          return;
        }
        if (head.says("Expect", "100-continue")) {
          out.write(new HttpHead("HTTP/1.1 100 Continue", List.of()).bytes());
          out.flush();
        }
        byte[] body = HttpBody.ofRequest(head, in);
        AwsRequest request = add(head, body);
        before.accept(request);
        if (!answer(request, head.without("Expect"), body, behind, out)
            || head.says("Connection", "close")) {
          return;
        }
      }
    }
  }

  private AwsRequest add(HttpHead head, byte[] body) {
    synchronized (requests) {
      AwsRequest request = AwsOperations.of(requests.size() + 1, head, body);
      requests.add(request);
      return request;
    }
  }

  /**
   * @return whether another request can follow on this connection
   */
  private boolean answer(
      AwsRequest request, HttpHead head, byte[] body, MotoConnection behind, OutputStream out)
      throws IOException {
    AwsProtocol protocol = AwsProtocol.of(request.service(), head);
    boolean withoutBody = head.word(0).equals("HEAD");
    AwsFault fault = faults.apply(request);
    switch (fault) {
      case AwsFault.Lost() -> {
        return false;
      }
      case AwsFault.Usual(AwsFault.Trouble trouble) -> {
        refusal(protocol, protocol.usual(trouble), request).write(out, withoutBody);
        return true;
      }
      case AwsFault.Refused refused -> {
        refusal(protocol, refused, request).write(out, withoutBody);
        return true;
      }
      case AwsFault.Pass _, AwsFault.Unanswered _ -> {}
    }
    if (request.service().equals("eks")) {
      AwsAnswer answer = eks(request, protocol);
      after.accept(request);
      if (fault instanceof AwsFault.Unanswered) {
        return false;
      }
      answer.write(out, withoutBody);
      return true;
    }
    return behind.carry(request, head, body, out, after, fault instanceof AwsFault.Unanswered);
  }

  private AwsAnswer eks(AwsRequest request, AwsProtocol protocol) {
    try {
      return AwsAnswer.json(
          200,
          eks.answer(request.region(), request.method(), request.path(), request.body())
              .toString());
    } catch (EksRefusal refused) {
      return refusal(
          protocol,
          new AwsFault.Refused(refused.status(), refused.code(), refused.getMessage()),
          request);
    }
  }

  private static AwsAnswer refusal(
      AwsProtocol protocol, AwsFault.Refused refused, AwsRequest request) {
    return protocol.answer(refused, "lab-" + request.number());
  }

  @Override
  public void close() {
    server.close();
  }
}
