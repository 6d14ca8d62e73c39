package dev.slipway.local;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.LogSource;
import dev.slipway.engine.provider.Provider;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.local.certificate.AuthorityHandler;
import dev.slipway.local.certificate.CertificateHandler;
import dev.slipway.local.directory.DirectoryHandler;
import dev.slipway.local.log.FollowedLog;
import dev.slipway.local.port.PortHandler;
import dev.slipway.local.process.ProcessHandler;
import dev.slipway.local.process.ProcessLeftovers;
import dev.slipway.local.python.PythonHandler;
import dev.slipway.local.secret.FileSecretStore;
import dev.slipway.local.secret.SecretHandler;
import dev.slipway.local.secret.SecretSpec;
import dev.slipway.local.supervisor.Reports;
import dev.slipway.local.supervisor.SupervisorHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Resources of this machine. */
public final class LocalProvider implements Provider {
  private final Path folder;

  /**
   * @param folder the stack's own folder
   */
  public LocalProvider(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "local";
  }

  @Override
  public List<ResourceHandler<?, ?>> handlers() {
    return List.of(
        new AuthorityHandler(folder),
        new CertificateHandler(folder),
        new DirectoryHandler(folder),
        new PortHandler(),
        new ProcessHandler(folder),
        new PythonHandler(folder),
        new SecretHandler(),
        new SupervisorHandler(folder));
  }

  @Override
  public void sweep(Set<ResourceId> kept, Call call) {
    new PythonHandler(folder).sweep(call);
    new FileSecretStore(folder.resolve(LocalTarget.SECRETS)).sweep();
  }

  @Override
  public List<Leftover> leftovers(Set<ResourceId> kept, Call call) {
    List<Leftover> found = new ArrayList<>(ProcessLeftovers.of(call.owner()));
    List<Path> stay = new ArrayList<>(new DirectoryHandler(folder).folders(kept, call));
    FileSecretStore secrets = new FileSecretStore(folder.resolve(LocalTarget.SECRETS));
    kept.stream()
        .filter(id -> id.type().equals(SecretSpec.TYPE))
        .forEach(id -> stay.addAll(secrets.files(id.name())));
    found.addAll(FileLeftovers.in(folder, stay));
    return found;
  }

  @Override
  public List<LogSource> logs(Call call) {
    return Reports.read(folder).stream()
        .<LogSource>map(
            report -> new FollowedLog(ResourceId.parse(report.resource()).name(), report.logFile()))
        .toList();
  }
}
