package dev.slipway.kubernetes.chart.content;

import dev.slipway.engine.resource.Value;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes specs of objects: what a Secret holds goes to the secret store.
 *
 * @param holes the values that markers stand for
 * @param fieldManager who applies the objects
 * @param adopt see {@link ObjectSpec}
 */
public record ObjectSpecs(
    SecretShelf secrets,
    SortedMap<String, Value<String>> holes,
    String fieldManager,
    Optional<String> adopt) {

  /**
   * @param object in its namespace
   * @param source where it was written, for messages
   */
  public ObjectSpec of(ApiObject object, String source) {
    ApiObject manifest = object.without("status");
    StringBuilder texts = new StringBuilder();
    SortedMap<String, Value<String>> data = new TreeMap<>();
    if (SecretText.isSecret(object)) {
      manifest = SecretText.bare(manifest);
      SecretText.data(object, source)
          .forEach(
              (key, value) -> {
                SecretText.decode(value).ifPresent(text -> texts.append(text).append('\n'));
                data.put(key, secrets.put(name(object, key), value));
              });
    }
    texts.append(manifest.tree());
    return new ObjectSpec(manifest.tree(), used(texts.toString()), data, fieldManager, adopt);
  }

  /** The holes whose markers occur in a text. */
  public SortedMap<String, Value<String>> used(String text) {
    SortedMap<String, Value<String>> used = new TreeMap<>();
    holes.forEach(
        (marker, value) -> {
          if (text.contains(marker)) {
            used.put(marker, value);
          }
        });
    return used;
  }

  private static String name(ApiObject secret, String key) {
    return "kubernetes/" + secret.namespace().orElse("") + "/" + secret.name() + "/" + key;
  }
}
