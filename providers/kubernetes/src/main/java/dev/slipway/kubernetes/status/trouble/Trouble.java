package dev.slipway.kubernetes.status.trouble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One reason why something isn't ready.
 *
 * @param subject whose it is, for example {@code pod milvus-0}; empty if it is the object's own
 * @param why one line
 * @param log last lines of the container's log, if that helps
 */
public record Trouble(String subject, String why, Outlook outlook, List<String> log) {
  private static final int LOG_LINES = 10;

  public Trouble {
    why = Phrase.line(why);
    log = List.copyOf(log.subList(Math.max(0, log.size() - LOG_LINES), log.size()));
  }

  public static Trouble of(String subject, String why, Outlook outlook) {
    return new Trouble(subject, why, outlook, List.of());
  }

  /** The same with an outlook that is no worse than the given one. */
  public Trouble atWorst(Outlook worst) {
    return outlook.compareTo(worst) > 0 ? new Trouble(subject, why, worst, log) : this;
  }

  /** The first line: whose, and why. */
  public String headline() {
    return subject.isEmpty() ? why : subject + ": " + why;
  }

  /**
   * The worst first; what several subjects have in common is said once, of the first of them, with
   * their count.
   */
  public static List<Trouble> merged(List<Trouble> all) {
    Map<List<Object>, List<Trouble>> same = new LinkedHashMap<>();
    for (Trouble trouble : all) {
      same.computeIfAbsent(List.of(trouble.why, trouble.outlook), _ -> new ArrayList<>())
          .add(trouble);
    }
    return same.values().stream()
        .map(Trouble::once)
        .sorted(Comparator.comparing(Trouble::outlook).reversed())
        .toList();
  }

  private static Trouble once(List<Trouble> same) {
    Trouble told =
        same.stream()
            .filter(one -> !one.log.isEmpty())
            .min(Comparator.comparing(Trouble::subject))
            .orElseGet(
                () -> same.stream().min(Comparator.comparing(Trouble::subject)).orElseThrow());
    int others = same.size() - 1;
    String subject = others == 0 ? told.subject : told.subject + " and " + others + " more";
    return new Trouble(subject, told.why, told.outlook, told.log);
  }
}
