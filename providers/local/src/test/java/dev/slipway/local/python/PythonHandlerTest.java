package dev.slipway.local.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ProviderException.Retry;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.local.directory.FolderTree;
import dev.slipway.local.directory.RecordingCall;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the machine's own Python and pip. */
class PythonHandlerTest {
  private static final ResourceId ID = new ResourceId(PythonSpec.TYPE, "tiny");

  @TempDir Path machine;

  private final Map<String, String> variables = new HashMap<>(System.getenv());
  private final RecordingCall call = RecordingCall.of("t1");
  private Path stack;
  private TinyIndex index;
  private PythonSpec spec;

  @BeforeEach
  void start() throws Exception {
    stack = machine.resolve("stack");
    index = new TinyIndex();
    spec = new PythonSpec(TinyIndex.pin("1.0"), "3.10");
    variables.keySet().removeIf(name -> name.startsWith("PIP_"));
    variables.put("PIP_INDEX_URL", index.url());
    variables.put("PIP_CONFIG_FILE", "/dev/null");
    variables.put("NO_PROXY", "127.0.0.1");
    variables.put("XDG_CACHE_HOME", machine.resolve("cache").toString());
    try {
      new InterpreterSearch(variables).find(PythonVersion.parse("3.10"));
    } catch (ProviderException missing) {
      assumeTrue(false, "needs Python 3.10 or newer with venv: " + missing.first().detail());
    }
  }

  @AfterEach
  void stop() throws Exception {
    AbandonedBuilds.end(call.owner(), ID);
    index.close();
    FolderTree.delete(stack);
    FolderTree.delete(machine.resolve("other"));
  }

  @Test
  void makesAnEnvironmentThatRunsThePinnedPackages() throws Exception {
    PythonObserved made = handler().create(ID, spec, call);

    assertThat(run(made.bin().resolve("tiny"))).isEqualTo("1.0");
    assertThat(made.folder()).startsWith(stack.resolve("python/tiny"));
    assertThat(made.attributes().text("python")).contains(made.bin().resolve("python").toString());
    assertThat(made.attributes().text("version")).contains(made.version());
    assertThat(call.messages()).contains("downloading tiny 1.0 (1 of 1)");
    assertThat(read()).contains(made);
    assertThat(handler().diff(spec, made).isEmpty()).isTrue();
    assertThat(handler().status(made)).isEqualTo(Status.CURRENT);
  }

  @Test
  void packagesThatWereDownloadedOnceAreNotDownloadedAgain() throws Exception {
    handler().create(ID, spec, call);
    int requests = index.requests();

    PythonObserved again =
        new PythonHandler(machine.resolve("other"), variables).create(ID, spec, call);

    assertThat(index.requests()).isEqualTo(requests);
    assertThat(run(again.bin().resolve("tiny"))).isEqualTo("1.0");
  }

  @Test
  void aDamagedPackageInTheCacheIsDownloadedAgain() throws Exception {
    handler().create(ID, spec, call);
    Path wheel = WheelCache.of(variables).folder().resolve("tiny-1.0-py3-none-any.whl");
    byte[] whole = Files.readAllBytes(wheel);
    Files.write(wheel, new byte[7]);

    handler().create(ID, spec, RecordingCall.of("t2"));

    assertThat(wheel).hasBinaryContent(whole);
  }

  @Test
  void aRepeatedStepMakesNothingTwice() throws Exception {
    PythonObserved made = handler().create(ID, spec, call);
    Files.writeString(made.folder().resolve("witness"), "");

    PythonObserved again = handler().create(ID, spec, RecordingCall.of("t1"));

    assertThat(again).isEqualTo(made);
    assertThat(made.folder().resolve("witness")).exists();
  }

  @Test
  void whatACrashLeftIsNotFoundAndClearedAway() throws Exception {
    Path remains = Files.createDirectories(stack.resolve("python/tiny/0123456789ab/bin"));
    Files.writeString(remains.resolve("python"), "half");
    Process abandoned = abandonedBuild();

    assertThat(read()).isEmpty();
    PythonObserved made = handler().create(ID, spec, call);

    assertThat(abandoned.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(made.folder().getParent().toFile().list())
        .containsExactlyInAnyOrder(made.folder().getFileName().toString(), "build.log");
  }

  @Test
  void aRemovalSweepsWhatACrashLeft() throws Exception {
    Files.createDirectories(stack.resolve("python/tiny/0123456789ab/bin"));
    assertThat(handler().leftovers()).isNotEmpty();

    handler().sweep(call);

    assertThat(handler().leftovers()).isEmpty();
    assertThat(stack).isEmptyDirectory();
  }

  @Test
  void otherRequirementsAreBuiltBesideAndThenTakeThePlace() throws Exception {
    PythonObserved made = handler().create(ID, spec, call);
    PythonSpec newer = new PythonSpec(TinyIndex.pin("2.0"), "3.10");
    var diff = handler().diff(newer, made);

    assertThat(diff.fields()).singleElement().matches(field -> field.path().equals("requirements"));
    assertThat(handler().stable(newer, made, diff)).isEqualTo(Attributes.NONE);
    PythonObserved changed = handler().update(ID, newer, made, RecordingCall.of("t2"));

    assertThat(run(changed.bin().resolve("tiny"))).isEqualTo("2.0");
    assertThat(changed.folder()).isNotEqualTo(made.folder());
    assertThat(made.folder()).doesNotExist();
  }

  @Test
  void aFailedChangeLeavesTheOldEnvironmentInUse() throws Exception {
    PythonObserved made = handler().create(ID, spec, call);
    index.tamper();
    PythonSpec newer = new PythonSpec(TinyIndex.pin("2.0"), "3.10");

    assertRefused(
        () -> handler().update(ID, newer, made, RecordingCall.of("t2")),
        "PYTHON-HASH-MISMATCH",
        Retry.NEVER);

    assertThat(run(made.bin().resolve("tiny"))).isEqualTo("1.0");
    assertThat(read()).contains(made);
  }

  @Test
  void anInterpreterThatIsGoneFailsAndIsMadeGoodByAnUpdate() throws Exception {
    PythonObserved made = handler().create(ID, spec, call);
    Path python = made.bin().resolve("python");
    Files.delete(python);
    Files.createSymbolicLink(python, Path.of("/nowhere/python3.9"));

    PythonObserved broken = read().orElseThrow();
    assertThat(handler().status(broken)).isInstanceOf(Status.Failed.class);
    assertThat(handler().diff(spec, broken).fields())
        .singleElement()
        .matches(field -> field.path().equals("interpreter"));

    PythonObserved healed = handler().update(ID, spec, broken, RecordingCall.of("t2"));
    assertThat(run(healed.bin().resolve("tiny"))).isEqualTo("1.0");
  }

  @Test
  void aRegistryThatIsNotThereMayComeBack() throws Exception {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      variables.put("PIP_INDEX_URL", "http://127.0.0.1:" + closed.getLocalPort() + "/simple");
    }
    variables.put("PIP_RETRIES", "0");

    assertRefused(
        () -> handler().create(ID, spec, call), "PYTHON-REGISTRY-UNREACHABLE", Retry.BACKOFF);
    assertThat(stack.resolve("python/tiny").toFile().list()).containsExactly("build.log");
  }

