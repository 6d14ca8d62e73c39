package dev.slipway.kubernetes.status;

import dev.slipway.kubernetes.object.ApiObject;
import java.util.List;
import java.util.Map;

/**
 * What tells why an object isn't ready, beside itself.
 *
 * @param related the objects it brought about or depends on: a workload's newest pods, a pod's
 *     claims, a service's endpoints
 * @param events the newest events about it and about {@code related}, as {@code Event} objects
 * @param logs last lines of failing containers, by {@code pod/container}
 */
public record Evidence(List<ApiObject> related, List<ApiObject> events, Map<String, String> logs) {
  public static final Evidence NONE = new Evidence(List.of(), List.of(), Map.of());

  public Evidence {
    related = List.copyOf(related);
    events = List.copyOf(events);
    logs = Map.copyOf(logs);
  }
}
