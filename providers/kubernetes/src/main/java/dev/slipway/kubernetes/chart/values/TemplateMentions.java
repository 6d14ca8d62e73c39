package dev.slipway.kubernetes.chart.values;

import dev.slipway.kubernetes.chart.source.ChartFiles;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which values the templates of a chart and its subcharts speak of. Charts read more than their
 * values.yaml holds: optional values stand there in comments, or nowhere.
 *
 * @param pairs names that follow each other, such as {@code proxy.volumes} of {@code
 *     .Values.proxy.volumes}
 * @param names those of which the templates don't tell what they are part of, such as {@code .host}
 *     or {@code index … "host"}
 * @param wholes pairs of what is taken as it is, such as {@code toYaml .Values.proxy.annotations}
 */
record TemplateMentions(Set<String> pairs, Set<String> names, Set<String> wholes) {
  private static final Pattern ACTION = Pattern.compile("\\{\\{(.*?)\\}\\}", Pattern.DOTALL);
  private static final Pattern CHAIN = Pattern.compile("(\\$\\w*)?((?:\\.\\w+)+)");
  private static final Pattern BY_TEXT =
      Pattern.compile("\\b(?:index|get|hasKey|dig|pluck|pick|omit)\\b");
  private static final Pattern TEXT = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern TAKES_WHOLE =
      Pattern.compile("\\b(?:toYaml|toJson|range|merge|mergeOverwrite|mustMerge)\\b");
  private static final String TOP = "Values";

  static TemplateMentions of(ChartFiles chart) {
    TemplateMentions mentions =
        new TemplateMentions(new HashSet<>(), new HashSet<>(), new HashSet<>());
    for (Map.Entry<String, byte[]> file : chart.files().entrySet()) {
      if (file.getKey().startsWith("templates/") || file.getKey().contains("/templates/")) {
        Matcher action = ACTION.matcher(new String(file.getValue(), StandardCharsets.UTF_8));
        while (action.find()) {
          mentions.read(action.group(1));
        }
      }
    }
    return mentions;
  }

  private void read(String action) {
    boolean whole = TAKES_WHOLE.matcher(action).find();
    Matcher chain = CHAIN.matcher(action);
    while (chain.find()) {
      String[] parts = chain.group(2).substring(1).split("\\.", -1);
      String variable = chain.group(1);
      if (variable == null || !variable.equals("$")) {
        names.add(parts[0]);
      }
      for (int i = 1; i < parts.length; i++) {
        pairs.add(parts[i - 1] + "." + parts[i]);
      }
      if (whole && parts.length > 1) {
        wholes.add(parts[parts.length - 2] + "." + parts[parts.length - 1]);
      }
    }
    if (BY_TEXT.matcher(action).find()) {
      Matcher text = TEXT.matcher(action);
      while (text.find()) {
        names.add(text.group(1));
      }
    }
  }

  /** Whether a template speaks of a key of the values at a path; the path is empty at the top. */
  boolean mention(String path, String key) {
    return names.contains(key) || pairs.contains(last(path) + "." + key);
  }

  /** Whether the map at a path goes into the objects as it is, so that it may hold any key. */
  boolean free(String path, Map<?, ?> defaults) {
    if (path.isEmpty()) {
      return false;
    }
    int dot = path.lastIndexOf('.');
    String above = dot < 0 ? "" : path.substring(0, dot);
    return wholes.contains(last(above) + "." + last(path))
        || defaults.keySet().stream().noneMatch(key -> mention(path, key.toString()));
  }

  private static String last(String path) {
    return path.isEmpty() ? TOP : path.substring(path.lastIndexOf('.') + 1);
  }
}