  @Test
  void aRegistryThatIsOverloadedMayRecover() {
    index.fail();
    variables.put("PIP_RETRIES", "0");

    assertRefused(
        () -> handler().create(ID, spec, call), "PYTHON-REGISTRY-UNREACHABLE", Retry.BACKOFF);
  }

  @Test
  void aPackageThatTheRegistryDoesNotHaveIsNamed() throws Exception {
    PythonSpec absent = new PythonSpec(TinyIndex.pin("1.0").replace("==1.0", "==3.0"), "3.10");

    assertRefused(() -> handler().create(ID, absent, call), "PYTHON-NO-DISTRIBUTION", Retry.NEVER);
    assertThatThrownBy(() -> handler().create(ID, absent, call)).hasMessageContaining("tiny==3.0");
  }

  @Test
  void stopsWhenTheUserAsksAndLeavesNoProcess() throws Exception {
    index.stall();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<PythonObserved> creation = () -> handler().create(ID, spec, call);
      var running = executor.submit(creation);
      index.awaitStalled();
      call.cancel();

      assertThatThrownBy(() -> running.get(30, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("PYTHON-INSTALL-CANCELLED");
    }
    assertThat(AbandonedBuilds.find(call.owner(), ID)).isEmpty();
    assertThat(read()).isEmpty();
  }

  @Test
  void serviceableWithoutAPipInTheBaseInterpreter() throws Exception {
    Interpreter real = new InterpreterSearch(variables).find(PythonVersion.parse("3.10"));
    assumeTrue(real.ensurepip(), "needs Python's module ensurepip");
    Path script = machine.resolve("bin/python3");
    FakePython.script(
        script,
        """
        case "$*" in
        *find_spec*) cat <<'END'
        executable=%s
        version=%s
        venv=True
        ensurepip=True
        platform=%s
        END
        ;;
        *) exec %s "$@" ;;
        esac
        """
            .formatted(script, real.version(), real.platform(), real.executable()));
    variables.put("SLIPWAY_PYTHON", script.toString());

    assertThat(run(handler().create(ID, spec, call).bin().resolve("tiny"))).isEqualTo("1.0");
  }

  @Test
  void removalLeavesNoFile() {
    PythonObserved made = handler().create(ID, spec, call);

    handler().delete(subject(), made, call);
    handler().delete(subject(), made, call);

    assertThat(stack).isEmptyDirectory();
    assertThat(read()).isEmpty();
  }

  @Test
  void anotherStacksEnvironmentIsNotTouched() {
    PythonObserved made = handler().create(ID, spec, call);
    RecordingCall other = new RecordingCall("other-9z", "t9", null);

    assertThat(handler().read(subject(), other).orElseThrow().ownership())
        .isEqualTo(Ownership.FOREIGN);
    assertRefused(() -> handler().create(ID, spec, other), "PYTHON-NOT-OURS", Retry.NEVER);
    assertThat(made.folder()).isDirectory();
  }

  private Process abandonedBuild() throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sleep", "600");
    builder.environment().putAll(AbandonedBuilds.mark(call.owner(), ID));
    return builder.start();
  }

  private PythonHandler handler() {
    return new PythonHandler(stack, variables);
  }

  private Optional<PythonObserved> read() {
    return handler().read(subject(), call);
  }

  private Subject<PythonSpec> subject() {
    return new Subject<>(ID, Optional.of(spec), Optional.empty());
  }

  private static void assertRefused(ThrowingCallable step, String code, Retry retry) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> {
              assertThat(problem.first().code()).as(problem.getMessage()).isEqualTo(code);
              assertThat(problem.retry()).isEqualTo(retry);
            });
  }

  private static String run(Path program) throws Exception {
    Process process = new ProcessBuilder(program.toString()).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
