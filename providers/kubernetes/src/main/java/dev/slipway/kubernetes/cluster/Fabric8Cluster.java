package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.kubeconfig.KubeContext;
import dev.slipway.kubernetes.kubeconfig.Kubeconfig;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A cluster behind a context of a kubeconfig; the network is touched with the first question. */
public final class Fabric8Cluster implements Cluster {
  private static final String JSON_PATCH = "application/json-patch+json";
  private static final String JSON = "application/json";

  private final Connection connection;
  private final Discovered discovered;
  private final Calls calls;

  /**
   * @param context read with the first question; throws {@link #absent} as long as it is certain
   *     that there is no such cluster
   * @param mayBeAbsent whether it is no error if no server can be reached, since the cluster
   *     doesn't exist yet
   */
  public Fabric8Cluster(Supplier<KubeContext> context, boolean mayBeAbsent) {
    this.connection = new Connection(context);
    this.discovered = new Discovered(connection, mayBeAbsent);
    this.calls = new Calls(connection);
  }

  /**
   * What a context's source throws while the cluster doesn't exist: nothing is in it then, and
   * nothing can be made in it.
   *
   * @param which the cluster, as in "the EKS cluster 'search' in eu-central-1"
   */
  public static ProviderException absent(String which) {
    return ConnectionProblems.absent(which);
  }

  /**
   * The current context of a kubeconfig.
   *
   * @param kubeconfig its text
   */
  public static Fabric8Cluster of(String kubeconfig) {
    return new Fabric8Cluster(
        () -> Kubeconfig.parse(kubeconfig, "kubeconfig").context(Optional.empty()), false);
  }

  @Override
  public Optional<Kinds> kinds() {
    return discovered.kinds();
  }

  @Override
  public void prepare() {
    Curve.begin();
    discovered.begin();
  }

  @Override
  public void lookAnew() {
    connection.forget();
    discovered.forget();
  }

  @Override
  public void forgetKinds() {
    discovered.forget();
  }

  @Override
  public void mustAnswer() {
    discovered.mustAnswer();
  }

  @Override
  public Optional<ApiObject> get(ObjectKey key) {
    return discovered
        .find(key.apiVersion(), key.kind())
        .flatMap(
            kind ->
                calls.find(
                    Request.get(
                        "get", Paths.of(kind, key), Request.Subject.of(key, kind.plural()))));
  }

  @Override
  public List<ApiObject> list(
      String apiVersion, String kind, Optional<String> namespace, String labels) {
    return discovered
        .find(apiVersion, kind)
        .map(found -> new Lists(calls, found).all(namespace, labels, JSON))
        .orElse(List.of());
  }

  @Override
  public List<ApiObject> listMetadata(
      String apiVersion, String kind, Optional<String> namespace, String labels) {
    return discovered
        .find(apiVersion, kind)
        .map(found -> new Lists(calls, found).all(namespace, labels, Lists.METADATA))
        .orElse(List.of());
  }

  @Override
  public boolean watch(
      String apiVersion,
      String kind,
      Optional<String> namespace,
      String labels,
      Consumer<ApiObject> seen,
      BooleanSupplier ended) {
    Optional<Kinds.Kind> found = discovered.find(apiVersion, kind);
    return found.isPresent()
        && new LogStream(connection.transport(), line -> Json.changed(line).ifPresent(seen), ended)
            .read(new Lists(calls, found.get()).watch(namespace, labels));
  }

  @Override
  public ApiObject apply(ApiObject desired, Application how) {
    Request request =
        write("patch", "PATCH", desired.key(), Request.APPLY, desired.tree())
            .query("fieldManager", how.fieldManager())
            .query("force", Boolean.toString(how.force()))
            .query("fieldValidation", "Strict");
    return calls.make(how.dryRun() ? request.query("dryRun", "All") : request);
  }

  @Override
  public ApiObject replaced(ApiObject desired) {
    return calls.make(
        write("update", "PUT", desired.key(), JSON, desired.tree()).query("dryRun", "All"));
  }

  @Override
  public ApiObject patch(ObjectKey key, List<?> operations) {
    return calls.make(write("patch", "PATCH", key, JSON_PATCH, operations));
  }

  private Request write(String verb, String method, ObjectKey key, String type, Object body) {
    Kinds.Kind kind = discovered.require(key.apiVersion(), key.kind());
    return Request.send(
        verb,
        method,
        Paths.of(kind, key),
        type,
        Json.text(body),
        Request.Subject.of(key, kind.plural()));
  }

  @Override
  public ApiObject create(ApiObject object, String fieldManager) {
    ObjectKey key = object.key();
    Kinds.Kind kind = discovered.require(key.apiVersion(), key.kind());
    return calls.make(
        Request.send(
                "create",
                "POST",
                Paths.of(kind, Optional.of(key.namespace().orElse("default"))),
                JSON,
                Json.text(object.tree()),
                Request.Subject.of(key, kind.plural()))
            .query("fieldManager", fieldManager)
            .query("fieldValidation", "Strict"));
  }

  @Override
  public void delete(ObjectKey key, Optional<String> uid, Propagation propagation) {
    Optional<Kinds.Kind> kind = discovered.find(key.apiVersion(), key.kind());
    if (kind.isEmpty()) {
      return;
    }
    Map<String, Object> options = new TreeMap<>();
    options.put("apiVersion", "v1");
    options.put("kind", "DeleteOptions");
    options.put(
        "propagationPolicy",
        switch (propagation) {
          case FOREGROUND -> "Foreground";
          case BACKGROUND -> "Background";
          case ORPHAN -> "Orphan";
        });
    uid.ifPresent(id -> options.put("preconditions", Map.of("uid", id)));
    calls.remove(
        Request.send(
            "delete",
            "DELETE",
            Paths.of(kind.get(), key),
            JSON,
            Json.text(options),
            Request.Subject.of(key, kind.get().plural())));
  }

  @Override
  public void evict(ObjectKey pod) {
    calls.remove(new Pods(pod).eviction());
  }

  @Override
  public String log(ObjectKey pod, String container, boolean previous, int lines) {
    return calls.log(new Pods(pod).log(container, lines, previous));
  }

  @Override
  public boolean follow(
      ObjectKey pod,
      String container,
      Optional<Instant> since,
      int last,
      Consumer<String> line,
      BooleanSupplier ended) {
    return new LogStream(connection.streams(), line, ended)
        .read(new Pods(pod).following(container, last, since));
  }

  @Override
  public Forward forward(ObjectKey pod, int port) {
    return PodForward.open(connection.transport(), new Pods(pod), port);
  }

  @Override
  public String kubeconfig() {
    return connection.context().write();
  }

  @Override
  public void close() {
    connection.close();
  }
}
