package dev.slipway.cli;

import dev.slipway.aws.foundation.EksTarget;
import dev.slipway.engine.stack.Blueprint;
import dev.slipway.engine.stack.TargetKind;
import dev.slipway.kubernetes.KubernetesTarget;
import dev.slipway.local.LocalTarget;
import dev.slipway.milvus.MilvusBlueprint;
import dev.slipway.workloads.WorkloadsBlueprint;
import java.util.List;

/** The systems and the targets that a command line knows. */
public record Catalogue(List<Blueprint<?>> blueprints, List<TargetKind<?>> targets) {
  public Catalogue {
    blueprints = List.copyOf(blueprints);
    targets = List.copyOf(targets);
  }

  /** Every system and every target that this Slipway knows. */
  public static Catalogue all() {
    return new Catalogue(
        List.of(new MilvusBlueprint(), new WorkloadsBlueprint()),
        List.of(new LocalTarget(), new KubernetesTarget(), new EksTarget()));
  }
}
