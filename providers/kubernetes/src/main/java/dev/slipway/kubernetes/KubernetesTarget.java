package dev.slipway.kubernetes;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.stack.TargetKind;
import dev.slipway.kubernetes.chart.lock.LockFile;
import dev.slipway.kubernetes.cluster.Fabric8Cluster;
import dev.slipway.kubernetes.kubeconfig.KubeContext;
import dev.slipway.kubernetes.kubeconfig.Kubeconfig;
import dev.slipway.kubernetes.schema.BundledSchemas;
import dev.slipway.local.LocalProvider;
import dev.slipway.local.LocalTarget;
import dev.slipway.local.secret.FileSecretStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A Kubernetes cluster that exists, or will. What its systems need beside objects (passwords, an
 * authority, certificates) lies in the stack's folder on this machine.
 */
public final class KubernetesTarget implements TargetKind<KubernetesConfig> {
  private final Map<String, String> environment;
  private final Path user;

  public KubernetesTarget() {
    this(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * For a process with another environment than this one's.
   *
   * @param environment its variables
   * @param user the user's home folder
   */
  public KubernetesTarget(Map<String, String> environment, Path user) {
    this.environment = Map.copyOf(environment);
    this.user = user;
  }

  @Override
  public String name() {
    return "kubernetes";
  }

  @Override
  public String summary() {
    return "A Kubernetes cluster: systems run as its objects.";
  }

  @Override
  public Class<KubernetesConfig> configType() {
    return KubernetesConfig.class;
  }

  @Override
  public boolean costsMoney() {
    return false;
  }

  /** Neither the kubeconfig nor the network is touched before a provider needs the cluster. */
  @Override
  public Access open(KubernetesConfig config, Opening opening) {
    FileSecretStore secrets = new FileSecretStore(opening.folder().resolve(LocalTarget.SECRETS));
    KubernetesProvider.Settings settings =
        new KubernetesProvider.Settings(
            config.version().orElse(BundledSchemas.versions().getLast()),
            config.conflicts() == KubernetesConfig.Conflicts.TAKE,
            opening.home().resolve(LockFile.NAME),
            opening.mirrorsOver(config.mirror()),
            CacheFolder.of(environment, user),
            environment,
            Ground.NONE);
    return new Access(
        List.of(
            new KubernetesProvider(
                new Fabric8Cluster(
                    () -> context(config, opening.home()), config.version().isPresent()),
                settings,
                secrets),
            new LocalProvider(opening.folder())),
        secrets);
  }

  /**
   * The context that a configuration means.
   *
   * @param home the stack file's folder
   * @throws DiagnosticException if there is none, or it can't be read
   */
  KubeContext context(KubernetesConfig config, Path home) {
    return kubeconfig(config, home).context(config.context());
  }

  private Kubeconfig kubeconfig(KubernetesConfig config, Path home) {
    if (config.contentsFrom().isPresent()) {
      String variable = config.contentsFrom().get();
      String text = environment.get(variable);
      if (text == null || text.isBlank()) {
        throw noContents(variable);
      }
      return Kubeconfig.parse(text, "the environment variable " + variable);
    }
    return config
        .kubeconfig()
        .map(file -> Kubeconfig.read(expanded(file, home)))
        .orElseGet(() -> Kubeconfig.ambient(environment::get, user));
  }

  private Path expanded(String file, Path home) {
    return file.startsWith("~/") ? user.resolve(file.substring(2)) : home.resolve(file);
  }

  private static DiagnosticException noContents(String variable) {
    return Diagnostic.user(
            "KUBECONFIG-NO-CONTENTS",
            "The environment variable does not hold a kubeconfig",
            "The stack file says that the environment variable %s holds the kubeconfig, but it is empty or not set."
                .formatted(variable),
            "Set it to the kubeconfig's text, for example with:\n  export %s=\"$(cat <file>)\""
                .formatted(variable))
        .asException();
  }
}
