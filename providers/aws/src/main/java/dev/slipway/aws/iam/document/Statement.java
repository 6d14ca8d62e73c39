package dev.slipway.aws.iam.document;

import dev.slipway.engine.resource.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One statement of a policy.
 *
 * @param sid what the policy calls it; letters and digits, unique within the policy
 * @param actions for example {@code s3:GetObject}; {@code *} stands for any characters
 * @param resources ARNs, or {@code *}
 * @param conditions by operator, such as {@code StringEquals}, then by key, such as {@code
 *     aws:RequestedRegion}
 */
public record Statement(
    Optional<String> sid,
    Effect effect,
    List<String> actions,
    List<Value<String>> resources,
    Map<String, Map<String, List<Value<String>>>> conditions) {
  public Statement {
    Objects.requireNonNull(sid, "sid");
    Objects.requireNonNull(effect, "effect");
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    Map<String, Map<String, List<Value<String>>>> copy = new TreeMap<>();
    conditions.forEach((operator, keys) -> copy.put(operator, new TreeMap<>(keys)));
    conditions = Collections.unmodifiableMap(copy);
  }

  /** Allows actions on resources. */
  public static Statement allow(List<String> actions, List<Value<String>> resources) {
    return new Statement(Optional.empty(), Effect.ALLOW, actions, resources, Map.of());
  }

  /** Allows actions that are not bound to resources. */
  public static Statement allow(String... actions) {
    return allow(List.of(actions), List.of(Value.of("*")));
  }

  /** The same under a name. */
  public Statement named(String sid) {
    return new Statement(Optional.of(sid), effect, actions, resources, conditions);
  }

  /** The same under a further condition. */
  public Statement when(String operator, String key, List<Value<String>> values) {
    Map<String, Map<String, List<Value<String>>>> more = new TreeMap<>(conditions);
    Map<String, List<Value<String>>> keys = new TreeMap<>(more.getOrDefault(operator, Map.of()));
    keys.put(key, List.copyOf(values));
    more.put(operator, keys);
    return new Statement(sid, effect, actions, resources, more);
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    sid.ifPresent(name -> tree.put("Sid", name));
    tree.put("Effect", effect.text());
    tree.put("Action", actions);
    tree.put("Resource", resources);
    if (!conditions.isEmpty()) {
      tree.put("Condition", conditions);
    }
    return tree;
  }
}
