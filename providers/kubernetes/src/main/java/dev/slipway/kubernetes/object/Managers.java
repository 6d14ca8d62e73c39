package dev.slipway.kubernetes.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Who owns which fields of a live object.
 *
 * @param ours what our manager owns, by apply or, before a takeover, by updates
 * @param others by manager, with the subresource if it writes one: {@code kubectl-edit}, {@code
 *     kube-controller-manager (scale)}
 * @param former entries of {@code managedFields} by which our manager owns fields through updates:
 *     they must become ours by apply, or dropped fields stay
 */
record Managers(FieldSet ours, Map<String, FieldSet> others, List<Map<?, ?>> former) {
  private static final String APPLY = "Apply";

  /** Names under which Helm 3 and what embeds it wrote: the program's own name. */
  private static final Set<String> HELMS = Set.of("helm", "helm3", "terraform-provider-helm");

  static Managers of(ApiObject live, String manager) {
    Map<String, Object> ours = new TreeMap<>();
    Map<String, Map<String, Object>> others = new TreeMap<>();
    List<Map<?, ?>> former = new ArrayList<>();
    for (Object item : live.items("metadata", "managedFields")) {
      if (item instanceof Map<?, ?> entry && entry.get("fieldsV1") instanceof Map<?, ?> fields) {
        if (isOurs(entry, manager)) {
          ours = FieldSet.union(ours, fields);
        } else if (isFormer(entry, manager)) {
          former.add(entry);
          ours = FieldSet.union(ours, fields);
        } else if (!"status".equals(entry.get("subresource"))) {
          others.merge(name(entry), FieldSet.union(Map.of(), fields), FieldSet::union);
        }
      }
    }
    Map<String, FieldSet> sets = new TreeMap<>();
    others.forEach((name, fields) -> sets.put(name, FieldSet.of(fields)));
    return new Managers(ours.isEmpty() ? FieldSet.NONE : FieldSet.of(ours), sets, former);
  }

  /**
   * Who else owns something.
   *
   * @param at where it is below the whole object
   */
  List<String> othersOf(UnaryOperator<FieldSet> at) {
    return others.entrySet().stream()
        .filter(other -> at.apply(other.getValue()).present())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isOurs(Map<?, ?> entry, String manager) {
    return APPLY.equals(entry.get("operation"))
        && manager.equals(entry.get("manager"))
        && !entry.containsKey("subresource");
  }

  private static boolean isFormer(Map<?, ?> entry, String manager) {
    if (APPLY.equals(entry.get("operation")) || entry.containsKey("subresource")) {
      return false;
    }
    String name = String.valueOf(entry.get("manager"));
    return name.equals(manager)
        || (manager.equals(ObjectSpec.HELM) && HELMS.contains(name.toLowerCase(Locale.ROOT)));
  }

  private static String name(Map<?, ?> entry) {
    Object part = entry.get("subresource");
    return entry.get("manager") + (part == null ? "" : " (" + part + ")");
  }

  /**
   * The JSON patch that turns our manager's updates into applies, as client-go's csaupgrade does;
   * refused by the server if the object has changed since.
   */
  static List<Map<String, Object>> migration(ApiObject live, String manager) {
    List<Object> entries = new ArrayList<>();
    Map<String, Object> applied = new TreeMap<>();
    Map<String, Object> fields = new TreeMap<>();
    for (Object item : live.items("metadata", "managedFields")) {
      Map<?, ?> entry = (Map<?, ?>) item;
      if (isOurs(entry, manager) || isFormer(entry, manager)) {
        entry.forEach((key, value) -> applied.putIfAbsent(key.toString(), value));
        fields = FieldSet.union(fields, (Map<?, ?>) entry.get("fieldsV1"));
      } else {
        entries.add(entry);
      }
    }
    applied.put("manager", manager);
    applied.put("operation", APPLY);
    applied.put("fieldsV1", fields);
    entries.add(applied);
    return List.of(
        Map.of("op", "replace", "path", "/metadata/managedFields", "value", entries),
        Map.of(
            "op",
            "replace",
            "path",
            "/metadata/resourceVersion",
            "value",
            live.text("metadata", "resourceVersion").orElseThrow()));
  }
}
