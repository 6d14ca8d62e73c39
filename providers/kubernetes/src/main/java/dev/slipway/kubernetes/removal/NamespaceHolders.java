package dev.slipway.kubernetes.removal;

import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.cluster.Parallel;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells what holds a namespace: its conditions (Kubernetes API reference, "NamespaceCondition") and
 * the objects that they are about.
 */
record NamespaceHolders(Cluster cluster) {
  private static final Map<String, String> CONDITIONS =
      Map.of(
          "NamespaceDeletionDiscoveryFailure",
          "an API that is registered can't be reached, so the cluster doesn't know what is left",
          "NamespaceDeletionGroupVersionParsingFailure",
          "an API has a version that the cluster doesn't understand",
          "NamespaceDeletionContentFailure",
          "objects could not be deleted",
          "NamespaceContentRemaining",
          "objects are left",
          "NamespaceFinalizersRemaining",
          "finalizers are left");

  /** {@code certificates.cert-manager.io has 1 resource instances}. */
  private static final Pattern REMAINING =
      Pattern.compile("([a-z0-9-]+)\\.([a-z0-9.-]*) has [0-9]+ resource instances");

  List<String> of(ApiObject namespace) {
    List<String> holders = new ArrayList<>();
    for (ApiObject condition : namespace.objects("status", "conditions")) {
      String meaning = CONDITIONS.get(condition.text("type").orElse(""));
      if (meaning != null && condition.text("status").filter("True"::equals).isPresent()) {
        String message = condition.text("message").orElse("").replaceAll("\\.$", "");
        List<String> objects = objects(message, namespace.name());
        holders.add(meaning + ": " + (objects.isEmpty() ? message : String.join(", ", objects)));
      }
    }
    return holders;
  }

  private List<String> objects(String message, String namespace) {
    TreeSet<String> plurals = new TreeSet<>();
    Matcher remaining = REMAINING.matcher(message);
    while (remaining.find()) {
      plurals.add(remaining.group(1) + "." + remaining.group(2));
    }
    if (plurals.isEmpty()) {
      return List.of();
    }
    List<Kinds.Kind> kinds =
        ListableKinds.of(cluster).stream()
            .filter(kind -> plurals.contains(kind.plural() + "." + ListableKinds.group(kind)))
            .toList();
    List<String> found =
        Parallel.map(
                kinds,
                kind ->
                    cluster
                        .listMetadata(kind.apiVersion(), kind.kind(), Optional.of(namespace), "")
                        .stream()
                        .map(object -> kind.kind() + " " + object.name() + held(object))
                        .toList())
            .stream()
            .flatMap(List::stream)
            .toList();
    return found.isEmpty() ? found : List.of(Holders.named(found));
  }

  private static String held(ApiObject object) {
    List<String> finalizers = Holders.texts(object, "metadata", "finalizers");
    return finalizers.isEmpty()
        ? ""
        : finalizers.stream().map(Finalizers::told).collect(Collectors.joining(", ", " (", ")"));
  }
}
