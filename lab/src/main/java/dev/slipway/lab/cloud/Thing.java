package dev.slipway.lab.cloud;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Optional;

/**
 * A thing that exists in the simulated cloud.
 *
 * @param uid the cloud's own id of it, never given twice
 * @param owner the mark that it carries
 * @param token of the call that made it
 * @param looksLeft looks until it is current
 * @param terminating whether it is on its way out
 * @param ownership as seen by who looks
 */
public record Thing(
    ResourceId id,
    String uid,
    String owner,
    String token,
    ThingSpec spec,
    Optional<Value.Secret<String>> secret,
    int looksLeft,
    boolean terminating,
    Ownership ownership)
    implements Observed {

  @Override
  public Attributes attributes() {
    return Attributes.of(
        "id",
        uid,
        "zone",
        spec.zone() instanceof Value.Secret<String> hidden ? hidden : spec.zone().get(),
        "size",
        spec.size(),
        "secret",
        secret.orElse(null));
  }

  /**
   * The ids of what it uses. A zone that holds an id is none: it may have been passed on through
   * another thing, whose own need of it the journal knows.
   */
  List<String> uses() {
    return spec.needs().stream().map(Value::get).toList();
  }

  Thing seenBy(String looking) {
    return with(looksLeft, terminating, looking.equals(owner) ? Ownership.OURS : Ownership.FOREIGN);
  }

  Thing with(int looksLeft, boolean terminating, Ownership ownership) {
    return new Thing(id, uid, owner, token, spec, secret, looksLeft, terminating, ownership);
  }

  Thing with(ThingSpec changed, int looksLeft) {
    return new Thing(id, uid, owner, token, changed, secret, looksLeft, terminating, ownership);
  }

  Thing ownedBy(String other) {
    return new Thing(id, uid, other, token, spec, secret, looksLeft, terminating, ownership);
  }
}
