package dev.slipway.engine.journal;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.spec.SpecTree;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Journal entries as trees of maps, lists and scalars. */
final class EntryCodec {
  private EntryCodec() {}

  static Map<String, Object> encode(Entry entry) {
    Map<String, Object> tree = new LinkedHashMap<>();
    switch (entry) {
      case Entry.Opened(String lineage, String stack, String version, Instant at) ->
          put(
              tree,
              "opened",
              "lineage",
              lineage,
              "stack",
              stack,
              "version",
              version,
              "at",
              at.toString());
      case Entry.Began(String command, String actor, Instant at) ->
          put(tree, "began", "command", command, "actor", actor, "at", at.toString());
      case Entry.Started started ->
          put(
              tree,
              "started",
              "id",
              started.id().toString(),
              "action",
              word(started.action()),
              "spec",
              started.spec(),
              "dependencies",
              ids(started.dependencies()),
              "removal",
              word(started.removal()),
              "token",
              started.token());
      case Entry.Called(ResourceId id, Attributes attributes) ->
          put(tree, "called", "id", id.toString(), "attributes", encode(attributes));
      case Entry.Finished(ResourceId id, Attributes attributes) ->
          put(tree, "finished", "id", id.toString(), "attributes", encode(attributes));
      case Entry.Deleted(ResourceId id) -> put(tree, "deleted", "id", id.toString());
      case Entry.Failed(ResourceId id, String code, String message) ->
          put(tree, "failed", "id", id.toString(), "code", code, "message", message);
      case Entry.Noted noted ->
          put(
              tree,
              "noted",
              "id",
              noted.id().toString(),
              "spec",
              noted.spec(),
              "attributes",
              encode(noted.attributes()),
              "dependencies",
              ids(noted.dependencies()),
              "removal",
              word(noted.removal()));
      case Entry.Forgot(ResourceId id, String because) ->
          put(tree, "forgot", "id", id.toString(), "because", because);
      case Entry.Ended(String outcome, Instant at) ->
          put(tree, "ended", "outcome", outcome, "at", at.toString());
    }
    return tree;
  }

  /**
   * @throws IllegalArgumentException if the tree is no entry
   */
  static Entry decode(Map<?, ?> tree) {
    String kind = text(tree, "entry");
    return switch (kind) {
      case "opened" ->
          new Entry.Opened(
              text(tree, "lineage"), text(tree, "stack"), text(tree, "version"), at(tree));
      case "began" -> new Entry.Began(text(tree, "command"), text(tree, "actor"), at(tree));
      case "started" ->
          new Entry.Started(
              id(tree),
              Entry.Action.valueOf(text(tree, "action").toUpperCase(Locale.ROOT)),
              map(tree, "spec"),
              ids(tree),
              removal(tree),
              text(tree, "token"));
      case "called" -> new Entry.Called(id(tree), attributes(tree));
      case "finished" -> new Entry.Finished(id(tree), attributes(tree));
      case "deleted" -> new Entry.Deleted(id(tree));
      case "failed" -> new Entry.Failed(id(tree), text(tree, "code"), text(tree, "message"));
      case "noted" ->
          new Entry.Noted(id(tree), map(tree, "spec"), attributes(tree), ids(tree), removal(tree));
      case "forgot" -> new Entry.Forgot(id(tree), text(tree, "because"));
      case "ended" -> new Entry.Ended(text(tree, "outcome"), at(tree));
      default -> throw new IllegalArgumentException("no kind of entry: " + kind);
    };
  }

  private static void put(Map<String, Object> tree, String kind, Object... namesAndValues) {
    tree.put("entry", kind);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> ids(List<ResourceId> ids) {
    return ids.stream().map(ResourceId::toString).toList();
  }

  private static Object encode(Attributes attributes) {
    return SpecTree.encodeValue(attributes.values());
  }

  private static String text(Map<?, ?> tree, String name) {
    if (tree.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("an entry without " + name);
  }

  private static ResourceId id(Map<?, ?> tree) {
    return ResourceId.parse(text(tree, "id"));
  }

  private static Instant at(Map<?, ?> tree) {
    return Instant.parse(text(tree, "at"));
  }

  private static Removal removal(Map<?, ?> tree) {
    return Removal.valueOf(text(tree, "removal").toUpperCase(Locale.ROOT));
  }

  private static Map<String, Object> map(Map<?, ?> tree, String name) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (!(tree.get(name) instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("an entry without " + name);
    }
    map.forEach((key, value) -> copy.put((String) key, SpecTree.canonical(value)));
    return copy;
  }

  private static Attributes attributes(Map<?, ?> tree) {
    TreeMap<String, Object> values = new TreeMap<>();
    map(tree, "attributes")
        .forEach((key, value) -> values.put(key, SpecTree.decodeAttribute(value)));
    return new Attributes(values);
  }

  private static List<ResourceId> ids(Map<?, ?> tree) {
    if (!(tree.get("dependencies") instanceof List<?> list)) {
      throw new IllegalArgumentException("an entry without dependencies");
    }
    return list.stream().map(item -> ResourceId.parse((String) item)).toList();
  }
}
