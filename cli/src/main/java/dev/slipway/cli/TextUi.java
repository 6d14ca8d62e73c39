package dev.slipway.cli;

import dev.slipway.cli.render.DiagnosticText;
import dev.slipway.cli.render.DriftText;
import dev.slipway.cli.render.OutputsText;
import dev.slipway.cli.render.StatusText;
import dev.slipway.cli.render.Style;
import dev.slipway.cli.render.Terminal;
import dev.slipway.cli.render.TextEvents;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.event.EventSink;
import dev.slipway.engine.plan.Drift;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.session.ResourceView;
import dev.slipway.engine.session.StackView;
import dev.slipway.engine.stack.Launch;
import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells people: results on one stream, progress and problems on the other. */
final class TextUi implements Ui {
  private static final Set<String> YES = Set.of("y", "yes");

  private final PrintStream out;
  private final Terminal outTerminal;
  private final PrintStream err;
  private final Terminal errTerminal;
  private final TextEvents events;
  private final boolean quiet;

  TextUi(
      PrintStream out,
      Terminal outTerminal,
      PrintStream err,
      Terminal errTerminal,
      boolean quiet,
      boolean verbose) {
    this.out = out;
    this.outTerminal = outTerminal;
    this.err = err;
    this.errTerminal = errTerminal;
    this.quiet = quiet;
    events = new TextEvents(out, outTerminal, err, errTerminal, quiet, verbose);
  }

  @Override
  public EventSink events() {
    return events;
  }

  @Override
  public void plan(Plan plan) {
    events.accept(new Event.Planned(plan));
  }

  @Override
  public void problems(List<Diagnostic> problems) {
    print(err, "\n" + new DiagnosticText(errTerminal).problems(problems));
  }

  @Override
  public void outputs(StackView view, boolean reveal) {
    print(out, "\n" + new OutputsText(outTerminal, reveal).render(ShownOutputs.of(view, reveal)));
  }

  @Override
  public void output(String value) {
    print(out, value + "\n");
  }

  @Override
  public void reached(StackView view, List<Launch.Guide> guides) {
    outputs(view, false);
    if (!quiet) {
      print(
          out,
          "\n" + new OutputsText(outTerminal, false).guides(guides, ShownOutputs.of(view, false)));
    }
  }

  @Override
  public void status(String stack, List<ResourceView> resources) {
    print(out, new StatusText(outTerminal).render(stack, resources));
  }

  @Override
  public void drift(String stack, int resources, List<Drift> drifts) {
    print(out, new DriftText(outTerminal).render(stack, resources, drifts));
  }

  @Override
  public void logLine(String component, String line) {
    print(out, Style.of(outTerminal).paint(Style.Ink.DIM, component + " |") + " " + line + "\n");
  }

  @Override
  public void say(String text) {
    if (!quiet) {
      print(out, text + "\n");
    }
  }

  @Override
  public boolean confirm(String question) {
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (console.isEmpty() || !errTerminal.tty()) {
      return false;
    }
    AtomicBoolean yes = new AtomicBoolean();
    events.aside(
        () -> {
          String answer = console.get().readLine("%n%s [y/N] ", question);
          yes.set(answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT)));
        });
    return yes.get();
  }

  private void print(PrintStream stream, String text) {
    events.aside(
        () -> {
          stream.print(text);
          stream.flush();
        });
  }

  @Override
  public void close() {
    events.close();
  }
}
