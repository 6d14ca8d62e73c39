package dev.slipway.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.event.Event;
import dev.slipway.engine.plan.Drift;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.session.ResourceView;
import dev.slipway.engine.stack.Launch.Guide;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.engine.verify.Report;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsTest {
  private static final List<ShownOutput> OUTPUTS =
      List.of(
          new ShownOutput("milvus.uri", "https://localhost:19530", false),
          new ShownOutput("milvus.user", "root", false),
          new ShownOutput("milvus.password", "s3cr3t", true),
          new ShownOutput("milvus.ca-file", "/srv/ca.pem", false));
  private static final Guide GUIDE =
      new Guide(
          "Python",
          """
          from pymilvus import MilvusClient

          client = MilvusClient(
              uri="{{milvus.uri}}",
              token="{{ milvus.user }}:{{milvus.password}}",
              other="{{milvus.other}}")
          """);
  private static final List<Leftover> LEFT =
      List.of(
          new Leftover("process", "4711 (python3)", "it ignores SIGTERM → still runs"),
          new Leftover("port", "19530", "held by process 4711"));

  @Test
  void proofIsATableAndAVerdict() {
    Golden.check("proof", new ReportText(Terminals.PLAIN).render(Events.proven()));
    Golden.check("proof-failed", new ReportText(Terminals.PLAIN).render(Events.failed()));
    Golden.check("proof-coloured", new ReportText(Terminals.COLOURED).render(Events.failed()));
    Golden.check("proof-narrow", new ReportText(Terminals.NARROW).render(Events.failed()));
    Golden.check("proof-ascii", new ReportText(Terminals.ASCII).render(Events.failed()));
  }

  @Test
  void proofNamesEverySystemAndNothingIsNoProof() {
    assertThat(new ReportText(Terminals.PLAIN).verdict(Events.proven()))
        .isEqualTo("Proven: milvus serves (3 checks in 1.9 s).\n");
    assertThat(new ReportText(Terminals.PLAIN).verdict(new Report(List.of(), Duration.ZERO)))
        .isEqualTo("NOT PROVEN: there was nothing to check.\n");
    assertThat(ReportText.problems(Events.failed())).hasSize(1);
  }

  @Test
  void outputsAreAlignedAndSecretsMasked() {
    Golden.check("outputs", new OutputsText(Terminals.PLAIN, false).render(OUTPUTS));
    Golden.check("outputs-ascii", new OutputsText(Terminals.ASCII, false).render(OUTPUTS));
    Golden.check("outputs-revealed", new OutputsText(Terminals.PLAIN, true).render(OUTPUTS));
    assertThat(OUTPUTS.toString()).doesNotContain("s3cr3t");
  }

  @Test
  void outputsAsJsonAreOneFlatObject() {
    String masked = new OutputsText(Terminals.PLAIN, false).json(OUTPUTS);
    String revealed = new OutputsText(Terminals.PLAIN, true).json(OUTPUTS);

    JsonNode object = JsonMapper.builder().build().readTree(masked);
    assertThat(object.propertyNames())
        .containsExactly("milvus.uri", "milvus.user", "milvus.password", "milvus.ca-file");
    assertThat(object.get("milvus.password").asString()).isEqualTo(OutputsText.JSON_MASK);
    assertThat(JsonMapper.builder().build().readTree(revealed).get("milvus.password").asString())
        .isEqualTo("s3cr3t");
    Golden.check("outputs-json", masked);
  }

  @Test
  void guidesAreFilledIn() {
    String masked = new OutputsText(Terminals.PLAIN, false).guides(List.of(GUIDE, GUIDE), OUTPUTS);

    Golden.check("guides", masked);
    assertThat(masked).doesNotContain("s3cr3t");
    assertThat(new OutputsText(Terminals.PLAIN, true).guides(List.of(GUIDE), OUTPUTS))
        .contains("token=\"root:s3cr3t\"");
  }

  @Test
  void removalIsProvenOrEachLeftoverNamed() {
    SweptText text = new SweptText(Terminals.PLAIN);

    assertThat(text.render(List.of(), List.of("process", "port", "file"), List.of()))
        .isEqualTo("Removed: no process, no port, no file is left.\n");
    assertThat(text.render(List.of(), List.of(), List.of()))
        .isEqualTo("Removed: nothing of the stack is left.\n");
    Golden.check(
        "swept-kept",
        text.render(
            List.of(),
            List.of("process", "port", "file"),
            List.of("/srv/data (local.directory/data)")));
    Golden.check("swept-left", text.render(LEFT, List.of("process"), List.of()));
    Golden.check(
        "swept-left-coloured",
        new SweptText(Terminals.COLOURED).render(LEFT, List.of(), List.of()));
  }

  @Test
  void statusNamesEachResourceAndWhyItIsNotHealthy() {
    List<ResourceView> resources =
        List.of(
            new ResourceView(Plans.PORT, Status.CURRENT, Attributes.of("number", 19530L)),
            new ResourceView(Plans.PROCESS, Status.CURRENT, Attributes.of("restarts", 2L)),
            new ResourceView(Plans.SUPERVISOR, Status.failed("it died → 3 times"), Attributes.NONE),
            new ResourceView(Plans.PYTHON, Status.inProgress("it is made"), Attributes.NONE),
            new ResourceView(Plans.DATA, Status.NOT_FOUND, Attributes.NONE));

    Golden.check("status", new StatusText(Terminals.PLAIN).render("quickstart", resources));
    Golden.check(
        "status-coloured", new StatusText(Terminals.COLOURED).render("quickstart", resources));
    assertThat(new StatusText(Terminals.PLAIN).render("quickstart", resources.subList(0, 2)))
        .endsWith("quickstart: 2 of 2 resources are healthy.\n");
  }

  @Test
  void driftGoesFromWhatWasMadeToWhatIsThere() {
    List<Drift> drifts =
        List.of(
            new Drift.Changed(
                Plans.PROCESS,
                new Diff(
                    List.of(
                        new FieldChange("restart.limit", 9L, 5L, false),
                        new FieldChange("program", "/tmp/other", FieldChange.UNSET, true)))),
            new Drift.Gone(Plans.DATA),
            new Drift.Foreign(Plans.PYTHON));

    Golden.check("drift", new DriftText(Terminals.PLAIN).render("quickstart", 7, drifts));
    Golden.check(
        "drift-coloured", new DriftText(Terminals.COLOURED).render("quickstart", 7, drifts));
    assertThat(new DriftText(Terminals.PLAIN).render("quickstart", 7, List.of()))
        .isEqualTo("quickstart: nothing has changed without Slipway (7 resources).\n");
  }

  @Test
  void resultsAndProgressShareATerminal() {
    Golden.check("all-in-one", story(false));
    Golden.check("all-in-one-quiet", story(true));
  }

  private static String story(boolean quiet) {
    Screen screen = new Screen(100, 24);
    try (TextEvents events =
        new TextEvents(
            screen.stream(), Terminals.MOVING, screen.stream(), Terminals.MOVING, quiet, false)) {
      Events.all().forEach(events::accept);
      events.accept(new Event.Verified(Events.proven()));
      events.accept(new Event.Swept(List.of()));
    }
    assertThat(screen.cursorShown()).isTrue();
    return screen.text();
  }
}
