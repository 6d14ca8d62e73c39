package dev.slipway.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The diagnostic codes that the sources hold. */
final class Codes {
  static final String FORM = "[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+";

  /** A code is always followed by its summary. */
  private static final Pattern IN_JAVA =
      Pattern.compile("\"(" + FORM + ")\",\\s*\"((?:[^\"\\\\]|\\\\.)+)\"");

  private static final Pattern FAULT =
      Pattern.compile("Diagnostic\\s*\\.(user|environment|unproven|bug)\\(\\s*$");
  private static final Pattern IN_LAUNCHER = Pattern.compile("error\\[(" + FORM + ")]");

  private Codes() {}

  /**
   * One code.
   *
   * @param summary empty if it isn't written in one piece
   * @param fault as the factory method is called; empty if another method calls it
   * @param files that hold it
   */
  record Code(String code, Optional<String> summary, Optional<String> fault, List<String> files) {}

  /** Every code, by itself. */
  static Map<String, Code> all() {
    Map<String, Code> all = new TreeMap<>();
    for (Path file : Repository.mainSources()) {
      String path = Repository.ROOT.relativize(file).toString();
      String text = Repository.text(file);
      Matcher matcher = IN_JAVA.matcher(text);
      while (matcher.find()) {
        Matcher fault = FAULT.matcher(text.substring(0, matcher.start()));
        add(
            all,
            new Code(
                matcher.group(1),
                Optional.of(matcher.group(2)),
                fault.find() ? Optional.of(fault.group(1)) : Optional.empty(),
                List.of(path)));
      }
    }
    Matcher matcher = IN_LAUNCHER.matcher(Repository.text("slipway"));
    while (matcher.find()) {
      add(all, new Code(matcher.group(1), Optional.empty(), Optional.empty(), List.of("slipway")));
    }
    return all;
  }

  private static void add(Map<String, Code> all, Code code) {
    all.merge(
        code.code(),
        code,
        (one, other) ->
            new Code(
                one.code(),
                one.summary(),
                one.fault(),
                Stream.concat(one.files().stream(), other.files().stream()).distinct().toList()));
  }
}
