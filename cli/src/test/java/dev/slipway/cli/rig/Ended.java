package dev.slipway.cli.rig;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a command ended and what it told.
 *
 * @param code its exit code
 */
public record Ended(int code, List<String> out, List<String> err) {

  /** Every line of JSON on standard output. */
  public Stream<JsonNode> lines() {
    return out.stream().filter(line -> line.startsWith("{\"at\"")).map(Ended::parse);
  }

  private static JsonNode parse(String line) {
    try {
      return JsonMapper.shared().readTree(line);
    } catch (JacksonException e) {
      throw new AssertionError("no JSON: " + line, e);
    }
  }

  /** The events of a kind. */
  public Stream<JsonNode> events(String kind) {
    // What can't be such an event isn't parsed: this is asked again and again while a command runs.
    String mark = "\"event\":\"" + kind + "\"";
    return out.stream().filter(line -> line.contains(mark)).map(Ended::parse);
  }

  /** Whether there was an event of the kind about the resource. */
  public boolean told(String kind, String resource) {
    return events(kind).anyMatch(e -> e.at("/step/resource").asString("").equals(resource));
  }

  /** The problems that ended the command. */
  public List<JsonNode> problems() {
    return events("problem").map(event -> event.get("problem")).toList();
  }

  /** The codes of the problems that ended the command. */
  public List<String> codes() {
    return problems().stream().map(problem -> problem.get("code").asString()).toList();
  }

  /** What the problems say in full. */
  public String details() {
    return String.join(
        "\n", problems().stream().map(problem -> problem.get("detail").asString()).toList());
  }

  /** The state of a resource as the command {@code status} told it. */
  public JsonNode resource(String id) {
    return events("resource")
        .filter(event -> event.get("resource").asString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing told of " + id + "\n" + everything()));
  }

  /** The checks that passed. */
  public List<String> passed() {
    return events("check-ended")
        .filter(event -> event.get("result").asString().equals("passed"))
        .map(event -> event.get("check").asString())
        .toList();
  }

  /** Both streams as one JSON document, for a command that prints just one. */
  public JsonNode document() {
    return parse(String.join("\n", out));
  }

  /** All of it, for the message of a failed test. */
  public String everything() {
    return "exit code " + code + "\n" + String.join("\n", out) + "\n" + String.join("\n", err);
  }
}
