package dev.slipway.cli.render;

import dev.slipway.engine.event.Event;
import dev.slipway.engine.plan.Change;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.Step;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.engine.verify.Report;
import java.io.PrintStream;
import java.util.List;

/**
 * What people are told of a command's events: its results (plan, proof, proof of removal) on one
 * stream, how far it is and what went wrong on another, which may be the same terminal.
 */
public final class TextEvents implements Display {
  private static final List<String> LOCAL_KINDS = List.of("process", "port", "file");

  private final PrintStream out;
  private final Terminal outTerminal;
  private final PrintStream err;
  private final Terminal errTerminal;
  private final Display display;
  private final boolean quiet;
  private final boolean verbose;
  private volatile List<Step> steps = List.of();

  /**
   * @param quiet whether only problems and verdicts are told
   * @param verbose whether plans list what stays unchanged
   */
  public TextEvents(
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
    this.verbose = verbose;
    display = Display.on(err, errTerminal, quiet);
  }

  @Override
  public void accept(Event event) {
    display.accept(event);
    switch (event) {
      case Event.Planned(Plan plan) -> planned(plan);
      case Event.Verified(Report report) -> verified(report);
      case Event.Swept(List<Leftover> leftovers) -> swept(leftovers);
      case Event.ApplyStarted _,
          Event.StepStarted _,
          Event.StepProgress _,
          Event.StepWaiting _,
          Event.StepRetrying _,
          Event.StepFinished _,
          Event.StepFailed _,
          Event.StepSkipped _,
          Event.ApplyEnded _,
          Event.CheckStarted _,
          Event.CheckEnded _,
          Event.Noticed _,
          Event.Stopping _ -> {}
    }
  }

  private void planned(Plan plan) {
    steps = plan.steps();
    if (!quiet) {
      String text = new PlanText(outTerminal, verbose).render(plan);
      print(plan.isEmpty() ? text : text + "\n");
    }
  }

  private void verified(Report report) {
    ReportText text = new ReportText(outTerminal);
    print(quiet ? text.verdict(report) : "\n" + text.render(report));
    String problems = new DiagnosticText(errTerminal).problems(ReportText.problems(report));
    if (!problems.isEmpty()) {
      aside(
          () -> {
            err.print("\n" + problems);
            err.flush();
          });
    }
  }

  private void swept(List<Leftover> leftovers) {
    boolean local =
        steps.stream().allMatch(step -> step.id().resource().type().startsWith("local."));
    print(new SweptText(outTerminal).render(leftovers, local ? LOCAL_KINDS : List.of(), kept()));
  }

  private List<String> kept() {
    return steps.stream().map(Step::change).flatMap(change -> kept(change).stream()).toList();
  }

  private static List<String> kept(Change change) {
    return change instanceof Change.Forget(ResourceId id, Attributes attributes, Removal removal)
            && removal == Removal.KEEP
        ? List.of(Place.of(attributes).map(place -> place + " (" + id + ")").orElse(id.toString()))
        : List.of();
  }

  private void print(String text) {
    aside(
        () -> {
          out.print(text);
          out.flush();
        });
  }

  @Override
  public void aside(Runnable print) {
    display.aside(print);
  }

  @Override
  public void close() {
    display.close();
  }
}
