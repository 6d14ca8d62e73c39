package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.kubernetes.status.Evidence;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An object of a cluster as it is. A Secret's data is in it, so it shows nothing of itself as text.
 *
 * @param live as the server holds it; of one that isn't ours the metadata only
 * @param evidence why it isn't ready, if that was looked for
 * @param preview what the update to the wanted spec would come to; empty if there is nothing to
 *     update or that couldn't be asked
 * @param marks labels that it should carry beside those of its manifest
 * @param sight how its secrets can be compared
 * @param held what holds it while it is being deleted, if that was looked for
 */
public record ObservedObject(
    ApiObject live,
    Evidence evidence,
    Optional<Preview> preview,
    Ownership ownership,
    Map<String, String> marks,
    SecretSight sight,
    Optional<String> held)
    implements Observed {
  public ObservedObject {
    Objects.requireNonNull(live, "live");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(preview, "preview");
    Objects.requireNonNull(ownership, "ownership");
    marks = Map.copyOf(marks);
    Objects.requireNonNull(sight, "sight");
    Objects.requireNonNull(held, "held");
  }

  @Override
  public Attributes attributes() {
    return ObjectAttributes.of(live);
  }

  @Override
  public Optional<String> holder() {
    return Ownerships.holder(live);
  }

  ObservedObject with(Evidence evidence) {
    return new ObservedObject(live, evidence, preview, ownership, marks, sight, held);
  }

  ObservedObject previewed(Preview preview) {
    return new ObservedObject(live, evidence, Optional.of(preview), ownership, marks, sight, held);
  }

  ObservedObject heldBy(String what) {
    return new ObservedObject(live, evidence, preview, ownership, marks, sight, Optional.of(what));
  }

  @Override
  public String toString() {
    return "ObservedObject[" + live.key() + ", " + ownership + "]";
  }
}
