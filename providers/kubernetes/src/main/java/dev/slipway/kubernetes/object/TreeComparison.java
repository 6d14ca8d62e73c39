package dev.slipway.kubernetes.object;

import dev.slipway.kubernetes.schema.Schemas.FieldSchema;
import dev.slipway.kubernetes.schema.Schemas.ListType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Compares a tree with the live one as server-side apply would change it. What neither the wanted
 * tree sets nor its manager has set before doesn't count: it is a default or another manager's. Not
 * for use by several threads.
 */
final class TreeComparison {
  private final Managers managers;
  private final HoleTexts texts;
  private final boolean exact;
  private final List<Difference> found = new ArrayList<>();
  private final Deque<UnaryOperator<FieldSet>> steps = new ArrayDeque<>();
  private boolean certain = true;

  /**
   * @param exact whether the wanted tree is whole, so that what it lacks is to go
   */
  TreeComparison(Managers managers, HoleTexts texts, boolean exact) {
    this.managers = managers;
    this.texts = texts;
    this.exact = exact;
  }

  /**
   * @param certain false if only the server can tell whether there are further differences
   */
  record Outcome(List<Difference> differences, boolean certain) {
    boolean same() {
      return differences.isEmpty() && certain;
    }
  }

  Outcome compare(Map<?, ?> wanted, Map<?, ?> live, Optional<FieldSchema> schema) {
    map(FieldPath.ROOT, wanted, live, schema, exact ? FieldSet.ALL : managers.ours());
    return new Outcome(List.copyOf(found), certain);
  }

  private void map(
      FieldPath path,
      Map<?, ?> wanted,
      Map<?, ?> live,
      Optional<FieldSchema> schema,
      FieldSet ours) {
    TreeSet<String> names = new TreeSet<>();
    wanted.keySet().forEach(key -> names.add(key.toString()));
    live.keySet().forEach(key -> names.add(key.toString()));
    for (String name : names) {
      step(
          fields -> fields.field(name),
          () -> {
            if (wanted.containsKey(name)) {
              value(
                  path.field(name),
                  wanted.get(name),
                  live.get(name),
                  schema.flatMap(s -> s.field(name).or(s::items)),
                  ours.field(name));
            } else if (ours.field(name).present()) {
              removed(path.field(name), live.get(name), ours.field(name));
            } else if (ours.whole()) {
              certain = false;
            }
          });
    }
  }

  private void value(
      FieldPath path, Object wanted, Object live, Optional<FieldSchema> schema, FieldSet ours) {
    if (live == null) {
      boolean dropped = Hollow.is(wanted) || (ours.present() && Hollow.zero(wanted));
      if (wanted instanceof Map<?, ?> map && !dropped) {
        map(path, map, Map.of(), schema, ours);
      } else if (!dropped) {
        add(path, null, wanted);
      }
    } else if (wanted instanceof Map<?, ?> map && live instanceof Map<?, ?> there) {
      map(path, map, there, schema, ours);
    } else if (wanted instanceof List<?> list && live instanceof List<?> there) {
      list(path, list, there, schema, ours);
    } else if (!texts.same(wanted, live) && !Scalars.same(wanted, live, path, schema)) {
      add(path, live, wanted);
    }
  }

  private void list(
      FieldPath path, List<?> wanted, List<?> live, Optional<FieldSchema> schema, FieldSet ours) {
    Optional<ListType> type = schema.map(FieldSchema::listType);
    Optional<List<String>> keys =
        schema
            .filter(s -> s.listType() == ListType.MAP)
            .map(FieldSchema::listKeys)
            .or(type.isEmpty() ? ours::listKeys : Optional::empty);
    Optional<ListItems> before = keys.flatMap(names -> ListItems.of(live, names));
    Optional<ListItems> after = keys.flatMap(names -> ListItems.of(wanted, names));
    if (before.isPresent() && after.isPresent()) {
      items(path, after.get(), before.get(), schema.flatMap(FieldSchema::items), ours);
    } else if (type.filter(ListType.SET::equals).isPresent()) {
      set(path, wanted, live, ours);
    } else {
      atomic(path, wanted, live, schema.flatMap(FieldSchema::items));
    }
  }

  private void items(
      FieldPath path,
      ListItems wanted,
      ListItems live,
      Optional<FieldSchema> schema,
      FieldSet ours) {
    wanted
        .items()
        .forEach(
            (id, item) ->
                step(
                    fields -> fields.item(wanted.keys(), item),
                    () -> {
                      Map<?, ?> there = live.items().get(id);
                      FieldPath at = path.item(wanted.named(id));
                      if (there == null) {
                        add(at, null, item);
                      } else {
                        value(at, item, there, schema, ours.item(wanted.keys(), item));
                      }
                    }));
    live.items()
        .forEach(
            (id, item) -> {
              FieldSet owned = ours.item(live.keys(), item);
              if (!wanted.items().containsKey(id) && owned.present()) {
                step(
                    fields -> fields.item(live.keys(), item),
                    () -> removed(path.item(live.named(id)), item, owned));
              }
            });
    if (!wanted.common(live).equals(live.common(wanted))) {
      add(
          path.field("(order)"),
          live.common(wanted).stream().map(id -> String.join(",", id)).toList(),
          wanted.common(live).stream().map(id -> String.join(",", id)).toList());
    }
  }

  private void set(FieldPath path, List<?> wanted, List<?> live, FieldSet ours) {
    List<Object> after = new ArrayList<>();
    live.stream().filter(item -> wanted.contains(item) || !ours.value(item)).forEach(after::add);
    wanted.stream().filter(item -> !live.contains(item)).forEach(after::add);
    if (!after.equals(live)) {
      add(path, live, after);
    }
  }

  private void atomic(FieldPath path, List<?> wanted, List<?> live, Optional<FieldSchema> items) {
    if (wanted.size() != live.size()) {
      add(path, live, wanted);
      return;
    }
    FieldSet ours = exact ? FieldSet.ALL : FieldSet.of(Map.of());
    for (int i = 0; i < wanted.size(); i++) {
      value(path.index(i), wanted.get(i), live.get(i), items, ours);
    }
  }

  /** What nobody wants any more: it goes unless another manager owns it too. */
  private void removed(FieldPath path, Object live, FieldSet ours) {
    if (live == null) {
      return;
    }
    boolean shared = !exact && !owners().isEmpty();
    if (ours.owned() && !shared) {
      if (!Hollow.is(live)) {
        add(path, live, null);
      }
    } else if (live instanceof Map<?, ?> map && !ours.whole()) {
      for (Object key : map.keySet()) {
        String name = key.toString();
        if (ours.field(name).present()) {
          step(
              fields -> fields.field(name),
              () -> removed(path.field(name), map.get(name), ours.field(name)));
        }
      }
    } else if (live instanceof List<?> list && ours.listKeys().isPresent()) {
      List<String> keys = ours.listKeys().get();
      ListItems.of(list, keys)
          .ifPresent(
              items -> items(path, new ListItems(keys, Map.of()), items, Optional.empty(), ours));
    }
  }

  private void add(FieldPath path, Object before, Object after) {
    found.add(new Difference(path, before, after, owners()));
  }

  private List<String> owners() {
    return managers.othersOf(
        whole -> {
          FieldSet here = whole;
          for (UnaryOperator<FieldSet> step : steps.reversed()) {
            here = step.apply(here);
          }
          return here;
        });
  }

  private void step(UnaryOperator<FieldSet> step, Runnable below) {
    steps.push(step);
    below.run();
    steps.pop();
  }
}
