package dev.slipway.kubernetes.release;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Optional;

/**
 * What a cluster holds of a release.
 *
 * @param revision number of the newest revision
 * @param status the newest revision's, in Helm's words
 * @param description what Helm says of the newest revision, if Helm wrote it
 * @param written what Slipway noted of the newest revision; empty if Helm wrote it
 * @param untidy whether older revisions are still shown as deployed or begun
 */
public record ReleaseObserved(
    String namespace,
    String name,
    int revision,
    String status,
    String description,
    Optional<Written> written,
    boolean untidy,
    Ownership ownership)
    implements Observed {

  @Override
  public Attributes attributes() {
    return attributes(namespace, name).with("revision", revision).with("status", status);
  }

  static Attributes attributes(String namespace, String name) {
    return Attributes.of("namespace", namespace, "name", name);
  }
}
