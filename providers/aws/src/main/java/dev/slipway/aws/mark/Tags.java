package dev.slipway.aws.mark;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The tags by which Slipway knows what it made, and what they tell. */
public final class Tags {
  /** The owning stack's mark. */
  public static final String OWNER = "slipway.dev/owner";

  /** The resource within the stack, as {@code type/name}. */
  public static final String RESOURCE = "slipway.dev/resource";

  /** What AWS's consoles show as a name. */
  public static final String NAME = "Name";

  private Tags() {}

  /**
   * All tags of a resource that is made: its mark, its name, and those that the spec wants.
   *
   * @param wanted may hold a {@value #NAME} of its own
   */
  public static Map<String, String> of(ResourceId id, Map<String, String> wanted, Call call) {
    SequencedMap<String, String> tags = new LinkedHashMap<>();
    tags.put(NAME, call.stack() + "-" + id.name());
    tags.putAll(new TreeMap<>(wanted));
    tags.put(OWNER, call.owner());
    tags.put(RESOURCE, id.toString());
    return tags;
  }

  /** Whose a resource with these tags is, for a stack that looks for its own. */
  public static Ownership ownership(Map<String, String> tags, ResourceId id, Call call) {
    return call.owner().equals(tags.get(OWNER)) && id.toString().equals(tags.get(RESOURCE))
        ? Ownership.OURS
        : Ownership.FOREIGN;
  }

  /** Who has a resource with these tags, if another stack of Slipway's does. */
  public static Optional<String> holder(Map<String, String> tags) {
    return Optional.ofNullable(tags.get(OWNER))
        .map(owner -> "the stack with the mark '" + owner + "'");
  }

  /**
   * The wanted tags as they are found: what others have added doesn't count.
   *
   * @param wanted those of the spec
   */
  public static Map<String, String> seen(Map<String, String> wanted, Map<String, String> found) {
    Map<String, String> seen = new TreeMap<>(found);
    seen.keySet().retainAll(wanted.keySet());
    return seen;
  }

  /** Tags after others were set beside them. */
  public static Map<String, String> merged(Map<String, String> before, Map<String, String> set) {
    Map<String, String> merged = new TreeMap<>(before);
    merged.putAll(set);
    return merged;
  }

  /** Those of the wanted tags that aren't there as wanted. */
  public static Map<String, String> missing(Map<String, String> wanted, Map<String, String> found) {
    Map<String, String> missing = new TreeMap<>(wanted);
    missing.entrySet().removeAll(found.entrySet());
    return missing;
  }

  /**
   * What of a list of things of the stack are the subjects.
   *
   * @param tags those of a thing
   */
  public static <T> Map<ResourceId, T> pick(
      List<? extends Subject<?>> subjects, List<T> found, Function<T, Map<String, String>> tags) {
    Map<String, T> byMark = new TreeMap<>();
    for (T thing : found) {
      String resource = tags.apply(thing).get(RESOURCE);
      if (resource != null) {
        byMark.putIfAbsent(resource, thing);
      }
    }
    Map<ResourceId, T> picked = new LinkedHashMap<>();
    for (Subject<?> subject : subjects) {
      T thing = byMark.get(subject.id().toString());
      if (thing != null) {
        picked.put(subject.id(), thing);
      }
    }
    return picked;
  }
}
