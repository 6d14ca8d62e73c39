package dev.slipway.milvus;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.stack.Blueprint;
import dev.slipway.engine.stack.Launch;
import dev.slipway.engine.stack.Site;
import dev.slipway.milvus.config.MilvusConfig;
import dev.slipway.milvus.eks.EksMilvus;
import dev.slipway.milvus.guide.MilvusGuides;
import dev.slipway.milvus.kubernetes.KubernetesAccess;
import dev.slipway.milvus.kubernetes.KubernetesMilvus;
import dev.slipway.milvus.local.LocalMilvus;
import dev.slipway.milvus.proof.MilvusProof;
import java.util.List;

/** Milvus, the vector database, on this machine or on a Kubernetes cluster. */
public final class MilvusBlueprint implements Blueprint<MilvusConfig> {
  /** Its key in a stack file. */
  public static final String SYSTEM = "milvus";

  private static final List<String> TARGETS = List.of("local", "kubernetes", "eks");

  @Override
  public String system() {
    return SYSTEM;
  }

  @Override
  public String summary() {
    return "Milvus, the vector database, with a generated password, proven by its own client.";
  }

  @Override
  public Class<MilvusConfig> configType() {
    return MilvusConfig.class;
  }

  @Override
  public Launch build(MilvusConfig config, Site site) {
    return switch (site.target()) {
      case "local" -> {
        LocalMilvus milvus = new LocalMilvus(config, site.stack());
        yield new Launch(
            milvus.resources(), milvus.outputs(), MilvusProof.create(), MilvusGuides.all());
      }
      case "kubernetes" -> {
        KubernetesMilvus milvus = new KubernetesMilvus(config, site);
        yield inCluster(config, milvus.resources(), milvus.access());
      }
      case "eks" -> {
        EksMilvus milvus = new EksMilvus(config, site);
        yield inCluster(config, milvus.resources(), milvus.inCluster().access());
      }
      default -> throw unknownTarget(site.target()).asException();
    };
  }

  private static Launch inCluster(
      MilvusConfig config, List<Resource<?>> resources, KubernetesAccess access) {
    boolean attu = config.kubernetes().attu().enabled();
    return new Launch(
        resources,
        access.outputs(),
        MilvusProof.create(access.client(), attu, access.routes()),
        MilvusGuides.of(access.client(), access.forwarded()));
  }

  private static Diagnostic unknownTarget(String target) {
    return Diagnostic.user(
        "MILVUS-UNKNOWN-TARGET",
        "Milvus can't be launched on this target",
        "The stack file asks for Milvus on the target '%s', which Milvus has no blueprint for."
            .formatted(target),
        "Set the target to one that Milvus can be launched on: %s."
            .formatted(String.join(", ", TARGETS)));
  }
}
