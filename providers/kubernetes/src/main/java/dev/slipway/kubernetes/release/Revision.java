package dev.slipway.kubernetes.release;

import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One revision of a release, as the metadata of its Secret tells.
 *
 * @param secret the Secret's metadata
 */
record Revision(ApiObject secret) {
  /** Helm's word for the revision that is there. */
  static final String DEPLOYED = "deployed";

  private static final String PREFIX = "sh.helm.release.v1.";
  private static final Set<String> INSTALLED =
      Set.of(DEPLOYED, "superseded", "pending-upgrade", "pending-rollback");

  static String secretName(String release, int number) {
    return PREFIX + release + ".v" + number;
  }

  /** A release's revisions, the newest first. */
  static List<Revision> all(Cluster cluster, String namespace, String release) {
    return all(cluster, namespace, List.of(release));
  }

  /** The revisions of several releases of a namespace, the newest first. */
  static List<Revision> all(Cluster cluster, String namespace, List<String> releases) {
    String labels = "owner=helm,name in (" + String.join(",", releases) + ")";
    return cluster.listMetadata("v1", "Secret", Optional.of(namespace), labels).stream()
        .map(Revision::new)
        .filter(revision -> revision.secret.name().startsWith(PREFIX + revision.release() + ".v"))
        .filter(revision -> revision.number() > 0)
        .sorted(Comparator.comparing(Revision::number).reversed())
        .toList();
  }

  /** Whether the newest revision says that the release is installed, if only half. */
  static boolean installed(List<Revision> revisions) {
    return revisions.stream().anyMatch(revision -> INSTALLED.contains(revision.status()))
        && !revisions.getFirst().status().startsWith("uninstall");
  }

  String release() {
    return label("name");
  }

  /** From 1; 0 if the Secret tells none. */
  int number() {
    String version = label("version");
    return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
  }

  /** For example {@code deployed}, {@code superseded}, {@code failed}, {@code pending-upgrade}. */
  String status() {
    return label("status");
  }

  boolean deployed() {
    return status().equals(DEPLOYED);
  }

  /** Whether Helm began with it and has not said how it ended. */
  boolean pending() {
    return status().startsWith("pending-");
  }

  Optional<String> owner() {
    return Optional.ofNullable(secret.labels().get(Mark.OWNER));
  }

  Optional<Written> written() {
    return Written.in(secret);
  }

  ObjectKey key() {
    return new ObjectKey("v1", "Secret", secret.namespace(), secret.name());
  }

  private String label(String name) {
    return secret.labels().getOrDefault(name, "");
  }
}
