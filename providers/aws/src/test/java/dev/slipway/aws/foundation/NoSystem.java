package dev.slipway.aws.foundation;

import dev.slipway.engine.stack.Blueprint;
import dev.slipway.engine.stack.Launch;
import dev.slipway.engine.stack.Site;
import dev.slipway.engine.verify.Proof;
import java.nio.file.Path;
import java.util.List;

/** A system that needs nothing: a stack is of one system at least. */
final class NoSystem implements Blueprint<NoSystem.Config> {
  static final Path HOME = Path.of("").toAbsolutePath();

  /** It has no keys. */
  record Config() {}

  @Override
  public String system() {
    return "nothing";
  }

  @Override
  public String summary() {
    return "Nothing.";
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public Launch build(Config config, Site site) {
    return new Launch(List.of(), List.of(), new Proof("nothing", List.of()), List.of());
  }
}
