package dev.slipway.kubernetes.object;

import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Fabric8Cluster;
import dev.slipway.kubernetes.status.Changes;
import dev.slipway.kubernetes.status.EvidenceCollector;
import dev.slipway.lab.cloud.Vault;
import dev.slipway.lab.kubernetes.LabCluster;
import dev.slipway.lab.rig.LookingCall;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A handler on the lab's cluster, with a stack of its own. */
final class ObjectRig implements AutoCloseable {
  private static final AtomicInteger STACKS = new AtomicInteger();

  final String namespace;
  final Vault vault = new Vault();
  final LookingCall call;
  final Cluster cluster;
  final AtomicInteger requests = new AtomicInteger();
  private final Cluster counted;

  ObjectRig(LabCluster lab) {
    namespace = lab.freshNamespace();
    call = new LookingCall("rig", "rig-" + namespace + "-" + STACKS.incrementAndGet(), vault);
    cluster = Fabric8Cluster.of(lab.kubeconfig());
    counted =
        (Cluster)
            Proxy.newProxyInstance(
                Cluster.class.getClassLoader(),
                new Class<?>[] {Cluster.class},
                (_, method, arguments) -> {
                  if (!method.getName().equals("kinds")) {
                    requests.incrementAndGet();
                  }
                  try {
                    return method.invoke(cluster, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
  }

  ObjectHandler handler(boolean force) {
    return new ObjectHandler(
        counted, Seen.SCHEMAS, force, new EvidenceCollector(cluster), new Changes(counted));
  }

  /** The spec of an object in the rig's namespace. */
  ObjectSpec spec(String yaml) {
    return ObjectSpec.of(Trees.of(yaml).with(namespace, "metadata", "namespace").tree());
  }

  ObservedObject create(ObjectSpec spec) {
    return handler(false).create(id(spec), spec, call);
  }

  ObservedObject read(ObjectSpec spec) {
    return handler(false).read(subject(spec), call).orElseThrow();
  }

  Diff diff(ObjectSpec spec) {
    return handler(false).diff(spec, read(spec));
  }

  ObservedObject update(ObjectSpec spec) {
    return handler(false).update(id(spec), spec, read(spec), call);
  }

  Map<ResourceId, ObservedObject> readAll(List<ObjectSpec> specs) {
    return handler(false).readAll(specs.stream().map(ObjectRig::subject).toList(), call);
  }

  void delete(ObjectSpec spec) {
    handler(false).delete(subject(spec), read(spec), call);
  }

  Optional<ObservedObject> readDeleted(ObjectSpec spec) {
    return handler(false)
        .readDeleted(subject(spec), call)
        .filter(seen -> seen.ownership() == Ownership.OURS);
  }

  boolean isGone(ObjectSpec spec) {
    return readDeleted(spec).isEmpty();
  }

  static ResourceId id(ObjectSpec spec) {
    return spec.key().id();
  }

  static Subject<ObjectSpec> subject(ObjectSpec spec) {
    return new Subject<>(id(spec), Optional.of(spec), Optional.empty());
  }

  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(90));
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("waited in vain until " + what);
      }
      Thread.sleep(50);
    }
  }

  @Override
  public void close() {
    cluster.close();
  }
}
