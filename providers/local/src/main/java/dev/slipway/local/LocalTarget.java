package dev.slipway.local;

import dev.slipway.engine.stack.TargetKind;
import dev.slipway.local.secret.FileSecretStore;
import java.util.List;

/** This machine: systems run as processes under a small supervisor. */
public final class LocalTarget implements TargetKind<LocalConfig> {
  /** Folder of the secret store within the stack's folder. */
  public static final String SECRETS = "secrets";

  @Override
  public String name() {
    return "local";
  }

  @Override
  public String summary() {
    return "This machine: systems run as processes, without a cluster.";
  }

  @Override
  public Class<LocalConfig> configType() {
    return LocalConfig.class;
  }

  @Override
  public boolean costsMoney() {
    return false;
  }

  @Override
  public Access open(LocalConfig config, Opening opening) {
    return new Access(
        List.of(new LocalProvider(opening.folder())),
        new FileSecretStore(opening.folder().resolve(SECRETS)));
  }
}
