package dev.slipway.cli.render;

import dev.slipway.cli.render.Style.Ink;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.session.ResourceView;
import java.util.List;

/** Each resource as it is now, and lines of logs. */
public record StatusText(Terminal terminal) {

  /** A line a resource, then how many are healthy; each with its line end. */
  public String render(String stack, List<ResourceView> resources) {
    int names =
        resources.stream().mapToInt(resource -> Width.of(resource.id().toString())).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (ResourceView resource : resources) {
      text.append("  ")
          .append(Width.pad(resource.id().toString(), names))
          .append("  ")
          .append(status(resource.status()))
          .append(detail(resource))
          .append('\n');
    }
    long healthy =
        resources.stream().filter(resource -> resource.status() instanceof Status.Current).count();
    boolean all = healthy == resources.size();
    String verdict = stack + ": " + healthy + " of " + resources.size() + " resources are healthy.";
    return text + style().paint(all ? Ink.BOLD_GREEN : Ink.BOLD_RED, verdict) + "\n";
  }

  private String status(Status status) {
    return switch (status) {
      case Status.Current _ -> style().paint(Ink.GREEN, "healthy");
      case Status.InProgress(String reason) ->
          style().paint(Ink.YELLOW, "in progress: ") + Printable.line(reason);
      case Status.Failed(String reason) ->
          style().paint(Ink.RED, "failed: ") + Printable.line(reason);
      case Status.Terminating(String reason) ->
          style().paint(Ink.YELLOW, "on its way out: ") + Printable.line(reason);
      case Status.NotFound _ -> style().paint(Ink.RED, "not there");
    };
  }

  /** What one wants to know of a process or a port without asking further. */
  private static String detail(ResourceView resource) {
    StringBuilder text = new StringBuilder();
    resource.attributes().number("pid").ifPresent(pid -> text.append("  pid ").append(pid));
    resource
        .attributes()
        .number("restarts")
        .filter(n -> n > 0)
        .ifPresent(n -> text.append(n == 1 ? ", restarted once" : ", restarted " + n + " times"));
    resource.attributes().text("number").ifPresent(number -> text.append("  ").append(number));
    resource
        .attributes()
        .text("not-after")
        .ifPresent(until -> text.append("  until ").append(until));
    return text.toString();
  }

  /** One line of a component's log. */
  public String logLine(String component, String line) {
    return style().paint(Ink.DIM, component + " |") + " " + Printable.line(line);
  }

  private Style style() {
    return Style.of(terminal);
  }
}
