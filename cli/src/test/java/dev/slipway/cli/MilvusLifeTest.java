package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.FreePort;
import dev.slipway.cli.rig.Pymilvus;
import dev.slipway.cli.rig.Running;
import dev.slipway.cli.rig.Slipway;
import dev.slipway.cli.rig.StackFolder;
import dev.slipway.cli.rig.Until;
import dev.slipway.local.process.host.ProcessIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The life of one real Milvus from its first {@code up} to its last {@code down}, in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MilvusLifeTest {
  private static final String SERVER = "local.process/milvus-server";
  private static final String GATEWAY = "local.process/milvus-gateway";
  private static final String SUPERVISOR = "local.supervisor/stack";
  private static final String PYTHON = "local.python/milvus";

  private final int port = FreePort.find();
  private Path folder;
  private StackFolder stack;
  private Slipway slipway;

  @BeforeAll
  void prepare(@TempDir Path temporary) {
    folder = temporary;
    stack = StackFolder.in(folder, "sea");
    slipway = new Slipway("dev.slipway.cli.Main", folder, Map.of());
    write("keep");
  }

  @AfterAll
  void takeDown() {
    stack.close();
  }

  private void write(String data) {
    stack.write(
        """
        name: sea
        target: local
        milvus:
          data: %s
          port: %d
        """
            .formatted(data, port));
  }

  private Ended run(String command, String... options) {
    List<String> all = new java.util.ArrayList<>(List.of(options));
    all.add(stack.file().toString());
    return slipway.run(command, all.toArray(String[]::new));
  }

  @Test
  @Order(1)
  void upProvesThatItServes() {
    Ended up = run("up");
    assertThat(up.code()).as(up.everything()).isZero();
    assertThat(up.passed()).hasSize(13).contains("refuse a wrong password", "insert 3,000 rows");
    assertThat(up.out()).as("JSON lines").allMatch(line -> line.startsWith("{\"at\""));
    assertThat(up.events("outputs").findFirst().orElseThrow().at("/outputs/milvus.uri").asString())
        .isEqualTo("https://localhost:" + port);
  }

  @Test
  @Order(2)
  void aSecondUpChangesNothing() throws IOException {
    byte[] journal = Files.readAllBytes(stack.journal());
    List<ProcessIdentity> before = stack.processes(SERVER);
    Ended up = run("up");
    assertThat(up.code()).as(up.everything()).isZero();
    assertThat(Files.readAllBytes(stack.journal())).isEqualTo(journal);
    assertThat(stack.processes(SERVER)).hasSize(1).isEqualTo(before);

    Ended plan = run("plan");
    assertThat(plan.code()).isZero();
    assertThat(plan.events("planned").findFirst().orElseThrow().get("acting").asInt()).isZero();
  }

  @Test
  @Order(3)
  void tellsHowItFaresAndHowToReachIt() throws IOException {
    Ended status = run("status");
    assertThat(status.code()).as(status.everything()).isZero();
    assertThat(status.resources())
        .hasSize(10)
        .allMatch(resource -> resource.get("status").asString().equals("current"));

    JsonNode masked = run("outputs").document();
    assertThat(masked.propertyNames())
        .containsExactly(
            "milvus.uri", "milvus.user", "milvus.password", "milvus.ca-file", "milvus.server-name");
    String password = run("outputs", "--reveal").document().get("milvus.password").asString();
    assertThat(masked.get("milvus.password").asString()).isNotEqualTo(password);
    assertThat(Files.readString(stack.journal())).doesNotContain(password);
    assertThat(Files.readString(Path.of(masked.get("milvus.ca-file").asString())))
        .startsWith("-----BEGIN CERTIFICATE-----");

    Ended logs = run("logs", "--component", "milvus-server");
    assertThat(logs.code()).as(logs.everything()).isZero();
    assertThat(logs.events("log")).isNotEmpty();
    Ended none = run("logs", "--component", "milvus-sever");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.codes()).containsExactly("CLI-NO-COMPONENT");
  }

  @Test
  @Order(4)
  void theOfficialPythonClientGoesThroughItsOwnFlowAndAWrongPasswordIsRefused() throws Exception {
    Pymilvus python = Pymilvus.environment();
    python.run(Path.of("..", "build", "hello_milvus.py"), List.of(revealed()));
    python.run(resource("keep.py"), List.of(revealed(), "write"));
  }

  @Test
  @Order(5)
  void aMilvusThatIsKilledIsStartedAgain() {
    ProcessIdentity before = stack.processes(SERVER).getFirst();
    before.kill();
    Until.isTrue(
        () -> {
          Ended status = run("status");
          return status.code() == 0
              && status.resource(SERVER).at("/attributes/restarts").asInt() >= 1;
        },
        () -> "a restart\n" + run("status").everything());
    assertThat(stack.processes(SERVER)).hasSize(1).doesNotContain(before);
    Ended verify = run("verify");
    assertThat(verify.code()).as(verify.everything()).isZero();
    assertThat(verify.passed()).hasSize(13);
  }

  @Test
  @Order(6)
  void aServerWhoseCertificateIsOfAnotherAuthorityIsNotProven() throws Exception {
    Path authority = Path.of(run("outputs").document().get("milvus.ca-file").asString());
    byte[] before = Files.readAllBytes(authority);
    try {
      Files.write(authority, otherAuthority());
      Ended verify = run("verify");
      assertThat(verify.code()).as(verify.everything()).isEqualTo(4);
      assertThat(
              verify
                  .events("check-ended")
                  .filter(check -> check.get("result").asString().equals("failed"))
                  .map(check -> check.at("/problem/detail").asString()))
          .singleElement()
          .asString()
          .contains("No trusted TLS connection")
          .contains(authority.toString());
    } finally {
      Files.write(authority, before);
    }
    assertThat(run("verify").code()).isZero();
  }

  @Test
  @Order(7)
  void aSupervisorThatIsKilledIsReplacedAndNothingIsStartedTwice() {
    List<ProcessIdentity> servers = stack.processes(SERVER);
    List<ProcessIdentity> gateways = stack.processes(GATEWAY);
    stack.processes(SUPERVISOR).forEach(ProcessIdentity::kill);
    Until.isTrue(() -> stack.processes(SUPERVISOR).isEmpty(), () -> "no supervisor");
    Ended status = run("status");
    assertThat(status.code()).as(status.everything()).isEqualTo(4);

    Ended up = run("up");
    assertThat(up.code()).as(up.everything()).isZero();
    assertThat(stack.processes(SUPERVISOR)).hasSize(1);
    assertThat(stack.processes(SERVER)).isEqualTo(servers);
    assertThat(stack.processes(GATEWAY)).isEqualTo(gateways);
  }

  @Test
  @Order(8)
  void downLeavesTheDataThatIsToBeKeptAndNothingElse() {
    Ended down = run("down");
    assertThat(down.code()).as(down.everything()).isZero();
    assertThat(down.events("swept").findFirst().orElseThrow().get("removed").asBoolean()).isTrue();
    assertThat(stack.files())
        .contains("journal.jsonl", "milvus-data")
        .allMatch(file -> file.equals("journal.jsonl") || file.startsWith("milvus-data"));
    assertThat(StackFolder.listening(port)).isFalse();
    assertThat(List.of(SERVER, GATEWAY, SUPERVISOR)).allMatch(id -> stack.processes(id).isEmpty());
  }

  @Test
  @Order(9)
  void afterKillsInTheMiddleOfAnUpTheNextOneIsProvenAndServesTheKeptData() throws Exception {
    try (Running up = slipway.start("up", stack.file().toString())) {
      up.until("the environment", told -> told.told("step-progress", PYTHON));
      assertThat(up.signal("KILL").end().code()).isEqualTo(137);
    }
    try (Running up = slipway.start("up", stack.file().toString())) {
      up.until("the start", told -> told.told("step-waiting", SERVER));
      assertThat(up.signal("KILL").end().code()).isEqualTo(137);
    }
    Ended up = run("up");
    assertThat(up.code()).as(up.everything()).isZero();
    assertThat(up.passed()).hasSize(13);
    for (String id : List.of(SERVER, GATEWAY, SUPERVISOR)) {
      assertThat(stack.processes(id)).as(id).hasSize(1);
    }
    Pymilvus.environment().run(resource("keep.py"), List.of(revealed(), "read"));
  }

  @Test
  @Order(10)
  void downDeletesTheDataOnceTheStackFileSaysSo() {
    write("delete");
    Ended down = run("down");
    assertThat(down.code()).as(down.everything()).isZero();
    stack.assertGone();
    assertThat(StackFolder.listening(port)).isFalse();
    Ended again = run("down");
    assertThat(again.code()).as(again.everything()).isZero();
    stack.assertGone();
  }

  /** A file with the outputs in plaintext. */
  private String revealed() throws IOException {
    Path file = folder.resolve("outputs.json");
    Files.write(file, run("outputs", "--reveal").out());
    return file.toString();
  }

  private Path resource(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = MilvusLifeTest.class.getResourceAsStream(name)) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  private byte[] otherAuthority() throws IOException {
    try (InputStream in = MilvusLifeTest.class.getResourceAsStream("other-authority.pem")) {
      return in.readAllBytes();
    }
  }
}
