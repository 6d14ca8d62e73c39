package dev.slipway.local.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.engine.diagnostic.Diagnostic.Fault;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.local.directory.RecordingCall;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortHandlerTest {
  private static final ResourceId ID = new ResourceId(PortSpec.TYPE, "gateway");
  private static final PortSpec ANY = new PortSpec(Optional.empty());
  private static final String LISTEN =
      """
      import java.net.*;
      public class Listen {
        public static void main(String[] args) throws Exception {
          var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          System.out.println(socket.getLocalPort());
          System.in.read();
        }
      }
      """;

  private final PortHandler handler = new PortHandler();
  private final RecordingCall call = RecordingCall.of("t1");

  @Test
  void freePortsCanBeBoundAndNeverCollide() throws Exception {
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      int port = handler.create(ID, ANY, call).number();
      assertThat(given.add(port)).as("port %d is given once", port).isTrue();
    }
    int one = given.iterator().next();
    try (ServerSocket socket = new ServerSocket(one, 1, InetAddress.getLoopbackAddress())) {
      assertThat(socket.isBound()).isTrue();
    }
    given.forEach(port -> handler.delete(subject(Optional.empty()), new PortObserved(port), call));
  }

  @Test
  void aReservationIsWhatWasWrittenDown() {
    assertThat(handler.read(subject(Optional.empty()), call)).isEmpty();
    assertThat(handler.read(subject(Optional.of(Attributes.of("number", 19530))), call))
        .contains(new PortObserved(19530));
  }

  @Test
  void aFixedPortIsKnownBeforehandAndChangesByReplacement() {
    PortSpec fixed = new PortSpec(Optional.of(19530));

    assertThat(handler.predict(fixed).number("number")).contains(19530L);
    assertThat(handler.predict(ANY)).isEqualTo(Attributes.NONE);
    assertThat(handler.diff(fixed, new PortObserved(19530)).isEmpty()).isTrue();
    assertThat(handler.diff(ANY, new PortObserved(19530)).isEmpty()).isTrue();
    assertThat(handler.diff(fixed, new PortObserved(20001)).replaces()).isTrue();
  }

  @Test
  void aFixedPortThatIsFreeIsTaken() throws Exception {
    int free = LoopbackPorts.free().orElseThrow();

    assertThat(handler.create(ID, new PortSpec(Optional.of(free)), call).number()).isEqualTo(free);
    LoopbackPorts.release(free);
  }

  @Test
  void tellsWhoHoldsAPortAndHowToChooseAnother() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PortSpec taken = new PortSpec(Optional.of(socket.getLocalPort()));

      assertThatThrownBy(() -> handler.create(ID, taken, call))
          .isInstanceOfSatisfying(
              ProviderException.class,
              problem -> {
                assertThat(problem.retry()).isEqualTo(ProviderException.Retry.NEVER);
                assertThat(problem.first().code()).isEqualTo("PORT-IN-USE");
                assertThat(problem.first().fault()).isEqualTo(Fault.ENVIRONMENT);
                assertThat(problem.first().detail()).contains("Port " + socket.getLocalPort());
                assertThat(problem.first().fix()).contains("port:");
                if (Files.isDirectory(Path.of("/proc/self/fd"))) {
                  assertThat(problem.first().detail())
                      .contains("process " + ProcessHandle.current().pid() + " (")
                      .contains("java");
                }
              });
    }
  }

  @Test
  void aPortHeldByAProcessOfThisStackIsTheStacks() throws Exception {
    assumeTrue(
        Files.isReadable(Path.of("/proc/self/environ")),
        "needs /proc, which tells whose a process is");
    Path source = Files.createTempDirectory("listen").resolve("Listen.java");
    Files.writeString(source, LISTEN);
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                source.toString()));
    builder.environment().put("SLIPWAY_OWNER", call.owner());
    Process process = builder.start();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int port = Integer.parseInt(reader.readLine());
      PortSpec held = new PortSpec(Optional.of(port));

      assertThat(handler.create(ID, held, call).number()).isEqualTo(port);
      assertThatThrownBy(() -> handler.create(ID, held, new RecordingCall("other-9z", "t2", null)))
          .hasMessageContaining("PORT-IN-USE")
          .hasMessageContaining("process " + process.pid() + " (");
      LoopbackPorts.release(port);
    } finally {
      process.destroyForcibly().waitFor();
      Files.delete(source);
      Files.delete(source.getParent());
    }
  }

  private static Subject<PortSpec> subject(Optional<Attributes> last) {
    return new Subject<>(ID, Optional.of(ANY), last);
  }
}
