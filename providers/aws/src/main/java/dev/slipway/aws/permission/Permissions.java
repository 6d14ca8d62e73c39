package dev.slipway.aws.permission;

import dev.slipway.aws.account.AccountSpec;
import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.aws.iam.document.Statement;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the handlers may need, by resource type, and the policy that allows it to a stack. */
public final class Permissions {
  private static final Map<String, List<Permission>> ALL = all();

  /** What no handler needs, but the look for what a stack has left. */
  private static final List<Permission> GENERAL =
      List.of(Permission.everywhere(Verb.DELETE, "FindByMark").with("tag:GetResources"));

  private Permissions() {}

  private static Map<String, List<Permission>> all() {
    Map<String, List<Permission>> all = new TreeMap<>();
    all.put(AccountSpec.TYPE, List.of()); // who one is may be asked by everybody
    all.putAll(EksPermissions.ALL);
    all.putAll(GatewayPermissions.ALL);
    all.putAll(IdentityPermissions.ALL);
    all.putAll(MachinePermissions.ALL);
    all.putAll(NamePermissions.ALL);
    all.putAll(NetworkPermissions.ALL);
    all.putAll(PodPermissions.ALL);
    all.putAll(RemainsPermissions.ALL);
    all.putAll(StoragePermissions.ALL);
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
    Map<Grant, SortedSet<String>> arns = new LinkedHashMap<>();
    for (Resource<?> resource : resources) {
      Stream.concat(GENERAL.stream(), of(resource.id().type()).stream())
          .filter(permission -> verbs.contains(permission.verb()))
          .forEach(
              permission ->
                  arns.computeIfAbsent(
                          new Grant(permission, permission.condition().apply(resource, place)),
                          _ -> new TreeSet<>())
                      .addAll(permission.arns().apply(resource, place)));
    }
    arns.values().removeIf(Set::isEmpty);
    Set<String> sids = new HashSet<>();
    List<Statement> statements = new ArrayList<>();
    arns.forEach(
        (grant, about) -> {
          String sid = grant.permission().sid();
          for (int i = 2; !sids.add(sid); i++) {
            sid = grant.permission().sid() + i;
          }
          statements.add(statement(sid, grant, about));
        });
    return new PolicyDocument(statements);
  }

  /** A permission as it is for some of the resources. */
  private record Grant(Permission permission, Optional<Permission.Condition> condition) {}

  private static Statement statement(String sid, Grant grant, Set<String> arns) {
    Permission permission = grant.permission();
    Statement statement =
        Statement.allow(
                Stream.concat(permission.actions().stream(), permission.implied().stream())
                    .distinct()
                    .sorted()
                    .toList(),
                arns.stream().<Value<String>>map(Value::of).toList())
            .named(sid);
    return grant
        .condition()
        .map(wanted -> statement.when("StringEquals", wanted.key(), values(wanted)))
        .orElse(statement);
  }

  private static List<Value<String>> values(Permission.Condition wanted) {
    return List.of(Value.of(wanted.value()));
  }
}
