package dev.slipway.cli;

import dev.slipway.cli.render.JsonLines;
import dev.slipway.cli.render.OutputsText;
import dev.slipway.cli.render.Terminal;
import dev.slipway.cli.render.Terminal.Colour;
import dev.slipway.cli.render.Terminal.Stream;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.event.EventSink;
import dev.slipway.engine.plan.Drift;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.session.ResourceView;
import dev.slipway.engine.session.StackView;
import dev.slipway.engine.stack.Launch;
import java.io.PrintStream;
import java.util.List;

/**
 * Tells programs: JSON lines on standard output. The command {@code outputs} alone prints one JSON
 * object instead.
 *
 * @param lines writes the lines
 */
record JsonUi(PrintStream out, JsonLines lines) implements Ui {
  @Override
  public EventSink events() {
    return lines;
  }

  @Override
  public void plan(Plan plan) {
    lines.accept(new Event.Planned(plan));
  }

  @Override
  public void problems(List<Diagnostic> problems) {
    problems.forEach(lines::problem);
  }

  @Override
  public void outputs(StackView view, boolean reveal) {
    out.print(
        new OutputsText(Terminal.of(Stream.STDOUT, Colour.NEVER), reveal)
            .json(ShownOutputs.of(view, reveal)));
    out.flush();
  }

  @Override
  public void output(String value) {
    lines.value(value);
  }

  @Override
  public void reached(StackView view, List<Launch.Guide> guides) {
    lines.outputs(ShownOutputs.of(view, false));
  }

  @Override
  public void status(String stack, List<ResourceView> resources) {
    lines.status(stack, resources);
  }

  @Override
  public void drift(String stack, int resources, List<Drift> drifts) {
    lines.drift(stack, resources, drifts);
  }

  @Override
  public void logLine(String component, String line) {
    lines.log(component, line);
  }

  @Override
  public void say(String text) {}

  @Override
  public boolean confirm(String question) {
    return false;
  }

  @Override
  public void close() {}
}
