package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import java.util.List;

/** Writes stack files to start from: every key with its meaning, those with defaults put aside. */
public final class StackTemplate {
  private final Shape.Group model;
  private final StackReader reader;

  /** Takes the same as {@link StackReader#StackReader}. */
  public StackTemplate(List<Blueprint<?>> blueprints, List<TargetKind<?>> targets) {
    this.model = StackModel.of(blueprints, targets);
    this.reader = new StackReader(blueprints, targets);
  }

  /**
   * A stack file for one system on one target. A line that starts with {@code #} and a letter is a
   * key with its default, to be uncommented; other comments explain. The text reads without a
   * problem as it is.
   *
   * @param name the stack's name
   * @throws DiagnosticException if there is no such system or target, or the name is no name for a
   *     stack
   */
  public String write(String name, String system, String target) {
    List<String> systems =
        model.names().stream().filter(known -> !StackModel.OWN_KEYS.contains(known)).toList();
    if (!systems.contains(system)) {
      throw StackProblem.UNKNOWN_SYSTEM
          .diagnostic(
              "There is no system " + Quoted.text(system) + ".",
              Suggestion.of(system, systems, "systems"))
          .asException();
    }
    Shape.Choice targets = (Shape.Choice) field(StackModel.TARGET).shape();
    Shape.Variant variant =
        targets
            .find(target)
            .orElseThrow(
                () ->
                    StackProblem.UNKNOWN_TARGET
                        .diagnostic(
                            "There is no target " + Quoted.text(target) + ".",
                            Suggestion.of(target, targets.names(), "targets"))
                        .asException());
    if (!((Shape.Text) field(StackModel.NAME).shape())
        .pattern()
        .orElseThrow()
        .matcher(name)
        .matches()) {
      throw StackProblem.WRONG_FORM
          .diagnostic(
              Quoted.text(name) + " can't be the name of a stack.", field(StackModel.NAME).doc())
          .asException();
    }
    TemplateLines lines = new TemplateLines();
    lines.comment("A stack file of Slipway. Check what it would do with: slipway plan");
    lines.blank();
    lines.comment(field(StackModel.NAME).doc());
    lines.live("name: " + name);
    lines.blank();
    lines.comment(field(StackModel.TARGET).doc());
    lines.comment(target + ": " + variant.doc());
    target(lines, variant);
    lines.blank();
    lines.comment(field(system).doc());
    lines.live(system + ":");
    lines.nested(inner -> inner.keys((Shape.Group) field(system).shape()));
    return checked(lines.text(), name);
  }

  private static void target(TemplateLines lines, Shape.Variant variant) {
    if (variant.group().fields().isEmpty()) {
      lines.live("target: " + variant.name());
      return;
    }
    lines.live("target:");
    lines.nested(
        map -> {
          map.live(variant.name() + ":");
          map.nested(keys -> keys.keys(variant.group()));
        });
  }

  private String checked(String text, String name) {
    try {
      Stack _ = reader.read(name + ".yaml", text);
      return text;
    } catch (DiagnosticException e) {
      throw Diagnostic.bug(
              "STACK-TEMPLATE-INVALID",
              "A starter file that Slipway wrote has mistakes",
              e.getMessage())
          .asException(e);
    }
  }

  private Field field(String name) {
    return model.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
