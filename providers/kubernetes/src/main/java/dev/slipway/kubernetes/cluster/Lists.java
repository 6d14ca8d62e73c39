package dev.slipway.kubernetes.cluster;

import dev.slipway.kubernetes.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the objects of a kind, page by page. */
record Lists(Calls calls, Kinds.Kind kind) {
  /** Asks for metadata instead of whole objects. */
  static final String METADATA =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";

  private static final String PAGE = "500";

  /** Every object that matches; empty if the kind was removed meanwhile. */
  List<ApiObject> all(Optional<String> namespace, String labels, String accept) {
    Request request = request("list", namespace, labels).accept(accept);
    // Where the pages' common moment is too long ago, the whole list is read at once instead.
    return pages(request.query("limit", PAGE))
        .or(() -> pages(request))
        .orElseThrow(() -> ServerProblems.expired(request));
  }

  /** Asks for every object that matches, and for what becomes of it from then on. */
  Request watch(Optional<String> namespace, String labels) {
    return request("watch", namespace, labels).query("watch", "true");
  }

  private Request request(String verb, Optional<String> namespace, String labels) {
    Request whole =
        Request.get(
            verb,
            Paths.of(kind, namespace),
            new Request.Subject(kind.apiVersion(), kind.kind(), kind.plural(), namespace, ""));
    return labels.isEmpty() ? whole : whole.query("labelSelector", labels);
  }

  /** Empty if the server doesn't know the moment of the first page any more. */
  private Optional<List<ApiObject>> pages(Request request) {
    List<ApiObject> found = new ArrayList<>();
    String next = "";
    do {
      Request asked = next.isEmpty() ? request : request.query("continue", next);
      Answer answer = calls.answer(asked);
      if (answer.code() == 404) {
        return Optional.of(List.of());
      }
      if (answer.code() == 410) {
        return Optional.empty();
      }
      if (!answer.ok()) {
        throw calls.refusal(answer, asked);
      }
      Json.Page page = answer.page(kind).orElseThrow(() -> calls.unclear(answer, asked));
      found.addAll(page.items());
      next = page.next();
    } while (!next.isEmpty());
    return Optional.of(found);
  }
}
