package dev.slipway.cli;

import dev.slipway.engine.stack.Blueprint;
import dev.slipway.engine.stack.TargetKind;
import dev.slipway.local.LocalTarget;
import dev.slipway.milvus.MilvusBlueprint;
import java.util.List;

/** Every system and every target that this Slipway knows. */
public final class Catalogue {
  private Catalogue() {}

  public static List<Blueprint<?>> blueprints() {
    return List.of(new MilvusBlueprint());
  }

  public static List<TargetKind<?>> targets() {
    return List.of(new LocalTarget());
  }
}
