package dev.slipway.local.python;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Python, for example 3.11.7.
 *
 * @param patch 0 where it doesn't matter
 */
record PythonVersion(int major, int minor, int patch) implements Comparable<PythonVersion> {
  private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?.*");
  private static final Comparator<PythonVersion> ORDER =
      Comparator.comparingInt(PythonVersion::major)
          .thenComparingInt(PythonVersion::minor)
          .thenComparingInt(PythonVersion::patch);

  /**
   * @throws IllegalArgumentException if the text is not of the form {@code 3.11} or {@code 3.11.7}
   */
  static PythonVersion parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a version of Python: '" + text + "'");
    }
    return new PythonVersion(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3)));
  }

  /** Whether packages that were installed for the other serve this one too. */
  boolean sameMinor(PythonVersion other) {
    return major == other.major && minor == other.minor;
  }

  @Override
  public int compareTo(PythonVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
