package dev.slipway.kubernetes.status;

import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Last lines of containers that aren't well: of the run that ended, or of the one that doesn't
 * become ready. Of containers of the same name one is enough, and three in all.
 */
final class LogSearch {
  private static final int LINES = 10;
  private static final int MOST = 3;

  private final Cluster cluster;

  /** What ended doesn't change any more: by pod uid, container and number of restarts. */
  private final Map<String, String> ended = new ConcurrentHashMap<>();

  LogSearch(Cluster cluster) {
    this.cluster = cluster;
  }

  /** By {@code pod/container}. */
  Map<String, String> of(List<ApiObject> objects) {
    Map<String, String> logs = new HashMap<>();
    Set<String> seen = new HashSet<>();
    List<ApiObject> pods =
        objects.stream()
            .filter(object -> object.kind().equals("Pod") && !object.deleting())
            .sorted(Comparator.comparing(ApiObject::name))
            .toList();
    for (ApiObject pod : pods) {
      for (String list : List.of("initContainerStatuses", "containerStatuses")) {
        for (ApiObject container : pod.objects("status", list)) {
          String name = container.text("name").orElse("");
          if (logs.size() < MOST && isUnwell(container, list) && seen.add(name)) {
            logs.put(pod.name() + "/" + name, log(pod, container, name));
          }
        }
      }
    }
    return logs;
  }

  private static boolean isUnwell(ApiObject container, String list) {
    if (container.at("ready").filter(Boolean.TRUE::equals).isPresent()) {
      return false;
    }
    boolean waits = container.at("state", "waiting").isPresent();
    boolean endedWell =
        container.number("state", "terminated", "exitCode").filter(code -> code == 0).isPresent();
    return waits
        ? container.at("lastState", "terminated").isPresent()
        : !(endedWell && list.startsWith("init"))
            && container.at("state").filter(state -> !state.equals(Map.of())).isPresent();
  }

  private String log(ApiObject pod, ApiObject container, String name) {
    boolean previous = container.at("state", "waiting").isPresent();
    boolean running = container.at("state", "running").isPresent();
    if (running) {
      return read(pod, name, false);
    }
    String key =
        pod.text("metadata", "uid").orElse("")
            + "/"
            + name
            + "/"
            + container.number("restartCount").orElse(0L)
            + previous;
    return ended.computeIfAbsent(key, _ -> read(pod, name, previous));
  }

  private String read(ApiObject pod, String container, boolean previous) {
    return Refusals.or("", () -> cluster.log(pod.key(), container, previous, LINES));
  }
}
