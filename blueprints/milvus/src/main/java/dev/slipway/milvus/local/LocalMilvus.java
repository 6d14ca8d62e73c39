package dev.slipway.milvus.local;

import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.stack.Output;
import dev.slipway.local.certificate.AuthoritySpec;
import dev.slipway.local.certificate.CertificateSpec;
import dev.slipway.local.directory.DirectorySpec;
import dev.slipway.local.port.PortSpec;
import dev.slipway.local.process.ProcessSpec;
import dev.slipway.local.process.Program;
import dev.slipway.local.process.Readiness;
import dev.slipway.local.python.PythonSpec;
import dev.slipway.local.secret.SecretSpec;
import dev.slipway.local.supervisor.SupervisorSpec;
import dev.slipway.milvus.MilvusOutputs;
import dev.slipway.milvus.config.MilvusConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Milvus on this machine: the server of the {@code milvus-lite} package on a loopback port of its
 * own, and before it a gateway that speaks TLS and asks for the password.
 */
public final class LocalMilvus {
  private static final ResourceId SUPERVISOR = new ResourceId(SupervisorSpec.TYPE, "stack");
  private static final ResourceId AUTHORITY = new ResourceId(AuthoritySpec.TYPE, "stack");
  private static final ResourceId DATA = new ResourceId(DirectorySpec.TYPE, "milvus-data");
  private static final ResourceId PYTHON = new ResourceId(PythonSpec.TYPE, "milvus");
  private static final ResourceId PASSWORD = new ResourceId(SecretSpec.TYPE, "milvus-root");
  private static final ResourceId CERTIFICATE = new ResourceId(CertificateSpec.TYPE, "milvus");
  private static final ResourceId SERVER_PORT = new ResourceId(PortSpec.TYPE, "milvus-server");
  private static final ResourceId GATEWAY_PORT = new ResourceId(PortSpec.TYPE, "milvus-gateway");
  private static final ResourceId SERVER = new ResourceId(ProcessSpec.TYPE, "milvus-server");
  private static final ResourceId GATEWAY = new ResourceId(ProcessSpec.TYPE, "milvus-gateway");

  private static final String HOST = "localhost";

  /** The user that every Milvus has. */
  private static final String USER = "root";

  private static final String GATEWAY_MAIN = "dev.slipway.local.gateway.GatewayMain";
  private static final String OLDEST_PYTHON = "3.10";
  private static final int PASSWORD_LENGTH = 32;
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final MilvusConfig config;
  private final String stack;

  /**
   * @param stack the stack's name
   */
  public LocalMilvus(MilvusConfig config, String stack) {
    this.config = config;
    this.stack = stack;
  }

  /** Everything that Milvus needs here. */
  public List<Resource<?>> resources() {
    Removal data =
        switch (config.data()) {
          case KEEP -> Removal.KEEP;
          case DELETE -> Removal.DELETE;
        };
    return List.of(
        Resource.of(SUPERVISOR, new SupervisorSpec(stack)),
        Resource.of(AUTHORITY, new AuthoritySpec("Slipway stack " + stack)),
        Resource.of(DATA, new DirectorySpec("milvus-data")).onRemoval(data),
        Resource.of(PYTHON, new PythonSpec(PythonLock.requirements(), OLDEST_PYTHON)),
        Resource.of(PASSWORD, new SecretSpec(PASSWORD_LENGTH)),
        Resource.of(CERTIFICATE, certificate()),
        Resource.of(SERVER_PORT, new PortSpec(Optional.empty())),
        Resource.of(GATEWAY_PORT, new PortSpec(Optional.of(config.port()))),
        Resource.of(SERVER, server()),
        // It starts beside the server, but is not waited for while the packages are still on their
        // way.
        Resource.of(GATEWAY, gateway()).after(PYTHON));
  }

  /** What its user needs to reach it. */
  public List<Output> outputs() {
    return List.of(
        Output.of(MilvusOutputs.URI, Value.of("https://" + HOST + ":" + config.port())),
        Output.of(MilvusOutputs.USER, Value.of(USER)),
        Output.sensitive(MilvusOutputs.PASSWORD, Value.ref(PASSWORD, "secret")),
        Output.of(MilvusOutputs.CA_FILE, Value.ref(AUTHORITY, "certificate-file")),
        Output.of(MilvusOutputs.SERVER_NAME, Value.of(HOST)));
  }

  private static CertificateSpec certificate() {
    return new CertificateSpec(
        Value.ref(AUTHORITY, "certificate-file"),
        Value.ref(AUTHORITY, "key"),
        List.of(HOST),
        List.of("127.0.0.1", "::1"));
  }

  private static ProcessSpec server() {
    return new ProcessSpec(
        Value.ref(SUPERVISOR, "folder"),
        new Program.Executable(Value.ref(PYTHON, "python")),
        List.of(
            Value.of("-m"),
            Value.of("milvus_lite"),
            Value.of("server"),
            Value.of("--data-dir"),
            Value.ref(DATA, "path"),
            Value.of("--host"),
            Value.of("127.0.0.1"),
            Value.of("--port"),
            Value.ref(SERVER_PORT, "number")),
        new TreeMap<>(Map.of("PYTHONUNBUFFERED", "1", "PYTHONDONTWRITEBYTECODE", "")),
        new Readiness.Tcp(Value.ref(SERVER_PORT, "number")),
        GRACE);
  }

  private static ProcessSpec gateway() {
    return new ProcessSpec(
        Value.ref(SUPERVISOR, "folder"),
        new Program.Slipway(GATEWAY_MAIN),
        List.of(
            Value.of("--listen-port"),
            Value.ref(GATEWAY_PORT, "number"),
            Value.of("--upstream-port"),
            Value.ref(SERVER_PORT, "number"),
            Value.of("--certificate"),
            Value.ref(CERTIFICATE, "certificate-file"),
            Value.of("--key-secret"),
            Value.ref(CERTIFICATE, "key"),
            Value.of("--user"),
            Value.of(USER),
            Value.of("--password-secret"),
            Value.ref(PASSWORD, "secret"),
            Value.of("--secrets"),
            Value.ref(SUPERVISOR, "secrets-folder")),
        new TreeMap<>(),
        new Readiness.Http(
            Value.ref(GATEWAY_PORT, "number"),
            "/healthz",
            Value.ref(AUTHORITY, "certificate-file")),
        GRACE);
  }
}
