package dev.slipway.cli.render;

import dev.slipway.cli.render.Style.Ink;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.session.ResourceView;
import java.util.List;

/** Each resource as it is now, as people read it. */
public record StatusText(Terminal terminal) {

  /** A line a resource and one for all. Lines, each with its line end. */
  public String render(String stack, List<ResourceView> resources) {
    int names =
        resources.stream().mapToInt(resource -> Width.of(resource.id().toString())).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (ResourceView resource : resources) {
      text.append(line(resource, names)).append('\n');
    }
    long healthy = resources.stream().filter(ResourceView::healthy).count();
    boolean all = healthy == resources.size();
    String sum = stack + ": " + healthy + " of " + resources.size() + " resources are healthy.";
    return text.append(style().paint(all ? Ink.BOLD_GREEN : Ink.BOLD_RED, sum))
        .append('\n')
        .toString();
  }

  private String line(ResourceView resource, int names) {
    Glyphs glyphs = Glyphs.of(terminal);
    String sign = resource.healthy() ? glyphs.passed() : glyphs.failed();
    Ink ink =
        switch (resource.status()) {
          case Status.Current _ -> Ink.GREEN;
          case Status.InProgress _ -> Ink.YELLOW;
          case Status.Failed _, Status.Terminating _, Status.NotFound _ -> Ink.RED;
        };
    String reason = Printable.line(StatusWords.reason(resource.status()));
    String note =
        StatusWords.word(resource.status()).replace('-', ' ')
            + (reason.isEmpty() ? "" : ": " + reason)
            + restarts(resource);
    return style().paint(ink, sign)
        + " "
        + Width.pad(resource.id().toString(), names)
        + "  "
        + style().paint(resource.healthy() ? Ink.DIM : ink, glyphs.plain(note));
  }

  /** What died and was started again should be seen, though it is healthy now. */
  private static String restarts(ResourceView resource) {
    long restarts =
        resource.attributes().find("restarts").orElse(0) instanceof Number count
            ? count.longValue()
            : 0;
    return restarts == 0 ? "" : ", restarted " + (restarts == 1 ? "once" : restarts + " times");
  }

  private Style style() {
    return Style.of(terminal);
  }
}
