package dev.slipway.kubernetes.cluster;

import dev.slipway.kubernetes.object.ApiObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The API's JSON. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  private Json() {}

  /** The object that the text holds; empty if it holds something else. */
  static Optional<ApiObject> object(byte[] text) {
    return tree(text).map(ApiObject::new);
  }

  /**
   * A list's objects and where it goes on. The server leaves version and kind out of the items, or
   * writes that they are metadata only; here each has those of its kind.
   */
  static Optional<Page> page(byte[] text, String apiVersion, String kind) {
    return tree(text)
        .filter(list -> list.get("items") == null || list.get("items") instanceof List)
        .map(
            list -> {
              List<?> items = list.get("items") instanceof List<?> found ? found : List.of();
              String next =
                  list.get("metadata") instanceof Map<?, ?> metadata
                          && metadata.get("continue") instanceof String token
                      ? token
                      : "";
              return new Page(
                  items.stream()
                      .filter(Map.class::isInstance)
                      .map(item -> named(item, apiVersion, kind))
                      .toList(),
                  next);
            });
  }

  /** The object of which a line of a watch tells; empty if the line tells of none. */
  @SuppressWarnings("unchecked") // keys of JSON are texts
  static Optional<ApiObject> changed(String line) {
    return tree(line.getBytes(StandardCharsets.UTF_8))
        .map(event -> event.get("object"))
        .filter(Map.class::isInstance)
        .map(object -> new ApiObject((Map<String, Object>) object));
  }

  @SuppressWarnings("unchecked") // keys of JSON are texts
  private static ApiObject named(Object item, String apiVersion, String kind) {
    Map<String, Object> map = (Map<String, Object>) item;
    map.put("apiVersion", apiVersion);
    map.put("kind", kind);
    return new ApiObject(map);
  }

  private static Optional<Map<String, Object>> tree(byte[] text) {
    try {
      return Optional.ofNullable(MAPPER.readValue(text, TREE));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  static String text(Object tree) {
    return MAPPER.writeValueAsString(tree);
  }

  /**
   * Part of a list.
   *
   * @param next the token of the next part; empty at the end
   */
  record Page(List<ApiObject> items, String next) {}
}
