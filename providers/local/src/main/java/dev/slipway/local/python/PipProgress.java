package dev.slipway.local.python;

import dev.slipway.engine.provider.Call;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the user how far pip is, by the lines that it writes. */
final class PipProgress implements Consumer<String> {
  /** Share of the whole that downloading takes, where it has to be done. */
  private static final double DOWNLOAD_SHARE = 0.7;

  private static final Pattern IGNORED = Pattern.compile("Ignoring .*: markers .* don't match.*");
  private static final Pattern COLLECTING =
      Pattern.compile("Collecting ([A-Za-z0-9._-]+)(?:\\[.*])?==([^ ;]+).*");

  private final Call call;
  private int total;
  private int begun;

  /**
   * @param pins how many pins the requirements hold
   */
  PipProgress(Call call, int pins) {
    this.call = call;
    this.total = pins;
  }

  @Override
  public void accept(String line) {
    if (IGNORED.matcher(line).matches()) {
      total--;
      return;
    }
    Matcher collecting = COLLECTING.matcher(line);
    if (collecting.matches()) {
      begun++;
      call.progress(
          DOWNLOAD_SHARE * (begun - 1) / Math.max(total, begun),
          "downloading %s %s (%d of %d)"
              .formatted(collecting.group(1), collecting.group(2), begun, Math.max(total, begun)));
    }
  }

  /** Downloading is done, or was never needed. */
  void installing(double fraction) {
    call.progress(fraction, "installing the packages");
  }

  static double downloaded() {
    return DOWNLOAD_SHARE;
  }
}
