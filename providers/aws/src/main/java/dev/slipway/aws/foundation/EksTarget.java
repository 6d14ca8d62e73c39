package dev.slipway.aws.foundation;

import dev.slipway.aws.AwsProvider;
import dev.slipway.aws.access.Clients;
import dev.slipway.engine.retry.Pause;
import dev.slipway.engine.stack.Launch;
import dev.slipway.engine.stack.Output;
import dev.slipway.engine.stack.Site;
import dev.slipway.engine.stack.TargetKind;
import dev.slipway.engine.verify.Proof;
import dev.slipway.kubernetes.CacheFolder;
import dev.slipway.kubernetes.KubernetesConfig;
import dev.slipway.kubernetes.KubernetesProvider;
import dev.slipway.kubernetes.chart.lock.LockFile;
import dev.slipway.kubernetes.cluster.Fabric8Cluster;
import dev.slipway.local.LocalProvider;
import dev.slipway.local.LocalTarget;
import dev.slipway.local.secret.FileSecretStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;

/**
 * A cluster on Amazon EKS that the stack makes, in a network that it makes or finds. What its
 * systems need beside that (passwords, an authority) lies in the stack's folder on this machine.
 */
public final class EksTarget implements TargetKind<EksConfig> {
  /** The target's name in a stack file. */
  public static final String NAME = "eks";

  private final Map<String, String> environment;
  private final Path user;

  public EksTarget() {
    this(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * For a process with another environment than this one's.
   *
   * @param environment its variables
   * @param user the user's home folder
   */
  public EksTarget(Map<String, String> environment, Path user) {
    this.environment = Map.copyOf(environment);
    this.user = user;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "A cluster on Amazon EKS, made with the stack: systems run as its objects.";
  }

  @Override
  public Class<EksConfig> configType() {
    return EksConfig.class;
  }

  @Override
  public boolean costsMoney() {
    return true;
  }

  @Override
  public Optional<Launch> foundation(EksConfig config, Site site) {
    EksFoundation foundation = new EksFoundation(config, site.stack());
    return Optional.of(
        new Launch(
            foundation.resources(),
            List.of(
                Output.of("cluster.name", EksNames.made()),
                Output.of("cluster.endpoint", EksNames.endpoint())),
            new Proof("cluster", List.of()),
            List.of()));
  }

  /** Neither AWS nor the cluster is asked before a provider needs it. */
  @Override
  public Access open(EksConfig config, Opening opening) {
    FileSecretStore secrets = new FileSecretStore(opening.folder().resolve(LocalTarget.SECRETS));
    Clients clients =
        new Clients(
            Region.of(config.region()),
            Credentials.of(config.profile(), environment),
            Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")).map(URI::create));
    EksFoundation foundation = new EksFoundation(config, opening.stack());
    KubernetesProvider.Settings settings =
        new KubernetesProvider.Settings(
            config.version(),
            config.conflicts() == KubernetesConfig.Conflicts.TAKE,
            opening.home().resolve(LockFile.NAME),
            opening.mirrorsOver(config.mirror()),
            CacheFolder.of(environment, user),
            environment,
            foundation.ground());
    return new Access(
        List.of(
            new AwsProvider(clients, List.of(foundation.cluster()), Pause.REAL),
            new KubernetesProvider(
                new Fabric8Cluster(new EksContext(clients, foundation.cluster())::find, false),
                settings,
                secrets),
            new LocalProvider(opening.folder())),
        secrets);
  }
}
