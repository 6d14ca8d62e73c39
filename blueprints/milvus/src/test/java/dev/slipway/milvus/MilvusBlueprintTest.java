package dev.slipway.milvus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.stack.Launch;
import dev.slipway.engine.stack.Output;
import dev.slipway.engine.stack.Site;
import dev.slipway.milvus.config.MilvusConfig;
import dev.slipway.milvus.config.MilvusConfig.Data;
import dev.slipway.milvus.rig.Golden;
import dev.slipway.milvus.rig.GraphText;
import dev.slipway.milvus.rig.Stacks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MilvusBlueprintTest {
  private record NoKeys() {}

  private static final MilvusBlueprint BLUEPRINT = new MilvusBlueprint();

  @Test
  void theLocalGraphIsAsAccepted() throws Exception {
    Golden.assertMatches(
        "dev/slipway/milvus/local/delete.txt",
        GraphText.of(launch(config(Data.DELETE, 19530), "local")));
  }

  @Test
  void onlyTheDataFolderIsKeptAndOnlyIfTheFileSaysSo() {
    assertThat(kept(Data.DELETE)).isEmpty();
    assertThat(kept(Data.KEEP)).containsExactly("local.directory/milvus-data");
  }

  @Test
  void outputsHaveStableNamesAndOnlyThePasswordIsSensitive() {
    List<Output> outputs = launch(config(Data.KEEP, 20001), "local").outputs();
    assertThat(outputs)
        .extracting(Output::name)
        .containsExactly(
            "milvus.uri", "milvus.user", "milvus.password", "milvus.ca-file", "milvus.server-name");
    assertThat(outputs)
        .filteredOn(Output::sensitive)
        .extracting(Output::name)
        .containsExactly("milvus.password");
    assertThat(outputs.getFirst().value().known()).contains("https://localhost:20001");
  }

  @Test
  void buildingTwiceGivesTheSameGraph() {
    MilvusConfig config = config(Data.DELETE, 19530);
    assertThat(launch(config, "local").resources()).isEqualTo(launch(config, "local").resources());
  }

  @Test
  void anUnknownTargetIsTheUsersMistakeAndTheKnownOnesAreNamed() {
    DiagnosticException refused =
        catchThrowableOfType(
            DiagnosticException.class, () -> launch(config(Data.DELETE, 19530), "moon"));
    Diagnostic problem = refused.first();
    assertThat(problem.code()).isEqualTo("MILVUS-UNKNOWN-TARGET");
    assertThat(problem.fault()).isEqualTo(Diagnostic.Fault.USER);
    assertThat(problem.detail()).contains("'moon'");
    assertThat(problem.fix()).contains("local");
  }

  @Test
  void aPortOutOfRangeIsRefused() {
    assertThatThrownBy(() -> config(Data.DELETE, 65536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65536");
  }

  private static List<String> kept(Data data) {
    return launch(config(data, 19530), "local").resources().stream()
        .filter(resource -> resource.removal() == Removal.KEEP)
        .map(Resource::id)
        .map(Object::toString)
        .toList();
  }

  private static MilvusConfig config(Data data, int port) {
    return new MilvusConfig(data, port, Stacks.milvus("data: delete").kubernetes());
  }

  private static Launch launch(MilvusConfig config, String target) {
    return BLUEPRINT.build(config, new Site("quickstart", target, new NoKeys(), Path.of("")));
  }
}
