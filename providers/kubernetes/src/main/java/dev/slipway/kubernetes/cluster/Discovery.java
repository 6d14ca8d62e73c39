package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a server for its kinds. */
record Discovery(Transport transport) {
  private static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
          + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
          + "application/json";
  private static final Request.Subject ABOUT = Request.Subject.server("the kinds of the API");

  /**
   * @throws ProviderException if the server can't be asked
   */
  Kinds ask() {
    ApiObject version = fetch("/version", "application/json");
    Map<String, Kinds.Kind> kinds = new LinkedHashMap<>();
    ApiObject core = fetch("/api", AGGREGATED);
    ApiObject groups = fetch("/apis", AGGREGATED);
    if (core.kind().equals("APIGroupDiscoveryList")) {
      aggregated(core, kinds);
      aggregated(groups, kinds);
    } else {
      classic(core, groups, kinds);
    }
    return new Kinds(
        version.text("gitVersion").orElse("").replaceFirst("^v", "").replaceFirst("[+-].*", ""),
        kinds);
  }

  private ApiObject fetch(String path, String accept) {
    Request request = Request.get("get", path, ABOUT).accept(accept);
    Answer answer = transport.send(request);
    if (answer.code() == 404) {
      throw ServerProblems.refused(answer, "", request, transport.context());
    }
    if (!answer.ok()) {
      throw Rejections.of(answer, request, transport.context());
    }
    return answer
        .parsed()
        .orElseThrow(() -> ServerProblems.refused(answer, "", request, transport.context()));
  }

  private static void aggregated(ApiObject list, Map<String, Kinds.Kind> kinds) {
    for (ApiObject group : list.objects("items")) {
      for (ApiObject version : group.objects("versions")) {
        String name = version.text("version").orElse("");
        String apiVersion = group.name().isEmpty() ? name : group.name() + "/" + name;
        for (ApiObject resource : version.objects("resources")) {
          add(
              kinds,
              new Kinds.Kind(
                  apiVersion,
                  resource.text("responseKind", "kind").orElse(""),
                  resource.text("resource").orElse(""),
                  resource.text("scope").filter("Namespaced"::equals).isPresent(),
                  texts(resource, "verbs")));
        }
      }
    }
  }

  /** As servers before 1.26 answer: a list for each group and version. */
  private void classic(ApiObject core, ApiObject groups, Map<String, Kinds.Kind> kinds) {
    List<String> apiVersions = new ArrayList<>(texts(core, "versions"));
    for (ApiObject group : groups.objects("groups")) {
      group
          .objects("versions")
          .forEach(version -> version.text("groupVersion").ifPresent(apiVersions::add));
    }
    for (String apiVersion : apiVersions) {
      for (ApiObject resource : resources(apiVersion)) {
        String plural = resource.text("name").orElse("");
        if (!plural.contains("/")) {
          add(
              kinds,
              new Kinds.Kind(
                  apiVersion,
                  resource.kind(),
                  plural,
                  resource.text("namespaced").map(Boolean::parseBoolean).orElse(false),
                  texts(resource, "verbs")));
        }
      }
    }
  }

  /** A group whose own server is down has no kinds for now; the others do. */
  private List<ApiObject> resources(String apiVersion) {
    Request request = Request.get("get", Paths.group(apiVersion), ABOUT);
    Answer answer = transport.send(request);
    return answer.ok() ? answer.object().objects("resources") : List.of();
  }

  private static void add(Map<String, Kinds.Kind> kinds, Kinds.Kind kind) {
    if (!kind.kind().isEmpty() && !kind.plural().isEmpty()) {
      kinds.putIfAbsent(kind.apiVersion() + "/" + kind.kind(), kind);
    }
  }

  private static List<String> texts(ApiObject object, String key) {
    return object.items(key).stream().map(Object::toString).toList();
  }
}
