package dev.slipway.milvus.rig;

import dev.slipway.engine.stack.Blueprint;
import dev.slipway.engine.stack.Launch;
import dev.slipway.engine.stack.Site;
import dev.slipway.engine.stack.StackReader;
import dev.slipway.engine.stack.TargetKind;
import dev.slipway.engine.verify.Proof;
import dev.slipway.milvus.MilvusBlueprint;
import dev.slipway.milvus.config.MilvusConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stacks of Milvus, read from the text of its section in a stack file. */
public final class Stacks {
  private static final MilvusBlueprint MILVUS = new MilvusBlueprint();

  private Stacks() {}

  /**
   * The section's configuration.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException with its problems
   */
  public static MilvusConfig milvus(String section) {
    Keeping keeping = new Keeping(new ArrayList<>());
    List<Launch> _ =
        new StackReader(List.of(keeping), List.of(new Nowhere()))
            .read("test.yaml", "name: test\ntarget: kubernetes\nmilvus:\n" + section.indent(2))
            .launches();
    return keeping.read().getFirst();
  }

  /** What the section makes of Milvus on a cluster. */
  public static Launch onKubernetes(String section) {
    return MILVUS.build(
        milvus(section), new Site("quickstart", "kubernetes", new NoKeys(), Path.of("")));
  }

  private record NoKeys() {}

  /** Keeps what was read. */
  private record Keeping(List<MilvusConfig> read) implements Blueprint<MilvusConfig> {
    @Override
    public String system() {
      return MILVUS.system();
    }

    @Override
    public String summary() {
      return MILVUS.summary();
    }

    @Override
    public Class<MilvusConfig> configType() {
      return MILVUS.configType();
    }

    @Override
    public Launch build(MilvusConfig config, Site site) {
      read.add(config);
      return new Launch(List.of(), List.of(), new Proof(system(), List.of()), List.of());
    }
  }

  private record Nowhere() implements TargetKind<NoKeys> {
    @Override
    public String name() {
      return "kubernetes";
    }

    @Override
    public String summary() {
      return "No cluster.";
    }

    @Override
    public Class<NoKeys> configType() {
      return NoKeys.class;
    }

    @Override
    public boolean costsMoney() {
      return false;
    }

    @Override
    public Access open(NoKeys config, Opening opening) {
      throw new UnsupportedOperationException("nothing is opened");
    }
  }
}
