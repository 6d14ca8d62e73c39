package dev.slipway.cli.render;

import dev.slipway.cli.render.Style.Ink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws what is going on as a few lines, none wider than the terminal. */
record LiveArea(Terminal terminal) {
  private static final int MOST_TASKS = 8;

  /** No line at all if nothing is going on. */
  List<String> draw(Activity activity, long now, int frame) {
    List<Activity.Task> tasks = new ArrayList<>();
    int most = Math.min(MOST_TASKS, terminal.rows() - 3);
    activity.running().values().stream().limit(most).forEach(tasks::add);
    activity.check().ifPresent(tasks::add);
    int names = tasks.stream().mapToInt(task -> Width.of(task.name())).max().orElse(0);
    names = Math.min(names, Math.max(room() * 3 / 5, Math.min(room() - 14, 40)));
    List<String> lines = new ArrayList<>();
    for (Activity.Task task : tasks) {
      lines.add(task(task, names, now, frame));
    }
    int hidden = activity.running().size() - most;
    if (hidden > 0) {
      lines.add("  " + style().dim(glyphs().ellipsis() + " and " + hidden + " more"));
    }
    if (activity.applying() && activity.total() > 0) {
      lines.add(overall(activity, now));
    }
    return lines;
  }

  private String task(Activity.Task task, int names, long now, int frame) {
    List<String> spinner = glyphs().spinner();
    String turn = style().paint(Ink.CYAN, spinner.get(frame % spinner.size()));
    String name = Width.pad(Width.middle(task.name(), names, glyphs().ellipsis()), names);
    String time = time(task.elapsed(now));
    int left = room() - 2 - names - 2 - time.length();
    String line = turn + " " + name + "  " + style().dim(time);
    if (task.fraction().isPresent()) {
      int bar = Math.min(20, left - 8);
      if (bar >= 5) {
        double share = task.fraction().getAsDouble();
        line += "  " + bar(share, bar) + " " + percent(share);
        left -= bar + 7;
      }
    }
    String message = glyphs().plain(task.message());
    return left < 12 || message.isEmpty()
        ? line
        : line + "  " + style().dim(Width.fit(message, left - 2, glyphs().ellipsis()));
  }

  private String overall(Activity activity, long now) {
    String count = " " + activity.ended() + "/" + activity.total();
    String time = "  " + Durations.running(activity.applyingFor(now));
    String failed = activity.failed() == 0 ? "" : "  " + activity.failed() + " failed";
    int bar = Math.clamp(room() - 2 - (count + time + failed).length(), 0, 30);
    double share = Math.min(1, (double) activity.ended() / activity.total());
    return (bar < 5 ? "" : "[" + bar(share, bar) + "]")
        + count
        + style().dim(time)
        + style().paint(Ink.RED, failed);
  }

  private String bar(double share, int cells) {
    int full = Math.clamp(part(share, cells), 0, cells);
    return style().paint(Ink.GREEN, glyphs().full().repeat(full))
        + style().dim(glyphs().empty().repeat(cells - full));
  }

  /** Rounded down, but not because a number like 0.58 has no exact form. */
  private static int part(double share, int whole) {
    return (int) (share * whole + 1e-9);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%3d%%", Math.clamp(part(share, 100), 0, 100));
  }

  /** As wide as most times are, so that what follows doesn't jump. */
  private static String time(Duration elapsed) {
    String text = Durations.running(elapsed);
    return " ".repeat(Math.max(0, 4 - text.length())) + text;
  }

  /** The last column stays free: some terminals wrap when it is written. */
  private int room() {
    return terminal.columns() - 1;
  }

  private Style style() {
    return Style.of(terminal);
  }

  private Glyphs glyphs() {
    return Glyphs.of(terminal);
  }
}
