package dev.slipway.kubernetes.cluster;

import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A cluster's API. Calls throw {@link dev.slipway.engine.provider.ProviderException}: with the verb
 * and the resource if access is refused, with fields and managers on a conflict, as passing faults
 * if the server is busy, fails or drops the connection. May be called from many threads.
 */
public interface Cluster extends AutoCloseable {
  /**
   * The kinds that the server knows, and its version; looked up once and again after {@link
   * #forgetKinds}. Empty if the server can't be reached and the target allows for that, since the
   * cluster doesn't exist yet.
   */
  Optional<Kinds> kinds();

  /** Begins to look the kinds up; {@link #kinds} waits for them, and tells what went wrong. */
  default void prepare() {}

  /** From now on it is an error if the server can't be reached, even if the target allows that. */
  default void mustAnswer() {}

  /**
   * Finds out again, with the next question, whether there is a cluster and where: the stack may
   * have made or removed it meanwhile.
   */
  default void lookAnew() {}

  /** Makes the next {@link #kinds} ask the server again, since a new kind was defined. */
  void forgetKinds();

  /** The object, or empty if it, its namespace or its kind doesn't exist. */
  Optional<ApiObject> get(ObjectKey key);

  /**
   * Every object of a kind that matches, in pages if there are many; empty if the kind doesn't
   * exist.
   *
   * @param namespace empty for all namespaces
   * @param labels label selector, for example {@code slipway.dev/owner=demo-1f2e3d4c}; empty for
   *     all
   */
  List<ApiObject> list(String apiVersion, String kind, Optional<String> namespace, String labels);

  /**
   * The objects that {@link #list} would show, with their metadata only: cheap where many are
   * there.
   */
  List<ApiObject> listMetadata(
      String apiVersion, String kind, Optional<String> namespace, String labels);

  /**
   * Tells of every object that {@link #list} would show, then of each once more whenever it
   * changes; returns when the server ends it or the connection breaks.
   *
   * @param ended asked often
   * @return whether the server allows it
   */
  default boolean watch(
      String apiVersion,
      String kind,
      Optional<String> namespace,
      String labels,
      Consumer<ApiObject> seen,
      BooleanSupplier ended) {
    return false;
  }

  /** Server-side apply; makes the object if it doesn't exist. */
  ApiObject apply(ApiObject desired, Application how);

  /**
   * What would become of an object that were all that is asked for, with the server's defaults; it
   * isn't done.
   *
   * @param desired with the live object's {@code metadata.resourceVersion}
   */
  ApiObject replaced(ApiObject desired);

  /**
   * A JSON Patch (RFC 6902).
   *
   * @param operations each with {@code op}, {@code path} and what the operation needs
   */
  ApiObject patch(ObjectKey key, List<?> operations);

  /** Makes an object that must not exist yet. */
  ApiObject create(ApiObject object, String fieldManager);

  /** Deletes; not an error if it is gone or another of the same name is there. */
  void delete(ObjectKey key, Optional<String> uid, Propagation propagation);

  /**
   * Asks for an eviction, which a PodDisruptionBudget may refuse.
   *
   * @throws dev.slipway.engine.provider.ProviderException naming the budget that refuses
   */
  void evict(ObjectKey pod);

  /**
   * The last lines of a container's log; empty if there is none (yet).
   *
   * @param previous whether that of the run before the last restart is meant
   */
  String log(ObjectKey pod, String container, boolean previous, int lines);

  /**
   * Reads a container's log while it is written, each line with the moment of its writing before
   * it; returns when the container ends or the connection breaks.
   *
   * @param since leaves out what is older, to the second
   * @param last how many of the newest lines are read first; negative for all
   * @param ended asked often
   * @return whether there is such a container, and it has a log
   */
  default boolean follow(
      ObjectKey pod,
      String container,
      Optional<Instant> since,
      int last,
      Consumer<String> line,
      BooleanSupplier ended) {
    throw new UnsupportedOperationException("logs can't be followed");
  }

  /** Forwards a free loopback port to a pod's port until it is closed. */
  Forward forward(ObjectKey pod, int port);

  /** The kubeconfig that leads to this cluster and no other, for tools that need a file. */
  String kubeconfig();

  @Override
  void close();

  /**
   * How an object is applied.
   *
   * @param force whether fields that other managers own are taken from them
   * @param dryRun whether the server only tells what would be
   */
  record Application(String fieldManager, boolean force, boolean dryRun) {}

  /** What becomes of the objects that an object owns. */
  enum Propagation {
    /** They go first. */
    FOREGROUND,
    /** They go afterwards. */
    BACKGROUND,
    /** They stay. */
    ORPHAN
  }

  /** An open forwarding. */
  interface Forward extends AutoCloseable {
    /** The loopback port, 1 to 65535. */
    int port();

    @Override
    void close();
  }
}
