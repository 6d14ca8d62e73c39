package dev.slipway.aws.mark;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import java.util.Map;
import java.util.Optional;

/**
 * Tags of a resource that was found by its name, and whose it therefore is.
 *
 * @param all every tag
 */
public record Marked(Map<String, String> all, Ownership ownership) {
  public Marked {
    all = Map.copyOf(all);
  }

  /** The tags of what may be a resource of the stack. */
  public static Marked of(Map<String, String> tags, ResourceId id, Call call) {
    return new Marked(tags, Tags.ownership(tags, id, call));
  }

  /** Those of a resource that this stack has just made. */
  public static Marked made(ResourceId id, Map<String, String> wanted, Call call) {
    return new Marked(Tags.of(id, wanted, call), Ownership.OURS);
  }

  /** After others were set beside them. */
  public Marked with(Map<String, String> set) {
    return new Marked(Tags.merged(all, set), ownership);
  }

  /** The wanted ones as they are found. */
  public Map<String, String> seen(Map<String, String> wanted) {
    return Tags.seen(wanted, all);
  }

  /** The wanted ones that aren't there as wanted. */
  public Map<String, String> missing(Map<String, String> wanted) {
    return Tags.missing(wanted, all);
  }

  /** Who has it, if another stack of Slipway's does. */
  public Optional<String> holder() {
    return Tags.holder(all);
  }
}
