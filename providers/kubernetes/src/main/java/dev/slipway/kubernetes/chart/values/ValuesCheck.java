package dev.slipway.kubernetes.chart.values;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Nearest;
import dev.slipway.engine.diagnostic.Problems;
import dev.slipway.kubernetes.chart.source.ChartFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds values against a chart's own where it has no schema: a key that the chart neither has nor
 * speaks of, in a template or a comment, is likely misspelt. Maps that are empty in the chart, and
 * those that it takes as they are, may hold any key.
 */
public final class ValuesCheck {
  private static final Pattern COMMENTED = Pattern.compile("(?m)^\\s*#+\\s*([\\w./-]+):(?:\\s|$)");

  private final String release;
  private final ChartFiles chart;
  private final List<Diagnostic> notices = new ArrayList<>();
  private final Problems problems = new Problems();
  private Optional<TemplateMentions> mentions = Optional.empty();

  public ValuesCheck(String release, ChartFiles chart) {
    this.release = release;
    this.chart = chart;
  }

  /**
   * What is likely wrong but stops nothing.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException with every value of the wrong type
   */
  public List<Diagnostic> check(Map<String, Object> values) {
    chart(chart, chart.values(), values, new Place("", "", commented(chart)));
    problems.throwIfAny();
    return List.copyOf(notices);
  }

  /**
   * Where values are.
   *
   * @param shown before a key, as the user writes it
   * @param path within the chart that reads them, without a dot at its end
   * @param commented keys that stand in comments of that chart's values and of those above it
   */
  private record Place(String shown, String path, Set<String> commented) {
    Place below(String key) {
      return new Place(shown + key + ".", path.isEmpty() ? key : path + "." + key, commented);
    }
  }

  private void chart(
      ChartFiles chart, Map<String, Object> defaults, Map<?, ?> values, Place place) {
    if (chart.files().containsKey("values.schema.json") || defaults.isEmpty()) {
      return;
    }
    Map<String, Object> own = new HashMap<>(defaults);
    Map<Object, Object> mine = new HashMap<>(values);
    mine.remove("global");
    mine.remove("tags");
    Set<String> conditions = chart.conditions();
    for (String key : chart.subchartKeys()) {
      Object below = mine.remove(key);
      Optional<ChartFiles> subchart = chart.subchart(key);
      if (below instanceof Map<?, ?> map && subchart.isPresent()) {
        Map<Object, Object> rest = new HashMap<>(map);
        rest.keySet().removeIf(name -> conditions.contains(key + "." + name));
        Set<String> commented = new HashSet<>(place.commented());
        commented.addAll(commented(subchart.get()));
        chart(
            subchart.get(),
            merged(subchart.get().values(), own.get(key)),
            rest,
            new Place(place.shown() + key + ".", "", commented));
      }
    }
    map(own, mine, place);
  }

  private static Set<String> commented(ChartFiles chart) {
    return COMMENTED
        .matcher(chart.text("values.yaml").orElse(""))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private void map(Map<?, ?> defaults, Map<?, ?> values, Place place) {
    values.forEach(
        (name, value) -> {
          String key = name.toString();
          if (defaults.containsKey(key)) {
            value(defaults.get(key), value, place.below(key));
          } else if (!known(defaults, key, place)) {
            notices.add(unknown(defaults, key, place.shown()));
          }
        });
  }

  /** Whether a chart takes a key that its values don't have. */
  private boolean known(Map<?, ?> defaults, String key, Place place) {
    if (mentions.isEmpty()) {
      mentions = Optional.of(TemplateMentions.of(chart));
    }
    TemplateMentions templates = mentions.get();
    return place.commented().contains(key)
        || templates.mention(place.path(), key)
        || templates.mention(place.shown().replaceFirst("[.]$", ""), key)
        || templates.free(place.path(), defaults);
  }

  private void value(Object byDefault, Object value, Place place) {
    String path = place.shown().substring(0, place.shown().length() - 1);
    boolean wantsMap = byDefault instanceof Map<?, ?> map && !map.isEmpty();
    boolean wantsScalar =
        byDefault instanceof Number
            || byDefault instanceof Boolean
            || (byDefault instanceof String text && !text.isEmpty());
    if (wantsMap && value instanceof Map<?, ?> map) {
      map((Map<?, ?>) byDefault, map, place);
    } else if (wantsMap && value != null) {
      problems.add(wrong(path, "a map", value));
    } else if (wantsScalar && value instanceof Map<?, ?>) {
      problems.add(wrong(path, "a single value such as '" + byDefault + "'", value));
    }
  }

  private Diagnostic unknown(Map<?, ?> defaults, String key, String path) {
    List<String> known = defaults.keySet().stream().map(Object::toString).sorted().toList();
    return Diagnostic.user(
        "CHART-VALUE-UNKNOWN",
        "A chart doesn't know a value",
        "The values of the release %s hold '%s%s', which the chart %s %s doesn't have."
            .formatted(release, path, key, chart.name(), chart.version()),
        Nearest.to(key, known)
            .map(near -> "Did you mean '" + path + near + "'?")
            .orElse("Remove it, or look at the chart's values.yaml for what was meant."));
  }

  private Diagnostic wrong(String path, String wanted, Object value) {
    String what =
        switch (value) {
          case Map<?, ?> _ -> "a map";
          case List<?> _ -> "a list";
          default -> "a single value";
        };
    return Diagnostic.user(
        "CHART-VALUES-WRONG",
        "A chart doesn't take a value",
        "In the values of the release %s, '%s' is %s, but in the chart %s %s it is %s."
            .formatted(release, path, what, chart.name(), chart.version(), wanted),
        "Change the value. The chart's values.yaml shows what it takes.");
  }

  private static Map<String, Object> merged(Map<String, Object> defaults, Object over) {
    Map<String, Object> merged = new HashMap<>(defaults);
    if (over instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) ->
              merged.merge(
                  key.toString(),
                  value == null ? "" : value,
                  (a, b) -> a instanceof Map<?, ?> ? b instanceof Map<?, ?> ? both(a, b) : a : b));
    }
    return merged;
  }

  @SuppressWarnings("unchecked") // every map that was read has text keys
  private static Object both(Object defaults, Object over) {
    return merged((Map<String, Object>) defaults, over);
  }
}
