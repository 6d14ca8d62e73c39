package dev.slipway.cli.render;

import dev.slipway.engine.plan.Change;
import dev.slipway.engine.plan.Change.Delete.Reason;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.Step;
import dev.slipway.engine.plan.StepId;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.spec.SpecTree;
import dev.slipway.local.certificate.CertificateSpec;
import dev.slipway.local.directory.DirectorySpec;
import dev.slipway.local.port.PortSpec;
import dev.slipway.local.process.ProcessSpec;
import dev.slipway.local.process.Program;
import dev.slipway.local.process.Readiness;
import dev.slipway.local.python.PythonSpec;
import dev.slipway.local.secret.SecretSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plans as the local target makes them. */
final class Plans {
  static final ResourceId PORT = ResourceId.parse("local.port/milvus");
  static final ResourceId PROCESS = ResourceId.parse("local.process/milvus");
  static final ResourceId PYTHON = ResourceId.parse("local.python/milvus");
  static final ResourceId DATA = ResourceId.parse("local.directory/milvus-data");
  static final ResourceId PASSWORD = ResourceId.parse("local.secret/milvus-password");
  static final ResourceId SUPERVISOR = ResourceId.parse("local.supervisor/main");
  static final ResourceId CERTIFICATE = ResourceId.parse("local.certificate/gateway");

  private Plans() {}

  static Plan of(Change... changes) {
    return new Plan(
        "quickstart",
        "quickstart-1f2e",
        "lineage",
        7,
        Arrays.stream(changes)
            .map(c -> new Step(new StepId(c.id(), c.verb()), c, List.of()))
            .toList());
  }

  static Plan first() {
    return of(
        create(PORT, new PortSpec(Optional.empty())),
        create(PASSWORD, new SecretSpec(32)),
        create(DATA, new DirectorySpec("milvus/data")),
        create(PYTHON, new PythonSpec(requirements(180, ""), "3.10")),
        create(PROCESS, process(Value.ref(SUPERVISOR, "folder"), Value.ref(PORT, "number"))),
        create(CERTIFICATE, certificate("localhost")));
  }

  static Plan second() {
    Diff changed =
        Diff.builder()
            .field("requirements", requirements(180, ""), requirements(180, "pymilvus==2.6.3"))
            .field("minimum", "3.10", "3.11")
            .field("index-url", Optional.empty(), "the default")
            .build();
    Diff process =
        Diff.builder()
            .field(
                "arguments",
                List.of("server", "--data", "/srv/old", "--port", "19530", "--verbose"),
                List.of("server", "--data", "/srv/new", "--port", "19530"))
            .field(
                "environment",
                new TreeMap<>(java.util.Map.of("LANG", "C", "OMP_NUM_THREADS", "2")),
                new TreeMap<>(java.util.Map.of("LANG", "C.UTF-8", "OMP_NUM_THREADS", "2")))
            .field("readiness.port", "19530", Value.ref(PORT, "number"))
            .field(
                "key", new Value.Secret<String>("key", "f1"), new Value.Secret<String>("key", "f2"))
            .field(
                "program",
                "/home/somebody/.local/share/slipway/stacks/quickstart/python/milvus-1a2b/bin/milvus-lite-server",
                "/home/somebody/.local/share/slipway/stacks/quickstart/python/milvus-9f8e/bin/milvus-lite-server")
            .build();
    Resource<?> processResource =
        Resource.of(PROCESS, process(Value.of("/run/supervisor"), Value.ref(PORT, "number")));
    return of(
        new Change.Keep(
            Resource.of(DATA, new DirectorySpec("milvus/data")), Attributes.NONE, false, false),
        new Change.Keep(
            Resource.of(PASSWORD, new SecretSpec(32)),
            Attributes.of("secret", new Value.Secret<String>("milvus-password", "f0")),
            false,
            true),
        new Change.Delete(
            CERTIFICATE,
            SpecTree.encode(certificate("localhost")),
            Attributes.NONE,
            Reason.REPLACED),
        new Change.Create(Resource.of(CERTIFICATE, certificate("milvus.test", "localhost")), true),
        new Change.Update(Resource.of(PYTHON, new PythonSpec("", "3.11")), changed),
        new Change.Update(processResource, process),
        new Change.Forget(
            ResourceId.parse("local.directory/old-data"),
            Attributes.of("path", "/srv/slipway/old-data"),
            Removal.KEEP),
        new Change.Forget(ResourceId.parse("local.port/gone"), Attributes.NONE, Removal.DELETE),
        new Change.Delete(
            ResourceId.parse("local.directory/cache"),
            new TreeMap<>(),
            Attributes.of("path", "/srv/slipway/cache"),
            Reason.REMOVED));
  }

  static Change create(ResourceId id, dev.slipway.engine.resource.Spec spec) {
    return new Change.Create(Resource.of(id, spec), false);
  }

  static Change keep(ResourceId id, boolean waits) {
    return new Change.Keep(
        Resource.of(id, new PortSpec(Optional.of(19530))),
        Attributes.of("number", 19530L),
        waits,
        false);
  }

  static ProcessSpec process(Value<String> supervisor, Value<String> port) {
    return new ProcessSpec(
        supervisor,
        new Program.Executable(Value.ref(PYTHON, "bin")),
        List.of(
            Value.of("server"),
            Value.of("--data"),
            Value.of("/srv/slipway/milvus/data/with a blank"),
            Value.of("--address"),
            Value.of("127.0.0.1"),
            Value.of("--port"),
            port,
            Value.of("--log-level"),
            Value.of("info"),
            Value.of("")),
        new TreeMap<>(java.util.Map.of("OMP_NUM_THREADS", "2")),
        new Readiness.Tcp(port),
        Duration.ofSeconds(10));
  }

  private static CertificateSpec certificate(String... names) {
    return new CertificateSpec(
        Value.ref(ResourceId.parse("local.authority/stack"), "certificate-file"),
        new Value.Secret<>("authority-key", "f00d"),
        List.of(names),
        List.of("127.0.0.1"));
  }

  private static String requirements(int lines, String added) {
    return IntStream.range(0, lines)
            .mapToObj(i -> "package-" + i + "==1." + i + " --hash=sha256:" + "0a1b2c3d".repeat(8))
            .collect(Collectors.joining("\n"))
        + "\n"
        + (added.isEmpty() ? "" : added + "\n");
  }
}
