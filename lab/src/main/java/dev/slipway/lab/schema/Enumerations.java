package dev.slipway.lab.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The only texts that fields may hold. The published OpenAPI files leave them out; servers tell
 * them, from the generated source that is read here.
 */
final class Enumerations {
  private static final Pattern TYPE =
      Pattern.compile("func schema_\\w*?_?([^_]+_[^_]+_[^_]+)\\(.*");
  private static final Pattern FIELD = Pattern.compile("\t{5}\"(\\w+)\": \\{");
  private static final Pattern VALUES = Pattern.compile("(\t+)Enum: +\\[]interface\\{}\\{(.*)},");
  private static final Pattern VALUE = Pattern.compile("\"([^\"]*)\"");
  private static final int DEPTH_OF_FIELD = 7;

  private record Values(boolean ofItems, String word) {}

  private final Map<String, Values> byField = new HashMap<>();

  private Enumerations() {}

  static Enumerations read(Path sources) throws IOException {
    Enumerations enumerations = new Enumerations();
    String type = "";
    String field = "";
    for (String line :
        Files.readAllLines(sources.resolve("pkg/generated/openapi/zz_generated.openapi.go"))) {
      Matcher matcher = TYPE.matcher(line);
      if (matcher.matches()) {
        type = matcher.group(1);
      } else if (matcher.usePattern(FIELD).matches()) {
        field = matcher.group(1);
      } else if (matcher.usePattern(VALUES).matches()) {
        String values =
            VALUE
                .matcher(matcher.group(2))
                .results()
                .map(match -> match.group(1))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining("|", "s(", ")"));
        enumerations.byField.put(
            type + "." + field, new Values(matcher.group(1).length() > DEPTH_OF_FIELD, values));
      }
    }
    return enumerations;
  }

  /** The field's word, with the texts that it may hold. */
  String apply(String type, String field, String word) {
    String[] parts = type.split("\\.", -1);
    int last = parts.length - 1;
    Values values =
        byField.get(parts[last - 2] + "_" + parts[last - 1] + "_" + parts[last] + "." + field);
    if (values == null || !word.endsWith("s")) {
      return word;
    }
    return values.ofItems() == word.startsWith("[")
        ? word.substring(0, word.length() - 1) + values.word()
        : word;
  }
}
