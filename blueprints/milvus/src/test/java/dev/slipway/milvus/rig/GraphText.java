package dev.slipway.milvus.rig;

import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.stack.Launch;
import dev.slipway.engine.stack.Output;
import dev.slipway.engine.verify.Route;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a blueprint made, as text that stays the same while the graph does. */
public final class GraphText {
  private GraphText() {}

  /** Resources by id, then the outputs and the names of the checks. */
  public static String of(Launch launch) {
    StringBuilder text = new StringBuilder();
    launch.resources().stream()
        .sorted(Comparator.comparing(Resource::id))
        .forEach(resource -> append(text, resource));
    for (Output output : launch.outputs()) {
      text.append("output ").append(output.name()).append(output.sensitive() ? " (sensitive)" : "");
      text.append(" = ").append(output.before()).append(plain(output.value()));
      text.append(output.after()).append('\n');
    }
    launch
        .proof()
        .checks()
        .forEach(check -> text.append("check ").append(check.name()).append('\n'));
    for (Route route : launch.proof().routes()) {
      text.append("route ").append(route.output()).append(" to ").append(route.to());
      text.append(" port ").append(route.port()).append('\n');
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Resource<?> resource) {
    text.append(resource.id());
    text.append(resource.removal() == Removal.KEEP ? " (kept)\n" : "\n");
    resource.after().forEach(other -> text.append("  after ").append(other).append('\n'));
    if (resource.spec() instanceof ObjectSpec object) {
      tree(text, object.shown(), "  ");
      text.append('\n');
      return;
    }
    for (RecordComponent component : resource.spec().getClass().getRecordComponents()) {
      Object value = component(component, resource.spec());
      if (value instanceof List<?> list && !list.isEmpty()) {
        text.append("  ").append(component.getName()).append('\n');
        list.forEach(element -> text.append("    ").append(plain(element)).append('\n'));
      } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
        text.append("  ").append(component.getName()).append('\n');
        tree(text, map, "    ");
      } else {
        text.append("  ").append(component.getName()).append(' ').append(plain(value)).append('\n');
      }
    }
    text.append('\n');
  }

  private static void tree(StringBuilder text, Map<?, ?> map, String indentation) {
    new TreeMap<>(map)
        .forEach(
            (key, value) -> {
              text.append(indentation).append(key).append(':');
              if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
                text.append('\n');
                tree(text, inner, indentation + "  ");
              } else if (value instanceof String several && several.contains("\n")) {
                text.append(" |\n");
                several.lines().forEach(l -> text.append(indentation + "  " + l + "\n"));
              } else {
                text.append(' ').append(plain(value)).append('\n');
              }
            });
  }

  private static String plain(Object value) {
    return switch (value) {
      case Value.Known<?>(Object known) -> plain(known);
      case Value.Ref<?> ref -> ref.toString();
      case Value.Secret<?> secret -> "secret " + secret.name();
      case Optional<?> optional -> optional.map(GraphText::plain).orElse("-");
      case Collection<?> many -> many.stream().map(GraphText::plain).toList().toString();
      case Map<?, ?> map -> {
        List<String> entries = new ArrayList<>();
        map.forEach((key, item) -> entries.add(key + "=" + plain(item)));
        yield "{" + String.join(", ", entries.stream().sorted().toList()) + "}";
      }
      case Record part -> part(part);
      default -> {
        String text = value.toString();
        yield text.contains("\n") ? "(a text of several lines)" : text;
      }
    };
  }

  private static String part(Record part) {
    StringBuilder text = new StringBuilder(part.getClass().getSimpleName());
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      text.append(' ').append(plain(component(component, part)));
    }
    return text.toString();
  }

  private static Object component(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
