package dev.slipway.engine.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The lines of a starter file at one level of indentation. */
final class TemplateLines {
  private static final int WIDTH = 90;

  private final List<String> lines = new ArrayList<>();

  void blank() {
    lines.add("");
  }

  void live(String line) {
    lines.add(line);
  }

  /** Text to read, wrapped. */
  void comment(String text) {
    StringBuilder line = new StringBuilder("#");
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 1 && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder("#");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
  }

  /** Lines two columns further in. */
  void nested(Consumer<TemplateLines> write) {
    for (String line : inner(write)) {
      lines.add(line.isEmpty() ? "" : "  " + line);
    }
  }

  /** Lines that are put aside. */
  private void aside(Consumer<TemplateLines> write) {
    for (String line : inner(write)) {
      lines.add("#" + line);
    }
  }

  /** Every key of a group: what it means, then the key with what it is or may be. */
  void keys(Shape.Group group) {
    for (Field field : group.fields()) {
      comment((field.doc() + " " + Starter.limits(field.shape())).strip());
      if (field.required()) {
        key(field);
      } else {
        aside(lines -> lines.key(field));
      }
    }
  }

  private void key(Field field) {
    if (field.byDefault().isPresent() && !Starter.emptyMap(field)) {
      assign(field.name(), field.byDefault().get().text());
    } else if (field.shape() instanceof Shape.Group group) {
      live(field.name() + ":");
      nested(inner -> inner.keys(group));
    } else if (!field.example().isEmpty()) {
      assign(field.name(), field.example());
    } else if (field.shape() instanceof Shape.Choice choice) {
      Shape.Variant first = choice.variants().getFirst();
      live(field.name() + ":");
      nested(
          inner -> {
            inner.live(first.name() + ":");
            inner.nested(keys -> keys.keys(first.group()));
          });
    } else {
      live(field.name() + ": " + Starter.value(field.shape()));
    }
  }

  private void assign(String name, String yaml) {
    List<String> text = yaml.strip().lines().toList();
    if (text.size() == 1) {
      live(name + ": " + text.getFirst());
    } else {
      live(name + ":");
      nested(inner -> text.forEach(inner::live));
    }
  }

  private static List<String> inner(Consumer<TemplateLines> write) {
    TemplateLines inner = new TemplateLines();
    write.accept(inner);
    return inner.lines;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
