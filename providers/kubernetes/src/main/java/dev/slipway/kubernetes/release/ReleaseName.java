package dev.slipway.kubernetes.release;

import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.kubernetes.cluster.Cluster;

/** Which release of a cluster is meant; written {@code namespace/name}. */
public record ReleaseName(String namespace, String name) {

  /**
   * @throws IllegalArgumentException if the text is not of the form {@code namespace/name}
   */
  public static ReleaseName parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 1) {
      throw new IllegalArgumentException("not a release (namespace/name): '" + text + "'");
    }
    return new ReleaseName(text.substring(0, slash), text.substring(slash + 1));
  }

  static ReleaseName of(Subject<ReleaseSpec> subject) {
    if (subject.spec().isPresent()) {
      return new ReleaseName(subject.spec().get().namespace(), subject.spec().get().name());
    }
    Attributes last = subject.last().orElse(Attributes.NONE);
    return last.text("name").isPresent()
        ? new ReleaseName(last.text("namespace").orElseThrow(), last.text("name").orElseThrow())
        : parse(subject.id().name());
  }

  /** Whether the cluster's record says that the release is installed, be it only half upgraded. */
  public boolean installed(Cluster cluster) {
    var revisions = Revision.all(cluster, namespace, name);
    return !revisions.isEmpty() && Revision.installed(revisions);
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
