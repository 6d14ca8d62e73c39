package dev.slipway.kubernetes.status.trouble;

import dev.slipway.kubernetes.object.ApiObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known around an object that isn't ready.
 *
 * @param related objects that it brought about or depends on
 * @param tellings what was said about it and about them, the newest last
 * @param logs last lines of containers, by {@code pod/container}
 */
public record Facts(List<ApiObject> related, List<Telling> tellings, Map<String, String> logs) {
  public Facts {
    related = List.copyOf(related);
    tellings = List.copyOf(tellings);
    logs = Map.copyOf(logs);
  }

  /** Related objects of a kind, by name. */
  public List<ApiObject> related(String kind) {
    return related.stream()
        .filter(object -> object.kind().equals(kind))
        .sorted(Comparator.comparing(ApiObject::name))
        .toList();
  }

  /** What was said about an object, the newest last. */
  public List<Telling> about(ApiObject object) {
    return tellings.stream().filter(telling -> telling.isAbout(object)).toList();
  }

  /** The newest of what was said about an object for one of these reasons. */
  public Optional<Telling> newest(ApiObject object, String... reasons) {
    return about(object).stream()
        .filter(telling -> List.of(reasons).contains(telling.reason()))
        .reduce((_, later) -> later);
  }

  /** The newest warning about an object. */
  public Optional<Telling> warning(ApiObject object) {
    return about(object).stream().filter(Telling::warning).reduce((_, later) -> later);
  }

  List<String> log(ApiObject pod, String container) {
    return Phrase.log(logs.getOrDefault(pod.name() + "/" + container, ""));
  }
}
