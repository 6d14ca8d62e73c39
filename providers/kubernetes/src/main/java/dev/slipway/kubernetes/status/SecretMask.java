package dev.slipway.kubernetes.status;

import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * Takes out of texts what the Secrets hold that pods use: a log may quote a password. A Secret that
 * the user may not read can't be known, and values too short to be told from words are left.
 */
final class SecretMask {
  private static final int SHORTEST = 6;
  private static final Duration GOOD_FOR = Duration.ofSeconds(30);

  private final Cluster cluster;
  private final LongSupplier nanos;
  private final Map<ObjectKey, Held> known = new ConcurrentHashMap<>();

  /** The values of a Secret when it was read, the longest first. */
  private record Held(long at, List<String> values) {}

  SecretMask(Cluster cluster, LongSupplier nanos) {
    this.cluster = cluster;
    this.nanos = nanos;
  }

  /** For what is said in and of these pods. */
  UnaryOperator<String> of(List<ApiObject> objects) {
    Set<String> names = new TreeSet<>();
    List<String> values = new ArrayList<>();
    for (ApiObject pod : objects) {
      if (pod.kind().equals("Pod")) {
        names.clear();
        names(pod.at("spec").orElse(Map.of()), names);
        for (String name : names) {
          values.addAll(values(new ObjectKey("v1", "Secret", pod.namespace(), name)));
        }
      }
    }
    List<String> longestFirst =
        values.stream()
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    return text -> {
      String masked = text;
      for (String value : longestFirst) {
        masked = masked.replace(value, "(secret)");
      }
      return masked;
    };
  }

  /**
   * Names that a pod's spec gives under {@code secretKeyRef}, {@code secretRef}, {@code secret}.
   */
  private static void names(Object tree, Set<String> names) {
    if (tree instanceof List<?> list) {
      list.forEach(item -> names(item, names));
    } else if (tree instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (List.of("secretKeyRef", "secretRef", "secret").contains(key)
                && value instanceof Map<?, ?> reference) {
              Object name = reference.get(key.equals("secret") ? "secretName" : "name");
              names.add(String.valueOf(name == null ? reference.get("name") : name));
            }
            names(value, names);
          });
    }
  }

  private List<String> values(ObjectKey key) {
    Held held = known.get(key);
    if (held == null || nanos.getAsLong() - held.at >= GOOD_FOR.toNanos()) {
      List<String> values =
          Refusals.or(List.of(), () -> cluster.get(key).map(SecretMask::values).orElse(List.of()));
      held = new Held(nanos.getAsLong(), values);
      known.put(key, held);
    }
    return held.values;
  }

  /** Each value as it is encoded, whole, and line by line if it has several. */
  private static List<String> values(ApiObject secret) {
    List<String> values = new ArrayList<>();
    if (secret.at("data").orElse(Map.of()) instanceof Map<?, ?> data) {
      for (Object encoded : data.values()) {
        values.add(encoded.toString());
        String plain =
            new String(Base64.getMimeDecoder().decode(encoded.toString()), StandardCharsets.UTF_8);
        values.add(plain.strip());
        plain.lines().map(String::strip).forEach(values::add);
      }
    }
    return values.stream().filter(value -> value.length() >= SHORTEST).toList();
  }
}
