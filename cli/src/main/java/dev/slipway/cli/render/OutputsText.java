package dev.slipway.cli.render;

import dev.slipway.engine.stack.Launch.Guide;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the user of a stack needs to know to reach it.
 *
 * @param reveal whether sensitive outputs are shown in plaintext
 */
public record OutputsText(Terminal terminal, boolean reveal) {
  /** What stands for a sensitive output's value in JSON, whatever its length. */
  public static final String JSON_MASK = "********";

  private static final String REVEAL = "slipway outputs --get ";
  private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}\\s]+)\\s*\\}\\}");

  /** A line an output, values aligned; a line end after each. */
  public String render(List<ShownOutput> outputs) {
    int names = outputs.stream().mapToInt(output -> Width.of(output.name())).max().orElse(0);
    Glyphs glyphs = Glyphs.of(terminal);
    StringBuilder text = new StringBuilder();
    for (ShownOutput output : outputs) {
      text.append(Style.of(terminal).bold(Width.pad(output.name(), names)))
          .append("  ")
          .append(masked(output) ? glyphs.mask() : Printable.line(output.value()))
          .append('\n');
    }
    return text.toString();
  }

  /**
   * One flat JSON object with a line end: every output's name with its value as a string, masked as
   * {@link #JSON_MASK}.
   */
  public String json(List<ShownOutput> outputs) {
    Map<String, String> object = new LinkedHashMap<>();
    outputs.forEach(
        output -> object.put(output.name(), masked(output) ? JSON_MASK : output.value()));
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(object)
        + "\n";
  }

  /**
   * How to connect: each guide under its title, with <code>{{name}}</code> replaced by the output;
   * a masked one by the command that reveals it.
   */
  public String guides(List<Guide> guides, List<ShownOutput> outputs) {
    StringBuilder text = new StringBuilder();
    for (Guide guide : guides) {
      text.append(text.isEmpty() ? "" : "\n");
      text.append(Style.of(terminal).bold("Connect from " + guide.title() + ":")).append('\n');
      filled(guide.text(), outputs)
          .stripTrailing()
          .lines()
          .forEach(line -> text.append(line.isBlank() ? "" : "  " + line).append('\n'));
    }
    return text.toString();
  }

  private String filled(String text, List<ShownOutput> outputs) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    outputs.stream()
                        .filter(output -> output.name().equals(place.group(1)))
                        .findFirst()
                        .map(output -> masked(output) ? REVEAL + output.name() : output.value())
                        .orElse(place.group())));
  }

  private boolean masked(ShownOutput output) {
    return output.sensitive() && !reveal;
  }
}
