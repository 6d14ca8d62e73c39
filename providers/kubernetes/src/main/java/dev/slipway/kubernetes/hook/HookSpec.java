package dev.slipway.kubernetes.hook;

import dev.slipway.engine.resource.Spec;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A hook of a chart: an object that Helm makes at certain moments of a release's life and waits
 * for. As a resource it is current when it has run for this release content.
 *
 * @param object what is made
 * @param events at which moments, for example {@code pre-install}, {@code post-upgrade}, {@code
 *     pre-delete}; never {@code test}, since tests are checks; with none nothing is made, but the
 *     object is removed with the resource
 * @param deletePolicies {@code before-hook-creation}, {@code hook-succeeded}, {@code hook-failed}
 * @param release {@code namespace/name} of the release
 * @param trigger digest of the release's content: another one makes the hook run again
 */
public record HookSpec(
    ObjectSpec object,
    List<String> events,
    List<String> deletePolicies,
    String release,
    String trigger)
    implements Spec {
  public static final String TYPE = "kubernetes.hook";

  public HookSpec {
    Objects.requireNonNull(object, "object");
    events = List.copyOf(events);
    deletePolicies = List.copyOf(deletePolicies);
    Objects.requireNonNull(release, "release");
    Objects.requireNonNull(trigger, "trigger");
  }

  /** What is made, and when. */
  @Override
  public Map<String, Object> shown() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("events", events);
    shown.put("deletePolicies", deletePolicies);
    shown.putAll(object.shown());
    return shown;
  }

  /** Whether an object of this kind runs to an end, rather than only being there. */
  public static boolean runs(ObjectKey key) {
    return key.groupKind().equals("Job.batch") || key.groupKind().equals("Pod");
  }
}
