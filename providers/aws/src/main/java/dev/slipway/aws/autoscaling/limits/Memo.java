package dev.slipway.aws.autoscaling.limits;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tag on a group remembers of it.
 *
 * @param set whether the limits were set since; if not, the run that began it was cut short
 * @param before what the limits were
 * @param owner the mark of the stack that set them
 * @param resource which of that stack's
 */
record Memo(boolean set, Limits before, String owner, String resource) {
  /** The tag's key. */
  static final String TAG = "slipway.dev/limits";

  private static final Pattern FORM =
      Pattern.compile("(begun|set) (\\d+)/(\\d+)/(\\d+) (\\S+) (.+)");

  /**
   * Sizes of a group.
   *
   * @param min fewest instances
   * @param max most instances
   * @param desired as many are to run now
   */
  record Limits(int min, int max, int desired) {}

  /** What a tag's value says; empty if it isn't of this form. */
  static Optional<Memo> parse(String value) {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Memo(
            matcher.group(1).equals("set"),
            new Limits(
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                Integer.parseInt(matcher.group(4))),
            matcher.group(5),
            matcher.group(6)));
  }

  /** The same once the limits are set. */
  Memo done() {
    return new Memo(true, before, owner, resource);
  }

  /** The tag's value. */
  String text() {
    return "%s %d/%d/%d %s %s"
        .formatted(
            set ? "set" : "begun", before.min(), before.max(), before.desired(), owner, resource);
  }
}
