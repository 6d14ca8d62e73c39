package dev.slipway.cli.beacon;

import dev.slipway.engine.stack.TargetKind;
import dev.slipway.local.LocalConfig;
import dev.slipway.local.LocalTarget;

/** This machine, as if it cost money. */
public final class CostlyTarget implements TargetKind<LocalConfig> {
  private final LocalTarget machine = new LocalTarget();

  @Override
  public String name() {
    return "costly";
  }

  @Override
  public String summary() {
    return "This machine, as if it cost money.";
  }

  @Override
  public Class<LocalConfig> configType() {
    return machine.configType();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }

  @Override
  public Access open(LocalConfig config, Opening opening) {
    return machine.open(config, opening);
  }
}
