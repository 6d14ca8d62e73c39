package dev.slipway.cli.beacon;

import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.stack.Blueprint;
import dev.slipway.engine.stack.Launch;
import dev.slipway.engine.stack.Output;
import dev.slipway.engine.stack.Site;
import dev.slipway.engine.verify.Proof;
import dev.slipway.local.certificate.AuthoritySpec;
import dev.slipway.local.directory.DirectorySpec;
import dev.slipway.local.port.PortSpec;
import dev.slipway.local.process.ProcessSpec;
import dev.slipway.local.process.Program;
import dev.slipway.local.process.Readiness;
import dev.slipway.local.python.PythonSpec;
import dev.slipway.local.secret.SecretSpec;
import dev.slipway.local.supervisor.SupervisorSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A system as small as can be that still takes everything that a local system takes: a supervisor,
 * a Python environment with a package, a directory, a port, a secret, a certificate authority, a
 * process and a proof.
 */
public final class BeaconBlueprint implements Blueprint<BeaconConfig> {
  private static final ResourceId SUPERVISOR = new ResourceId(SupervisorSpec.TYPE, "stack");
  private static final ResourceId AUTHORITY = new ResourceId(AuthoritySpec.TYPE, "stack");
  private static final ResourceId DIRECTORY = new ResourceId(DirectorySpec.TYPE, "beacon-data");
  private static final ResourceId PYTHON = new ResourceId(PythonSpec.TYPE, "beacon");
  private static final ResourceId SECRET = new ResourceId(SecretSpec.TYPE, "beacon");
  private static final ResourceId PORT = new ResourceId(PortSpec.TYPE, "beacon");
  private static final ResourceId PROCESS = new ResourceId(ProcessSpec.TYPE, "beacon");

  /** How long the process has to end before it is killed. */
  static final Duration GRACE = Duration.ofSeconds(1);

  private static final Pattern PINNED =
      Pattern.compile("^idna==(?:.*\\\\\n)*.*\n", Pattern.MULTILINE);

  @Override
  public String system() {
    return "beacon";
  }

  @Override
  public String summary() {
    return "A small server to test with.";
  }

  @Override
  public Class<BeaconConfig> configType() {
    return BeaconConfig.class;
  }

  @Override
  public Launch build(BeaconConfig config, Site site) {
    if (config.fault() == BeaconConfig.Fault.BUILD) {
      throw new IllegalStateException("this blueprint was told to throw");
    }
    return new Launch(
        List.of(
            Resource.of(SUPERVISOR, new SupervisorSpec(site.stack())),
            Resource.of(AUTHORITY, new AuthoritySpec("Slipway test " + site.stack())),
            Resource.of(DIRECTORY, new DirectorySpec("beacon-data")),
            Resource.of(PYTHON, new PythonSpec(requirements(), "3.10")),
            Resource.of(SECRET, new SecretSpec(24)),
            Resource.of(PORT, new PortSpec(Optional.of(config.port()))),
            Resource.of(PROCESS, process(config))),
        List.of(
            Output.of("beacon.uri", Value.of("http://localhost:" + config.port())),
            Output.sensitive("beacon.password", Value.ref(SECRET, "secret"))),
        new Proof("beacon", List.of(new AnswersCheck(config), new AnswersCheck(config))),
        List.of());
  }

  private static ProcessSpec process(BeaconConfig config) {
    return new ProcessSpec(
        Value.ref(SUPERVISOR, "folder"),
        new Program.Executable(Value.ref(PYTHON, "python")),
        List.of(
            Value.of("-c"),
            Value.of(resource("/dev/slipway/cli/beacon/server.py")),
            Value.ref(PORT, "number"),
            Value.of(config.gates().orElse("/nonexistent")),
            Value.of(Boolean.toString(config.stubborn()))),
        new TreeMap<>(),
        new Readiness.Tcp(Value.ref(PORT, "number")),
        GRACE);
  }

  /** One small package, as it is pinned for Milvus. */
  private static String requirements() {
    return PINNED
        .matcher(resource("/dev/slipway/milvus/requirements.txt"))
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow();
  }

  private static String resource(String name) {
    try (InputStream in = BeaconBlueprint.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
