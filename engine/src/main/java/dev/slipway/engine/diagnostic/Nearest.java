package dev.slipway.engine.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that a misspelt one was most likely meant to be. */
public final class Nearest {
  private Nearest() {}

  /**
   * The candidate with the fewest edits (insertion, deletion, substitution, swap of neighbours)
   * from {@code given}, if it is near enough to be a likely meaning: at most a third of the longer
   * name's length, and at least one.
   */
  public static Optional<String> to(String given, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> near(given, candidate))
        .min(
            Comparator.<String>comparingInt(candidate -> distance(given, candidate))
                .thenComparing(candidate -> candidate));
  }

  private static boolean near(String given, String candidate) {
    int most = Math.max(1, Math.max(given.length(), candidate.length()) / 3);
    // The lengths alone rule most names out, and a huge text before its table of edits is made.
    return Math.abs(given.length() - candidate.length()) <= most
        && distance(given, candidate) <= most;
  }

  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] =
            Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + substitution);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
