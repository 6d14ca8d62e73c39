package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.client.RetryConfig;
import io.milvus.v2.service.collection.request.DropCollectionReq;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one connection that the checks of a proof share. Used by one thread at a time. */
final class Session {
  /** The client's own log: what it has to say reaches the user as a check's failure. */
  private static final Logger CLIENT_LOG = Logger.getLogger("io.milvus.shaded");

  /** Enough for a machine under load. */
  static final Duration LONG = Duration.ofSeconds(15);

  private static final Duration GOODBYE = Duration.ofSeconds(3);

  private Open open;

  /**
   * A connection, and what the proof has made through it.
   *
   * @param collection the collection's name; unique to this run
   */
  record Open(MilvusClientV2 client, String collection, Rows rows) {}

  /**
   * Connects, and draws a name for the run.
   *
   * @param patience how long to wait for the connection
   * @throws RuntimeException as the client throws it
   */
  Open open(Address address, Duration patience) {
    close();
    open = new Open(client(address, patience), CollectionName.fresh(), Rows.seeded());
    return open;
  }

  /**
   * The connection that was opened.
   *
   * @throws CheckFailure if there is none
   */
  Open opened() throws CheckFailure {
    if (open == null) {
      throw new CheckFailure(
          "There is no connection to Milvus, so this couldn't be tried.",
          "Mend what keeps the connection from being made; it is told by the check that connects.");
    }
    return open;
  }

  /** A client of its own, which asks once and doesn't hide a refusal by asking again. */
  static MilvusClientV2 client(Address address, Duration patience) {
    CLIENT_LOG.setLevel(Level.OFF);
    return new MilvusClientV2(address.config(patience))
        .withRetry(RetryConfig.builder().maxRetryTimes(1).build());
  }

  /**
   * Drops the run's collection, if it is still there, and disconnects; also on a thread that was
   * interrupted.
   */
  void close() {
    if (open == null) {
      return;
    }
    Open last = open;
    open = null;
    boolean interrupted = Thread.interrupted();
    try {
      last.client()
          .withTimeout(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)
          .dropCollection(DropCollectionReq.builder().collectionName(last.collection()).build());
    } catch (RuntimeException _) {
      // It can't be reached any more; the next proof drops what is left of this one.
    } finally {
      last.client().close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
