package dev.slipway.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.event.Event;
import dev.slipway.engine.plan.PlanCodec;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.session.ResourceView;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonLines json =
      new JsonLines(
          new PrintStream(bytes, false, StandardCharsets.US_ASCII),
          Clock.fixed(Instant.parse("2026-11-21T10:20:30.005Z"), ZoneOffset.UTC));

  @Test
  void everyEventIsOneObjectOnALine() {
    Events.all().forEach(json::accept);
    json.problem(Events.TIMEOUT);

    Golden.check("events-json", text());
    assertThat(text()).matches("[\\p{ASCII}]*");
    List<JsonNode> lines = lines();
    assertThat(lines).hasSize(Events.all().size() + 1);
    assertThat(lines)
        .allMatch(line -> line.get("at").asString().equals("2026-11-21T10:20:30.005Z"));
    Set<String> kinds = new HashSet<>();
    lines.forEach(line -> kinds.add(line.get("event").asString()));
    assertThat(kinds).hasSize(Event.class.getPermittedSubclasses().length + 1);
  }

  @Test
  void textComesBackAsItWas() {
    json.accept(
        Events.progress(Events.create("local.process/milvus"), 0.5, "„half“ 🚢\n\u001b[1m"));

    assertThat(lines().getFirst().get("message").asString()).isEqualTo("„half“ 🚢\n\u001b[1m");
  }

  @Test
  void plannedPlanIsThatOfThePlanFile() {
    json.accept(new Event.Planned(Plans.of(Plans.keep(Plans.PORT, false))));

    JsonNode plan = lines().getFirst().get("plan");
    assertThat(JSON.writeValueAsString(plan))
        .isEqualTo(
            JSON.writeValueAsString(PlanCodec.encode(Plans.of(Plans.keep(Plans.PORT, false)))));
    assertThat(plan.get("steps").get(0).get("step").asString()).isEqualTo("keep local.port/milvus");
  }

  @Test
  void secretsAreNamedByTheirKeyAndFingerprintOnly() {
    json.accept(new Event.Planned(Plans.second()));

    assertThat(text()).contains("{\"$secret\":\"milvus-password\",\"fingerprint\":\"f0\"}");
  }

  @Test
  void statusAndLogAreLinesToo() {
    json.status(
        "quickstart",
        List.of(
            new ResourceView(
                Plans.PASSWORD,
                Status.failed("it is gone"),
                Attributes.of("secret", new Value.Secret<String>("password", "f0")))));
    json.log("milvus", "ready \u001b[0m");

    JsonNode resource = lines().getFirst().get("resources").get(0);
    assertThat(lines().getFirst().get("healthy").asBoolean()).isFalse();
    assertThat(resource.get("status").asString()).isEqualTo("failed");
    assertThat(resource.get("reason").asString()).isEqualTo("it is gone");
    assertThat(resource.get("attributes").get("secret").get("$secret").asString())
        .isEqualTo("password");
    assertThat(lines().getLast().get("line").asString()).isEqualTo("ready \u001b[0m");
  }

  @Test
  void problemTellsItsPlace() {
    json.accept(Events.all().getLast());

    JsonNode notice = lines().getFirst().get("notice");
    assertThat(notice.get("code").asString()).isEqualTo("APPLY-TIMEOUT");
    assertThat(notice.get("fault").asString()).isEqualTo("environment");
    assertThat(notice.get("line").asInt()).isEqualTo(4);
    assertThat(notice.get("column").asInt()).isEqualTo(3);
  }

  @Test
  void linesOfManyThreadsDontMix() throws Exception {
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> runs = new ArrayList<>();
      for (int t = 0; t < 16; t++) {
        runs.add(workers.submit(() -> Events.all().forEach(json::accept)));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    }
    assertThat(lines()).hasSize(16 * Events.all().size());
  }

  private String text() {
    return bytes.toString(StandardCharsets.US_ASCII);
  }

  private List<JsonNode> lines() {
    return text().lines().map(JSON::readTree).toList();
  }
}
