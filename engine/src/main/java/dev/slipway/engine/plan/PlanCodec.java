package dev.slipway.engine.plan;

import dev.slipway.engine.plan.Change.Delete.Reason;
import dev.slipway.engine.provider.Handlers;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.spec.SpecTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plans as trees of maps, lists and scalars, the form in which they are written to a file and shown
 * as JSON.
 */
public final class PlanCodec {
  private static final int FORMAT = 1;

  private PlanCodec() {}

  public static Map<String, Object> encode(Plan plan) {
    return tree(
        "format", FORMAT,
        "stack", plan.stack(),
        "owner", plan.owner(),
        "lineage", plan.lineage(),
        "serial", plan.serial(),
        "steps", plan.steps().stream().map(PlanCodec::encode).toList());
  }

  /**
   * @throws IllegalArgumentException if the tree is no plan, or one of a newer format
   */
  public static Plan decode(Map<?, ?> tree, Handlers handlers) {
    try {
      return plan(tree, handlers);
    } catch (ClassCastException | NullPointerException e) {
      throw new IllegalArgumentException("it doesn't have the form of a plan", e);
    }
  }

  private static Plan plan(Map<?, ?> tree, Handlers handlers) {
    if (!(tree.get("format") instanceof Number format) || format.intValue() != FORMAT) {
      throw new IllegalArgumentException("it isn't a plan of format " + FORMAT);
    }
    List<Step> steps = new ArrayList<>();
    for (Object step : (List<?>) need(tree, "steps")) {
      steps.add(step((Map<?, ?>) step, handlers));
    }
    checkOrder(steps);
    return new Plan(
        need(tree, "stack").toString(),
        need(tree, "owner").toString(),
        need(tree, "lineage").toString(),
        ((Number) need(tree, "serial")).longValue(),
        steps);
  }

  private static void checkOrder(List<Step> steps) {
    Set<StepId> before = HashSet.newHashSet(steps.size());
    for (Step step : steps) {
      for (StepId awaited : step.after()) {
        if (!before.contains(awaited)) {
          throw new IllegalArgumentException(
              "'" + step.id() + "' waits for '" + awaited + "', which doesn't come before it");
        }
      }
      if (!before.add(step.id())) {
        throw new IllegalArgumentException("'" + step.id() + "' is there twice");
      }
    }
  }

  public static Map<String, Object> encode(Step step) {
    Map<String, Object> tree =
        tree(
            "step",
            step.id().toString(),
            "after",
            step.after().stream().map(StepId::toString).toList());
    switch (step.change()) {
      case Change.Create(Resource<?> resource, boolean replacement) -> {
        putResource(tree, resource);
        tree.put("replacement", replacement);
      }
      case Change.Update(Resource<?> resource, Diff diff) -> {
        putResource(tree, resource);
        tree.put("changes", DiffCodec.encode(diff));
      }
      case Change.Delete(
              ResourceId _,
              Map<String, Object> spec,
              Attributes attributes,
              Reason because) -> {
        tree.put("spec", spec);
        putAttributes(tree, attributes);
        tree.put("because", word(because));
      }
      case Change.Keep(
              Resource<?> resource,
              Attributes attributes,
              boolean waits,
              boolean noted) -> {
        putResource(tree, resource);
        putAttributes(tree, attributes);
        tree.put("waits", waits);
        tree.put("noted", noted);
      }
      case Change.Forget(ResourceId _, Attributes attributes, Removal removal) -> {
        putAttributes(tree, attributes);
        tree.put("removal", word(removal));
      }
    }
    return tree;
  }

  private static Step step(Map<?, ?> tree, Handlers handlers) {
    StepId id = stepId(need(tree, "step").toString());
    Change change =
        switch (id.verb()) {
          case CREATE ->
              new Change.Create(resource(id.resource(), tree, handlers), flag(tree, "replacement"));
          case UPDATE ->
              new Change.Update(
                  resource(id.resource(), tree, handlers),
                  DiffCodec.decode((List<?>) need(tree, "changes")));
          case DELETE ->
              new Change.Delete(
                  id.resource(),
                  map(tree, "spec"),
                  attributes(tree),
                  Reason.valueOf(constant(tree, "because")));
          case KEEP ->
              new Change.Keep(
                  resource(id.resource(), tree, handlers),
                  attributes(tree),
                  flag(tree, "waits"),
                  flag(tree, "noted"));
          case FORGET ->
              new Change.Forget(
                  id.resource(), attributes(tree), Removal.valueOf(constant(tree, "removal")));
        };
    return new Step(
        id,
        change,
        ((List<?>) need(tree, "after")).stream().map(after -> stepId(after.toString())).toList());
  }

  private static StepId stepId(String text) {
    int space = text.indexOf(' ');
    return new StepId(
        ResourceId.parse(text.substring(space + 1)),
        StepId.Verb.valueOf(text.substring(0, Math.max(space, 0)).toUpperCase(Locale.ROOT)));
  }

  private static void putResource(Map<String, Object> tree, Resource<?> resource) {
    tree.put("spec", SpecTree.encode(resource.spec()));
    tree.put("resource-after", resource.after().stream().map(ResourceId::toString).toList());
    tree.put("removal", word(resource.removal()));
  }

  private static Resource<?> resource(ResourceId id, Map<?, ?> tree, Handlers handlers) {
    Class<? extends Spec> type = handlers.handler(id.type()).specType();
    List<ResourceId> after =
        ((List<?>) need(tree, "resource-after"))
            .stream().map(text -> ResourceId.parse(text.toString())).toList();
    return new Resource<>(
        id,
        SpecTree.decode(map(tree, "spec"), type),
        after,
        Removal.valueOf(constant(tree, "removal")));
  }

  private static void putAttributes(Map<String, Object> tree, Attributes attributes) {
    tree.put("attributes", SpecTree.encodeValue(attributes.values()));
  }

  private static Attributes attributes(Map<?, ?> tree) {
    TreeMap<String, Object> values = new TreeMap<>();
    map(tree, "attributes")
        .forEach((key, value) -> values.put(key, SpecTree.decodeAttribute(value)));
    return new Attributes(values);
  }

  private static Map<String, Object> map(Map<?, ?> tree, String name) {
    Map<String, Object> copy = new LinkedHashMap<>();
    ((Map<?, ?>) need(tree, name))
        .forEach((key, value) -> copy.put(key.toString(), SpecTree.canonical(value)));
    return copy;
  }

  static boolean flag(Map<?, ?> tree, String name) {
    return (Boolean) need(tree, name);
  }

  private static String constant(Map<?, ?> tree, String name) {
    return need(tree, name).toString().toUpperCase(Locale.ROOT);
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  static Object need(Map<?, ?> tree, String name) {
    Object value = tree.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the plan lacks '" + name + "'");
    }
    return value;
  }

  static Map<String, Object> tree(Object... namesAndValues) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return tree;
  }
}
