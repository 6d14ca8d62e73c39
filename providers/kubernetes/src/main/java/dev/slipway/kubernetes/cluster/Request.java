package dev.slipway.kubernetes.cluster;

import dev.slipway.kubernetes.object.ObjectKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request to the API.
 *
 * @param verb as access rules name it, for example {@code list}
 * @param method of HTTP
 * @param path within the server
 * @param about what it is about, for messages
 */
record Request(
    String verb,
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    Optional<String> body,
    Subject about) {
  /** The content type of server-side apply. */
  static final String APPLY = "application/apply-patch+yaml";

  /**
   * What a request is about.
   *
   * @param resource as access rules name it, for example {@code deployments/eviction}
   */
  record Subject(
      String apiVersion, String kind, String resource, Optional<String> namespace, String name) {
    static Subject of(ObjectKey key, String resource) {
      return new Subject(key.apiVersion(), key.kind(), resource, key.namespace(), key.name());
    }

    /** Something of the server as a whole, for example its version. */
    static Subject server(String what) {
      return new Subject("", what, what, Optional.empty(), "");
    }

    String group() {
      int slash = apiVersion.indexOf('/');
      return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** As users write it: {@code Deployment milvus/milvus-proxy}, or {@code Pod in milvus}. */
    @Override
    public String toString() {
      if (name.isEmpty()) {
        return kind + namespace.map(space -> " in the namespace " + space).orElse("");
      }
      return kind + " " + namespace.map(space -> space + "/").orElse("") + name;
    }
  }

  static Request get(String verb, String path, Subject about) {
    return new Request(
        verb, "GET", path, Map.of(), Map.of("Accept", "application/json"), Optional.empty(), about);
  }

  static Request send(
      String verb, String method, String path, String contentType, String body, Subject about) {
    return new Request(
        verb,
        method,
        path,
        Map.of(),
        Map.of("Accept", "application/json", "Content-Type", contentType),
        Optional.of(body),
        about);
  }

  Request query(String name, String value) {
    Map<String, String> added = new LinkedHashMap<>(query);
    added.put(name, value);
    return new Request(verb, method, path, added, headers, body, about);
  }

  Request accept(String type) {
    Map<String, String> changed = new TreeMap<>(headers);
    changed.put("Accept", type);
    return new Request(verb, method, path, query, changed, body, about);
  }

  /** Whether it comes to the same if it is done twice. */
  boolean isIdempotent() {
    return method.equals("GET")
        || method.equals("DELETE")
        || APPLY.equals(headers.get("Content-Type"));
  }

  boolean isJsonPatch() {
    return "application/json-patch+json".equals(headers.get("Content-Type"));
  }

  /** Path and query. */
  String address() {
    StringBuilder address = new StringBuilder(path);
    char separator = '?';
    for (Map.Entry<String, String> parameter : query.entrySet()) {
      address
          .append(separator)
          .append(Paths.encoded(parameter.getKey()))
          .append('=')
          .append(Paths.encoded(parameter.getValue()));
      separator = '&';
    }
    return address.toString();
  }
}
