package dev.slipway.lab.lifecycle;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static dev.slipway.lab.cloud.Draft.fixed;
import static dev.slipway.lab.cloud.Draft.graph;
import static dev.slipway.lab.cloud.Draft.plain;
import static dev.slipway.lab.cloud.Draft.secret;
import static dev.slipway.lab.cloud.Draft.slow;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.journal.Journal;
import dev.slipway.engine.plan.PlanCodec;
import dev.slipway.lab.power.Power;
import dev.slipway.lab.rig.Rig;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the journal survives, and what never stands in it. */
final class JournalTest {
  private static final Graph WANTED =
      graph(
          plain("net"),
          secret("key"),
          slow("db").needs("sim.plain/net").zoneOf("sim.secret/key#secret"),
          fixed("disk").zoneOf("sim.plain/net#id"));

  private final Rig rig = new Rig();

  @Test
  void dropsATornLastLineAndSaysSo() {
    rig.up(WANTED);
    byte[] whole = rig.disk().bytes();
    for (int cut = 1; cut < 120; cut++) {
      byte[] left = Arrays.copyOf(whole, whole.length - cut);
      rig.disk().replace(left);
      Journal journal = rig.journal(Power.steady());
      Assertions.assertThat(journal.notice().map(Diagnostic::code))
          .isEqualTo(
              left[left.length - 1] == '\n' ? Optional.empty() : Optional.of("JOURNAL-TORN"));
    }
    assertThat(rig.up(WANTED)).isClean();
    assertThat(rig.cloud()).holdsExactly(WANTED).sawNoViolation();
    assertThat(rig.plan(WANTED)).changesNothing();
  }

  @Test
  void refusesADamagedMiddleLineWithItsNumber() {
    rig.up(WANTED);
    String[] lines = rig.disk().text().lines().toArray(String[]::new);
    lines[3] = lines[3].replaceFirst("started|finished", "smarted");
    rig.disk().replace((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));

    Assertions.assertThatExceptionOfType(DiagnosticException.class)
        .isThrownBy(() -> rig.plan(WANTED))
        .satisfies(
            thrown -> {
              Assertions.assertThat(thrown.first().code()).isEqualTo("JOURNAL-DAMAGED");
              Assertions.assertThat(thrown.first().location().orElseThrow().line()).isEqualTo(4);
              Assertions.assertThat(thrown.first().fix()).contains("slipway repair");
            });
  }

  @Test
  void refusesAJournalThatLacksTheBeginningOfACall() {
    rig.up(graph(plain("a")));
    String[] lines = rig.disk().text().lines().toArray(String[]::new);
    rig.disk()
        .replace(
            (lines[0] + "\n" + lines[1] + "\n" + lines[3] + "\n").getBytes(StandardCharsets.UTF_8));

    Assertions.assertThatExceptionOfType(DiagnosticException.class)
        .isThrownBy(() -> rig.plan(WANTED))
        .withMessageContaining("JOURNAL-DAMAGED")
        .withMessageContaining("Line 3");
  }

  @Test
  void goesOnAfterAFullDiskAtAnyEntry() {
    boolean failed = true;
    for (int append = 0; failed; append++) {
      Rig full = new Rig(append);
      full.disk().failAppend(append);
      failed = false;
      try {
        full.up(WANTED);
      } catch (DiagnosticException e) {
        failed = true;
        Assertions.assertThat(e.first().code()).isEqualTo("JOURNAL-UNWRITABLE");
        Assertions.assertThat(e.first().detail()).contains("No space left on device");
      }
      full.disk().failAppend(-1);
      assertThat(full.up(WANTED)).isClean();
      assertThat(full.cloud()).holdsExactly(WANTED).sawNoViolation();
      assertThat(full.down()).isClean();
      assertThat(full.cloud()).isEmpty();
    }
  }

  @Test
  void holdsNoSecretAndNeitherDoPlansAndEvents() {
    String plans = JsonMapper.shared().writeValueAsString(PlanCodec.encode(rig.plan(WANTED)));
    rig.up(WANTED);
    Graph edited = graph(secret("key").size("large"), slow("db").zoneOf("sim.secret/key#secret"));
    plans += JsonMapper.shared().writeValueAsString(PlanCodec.encode(rig.plan(edited)));
    rig.up(edited);
    plans += JsonMapper.shared().writeValueAsString(PlanCodec.encode(rig.plan(Graph.EMPTY)));

    Assertions.assertThat(rig.cloud().secrets().plaintexts()).isNotEmpty();
    for (String plaintext : rig.cloud().secrets().plaintexts()) {
      Assertions.assertThat(rig.disk().text()).doesNotContain(plaintext);
      Assertions.assertThat(plans).doesNotContain(plaintext);
      Assertions.assertThat(rig.events().toString()).doesNotContain(plaintext);
    }
    Assertions.assertThat(rig.disk().text()).contains("\"$secret\":\"key\"");
  }

  @Test
  void isFoundAgainFromTheCloudWhenItIsLostWholly() {
    rig.up(WANTED);
    rig.disk().replace(new byte[0]);
    int changes = rig.cloud().changes();

    assertThat(rig.plan(WANTED)).keeps("sim.plain/net").keeps("sim.slow/db").acts(4);
    assertThat(rig.up(WANTED)).isClean();

    Assertions.assertThat(rig.cloud().changes()).isEqualTo(changes);
    assertThat(rig.plan(WANTED)).changesNothing();
    assertThat(rig.down()).isClean();
    assertThat(rig.cloud()).isEmpty().sawNoViolation();
  }
}
