package dev.slipway.cli;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.event.EventSink;
import dev.slipway.engine.plan.Drift;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.session.ResourceView;
import dev.slipway.engine.session.StackView;
import dev.slipway.engine.stack.Launch;
import java.util.List;

/**
 * What commands tell their user, in one of two forms: text for people, or JSON lines for programs.
 */
public interface Ui extends AutoCloseable {
  /** Where the events of a command go. */
  EventSink events();

  /** Shows a plan that was asked for. */
  void plan(Plan plan);

  /** Shows problems that ended the command. */
  void problems(List<Diagnostic> problems);

  /** Shows every output; sensitive ones masked unless {@code reveal}. */
  void outputs(StackView view, boolean reveal);

  /** Shows one value and nothing else. */
  void output(String value);

  /** Shows how to reach what was brought up: its outputs, sensitive ones masked, and the guides. */
  void reached(StackView view, List<Launch.Guide> guides);

  /** Shows each resource as it is now. */
  void status(String stack, List<ResourceView> resources);

  /**
   * Shows what has changed without Slipway.
   *
   * @param resources how many were looked at
   */
  void drift(String stack, int resources, List<Drift> drifts);

  /** One line of a component's log. */
  void logLine(String component, String line);

  /** A short remark for people; programs don't get it. */
  void say(String text);

  /**
   * Asks the user for a yes on the terminal.
   *
   * @return false if the answer is anything else, or there is no terminal to ask on
   */
  boolean confirm(String question);

  @Override
  void close();
}
