package dev.slipway.aws.permission;

import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.aws.iam.document.Statement;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the handlers may need, by resource type, and the policy that allows it to a stack. */
public final class Permissions {
  private static final Map<String, List<Permission>> ALL = all();

  private Permissions() {}

  private static Map<String, List<Permission>> all() {
    Map<String, List<Permission>> all = new TreeMap<>();
    all.putAll(IdentityPermissions.ALL);
    all.putAll(MachinePermissions.ALL);
    all.putAll(NamePermissions.ALL);
    all.putAll(NetworkPermissions.ALL);
    return all;
  }

  /**
   * What the handler of a type needs.
   *
   * @throws IllegalArgumentException if nothing is declared for the type
   */
  public static List<Permission> of(String type) {
    List<Permission> permissions = ALL.get(type);
    if (permissions == null) {
      throw new IllegalArgumentException("no permissions are declared for " + type);
    }
    return permissions;
  }

  /**
   * The least that it takes for some resources.
   *
   * @param verbs what may be done with them
   */
  public static PolicyDocument policy(List<Resource<?>> resources, Set<Verb> verbs, Place place) {
    Map<String, Permission> bySid = new LinkedHashMap<>();
    Map<String, SortedSet<String>> arns = new LinkedHashMap<>();
    for (Resource<?> resource : resources) {
      for (Permission permission : of(resource.id().type())) {
        if (verbs.contains(permission.verb())) {
          bySid.put(permission.sid(), permission);
          arns.computeIfAbsent(permission.sid(), _ -> new TreeSet<>())
              .addAll(permission.arns().apply(resource, place));
        }
      }
    }
    return new PolicyDocument(
        bySid.values().stream()
            .filter(permission -> !arns.get(permission.sid()).isEmpty())
            .map(permission -> statement(permission, arns.get(permission.sid()), place))
            .toList());
  }

  private static Statement statement(Permission permission, Set<String> arns, Place place) {
    Statement statement =
        Statement.allow(
                Stream.concat(permission.actions().stream(), permission.implied().stream())
                    .distinct()
                    .sorted()
                    .toList(),
                arns.stream().<Value<String>>map(Value::of).toList())
            .named(permission.sid());
    return permission
        .mark()
        .map(key -> statement.when("StringEquals", key, List.of(Value.of(place.owner()))))
        .orElse(statement);
  }
}
