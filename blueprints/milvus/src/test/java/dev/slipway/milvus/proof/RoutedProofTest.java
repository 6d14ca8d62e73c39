package dev.slipway.milvus.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.CheckResult;
import dev.slipway.engine.verify.Proof;
import dev.slipway.engine.verify.Report;
import dev.slipway.engine.verify.Route;
import dev.slipway.engine.verify.Verifier;
import dev.slipway.engine.verify.Way;
import dev.slipway.milvus.MilvusOutputs;
import dev.slipway.milvus.rig.MilvusBehindTls;
import dev.slipway.milvus.rig.MilvusLite;
import dev.slipway.milvus.rig.TestEndpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof of a Milvus that only a way leads to. */
class RoutedProofTest {
  private static final List<Route> ROUTES =
      List.of(
          new Route(
              MilvusOutputs.URI,
              new ResourceId("kubernetes.object", "Service/milvus/milvus"),
              19530));

  @TempDir Path folder;

  @Test
  void anOpenMilvusWithoutTlsIsProven() throws Exception {
    try (MilvusLite milvus = MilvusLite.start(folder)) {
      Proof proof = MilvusProof.create(new Access(false, false, Duration.ZERO), false, ROUTES);
      TestEndpoint endpoint =
          new TestEndpoint(Map.of(MilvusOutputs.URI, "http://milvus.milvus.svc:19530"));
      Report report = verify(proof, endpoint, milvus.port());
      assertThat(report.problems()).isEmpty();
      assertThat(report.results())
          .hasSize(12)
          .first()
          .extracting(CheckResult::check)
          .isEqualTo("connect");
    }
  }

  @Test
  void aCertificateIsCheckedForTheNameThatTheOutputsTellAndNotForTheWay() throws Exception {
    try (MilvusBehindTls milvus =
        MilvusBehindTls.start(Files.createDirectories(folder.resolve("tls")))) {
      TestEndpoint inside =
          milvus.endpoint().with(MilvusOutputs.URI, "https://milvus.milvus.svc:19530");
      Proof proof = MilvusProof.create(Access.FULL, false, ROUTES);
      assertThat(verify(proof, inside, milvus.gateway().port()).problems()).isEmpty();

      Report other =
          verify(
              proof, inside.with(MilvusOutputs.SERVER_NAME, "elsewhere"), milvus.gateway().port());
      assertThat(other.problems().getFirst().detail()).contains("'elsewhere'");
    }
  }

  private static Report verify(Proof proof, TestEndpoint endpoint, int port) {
    return new Verifier(_ -> {}, () -> false, _ -> way(port)).verify(List.of(proof), endpoint);
  }

  private static Way way(int port) {
    return new Way() {
      @Override
      public int port() {
        return port;
      }

      @Override
      public void close() {}
    };
  }
}
