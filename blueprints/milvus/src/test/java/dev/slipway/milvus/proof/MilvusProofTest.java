package dev.slipway.milvus.proof;

import static dev.slipway.milvus.rig.MilvusBehindTls.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.verify.Check;
import dev.slipway.engine.verify.CheckFailure;
import dev.slipway.engine.verify.Proof;
import dev.slipway.milvus.rig.MilvusBehindTls;
import dev.slipway.milvus.rig.MilvusLite;
import dev.slipway.milvus.rig.TestAuthority;
import dev.slipway.milvus.rig.TestEndpoint;
import dev.slipway.milvus.rig.TestGateway;
import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.common.DataType;
import io.milvus.v2.service.collection.request.AddFieldReq;
import io.milvus.v2.service.collection.request.CreateCollectionReq;
import io.milvus.v2.service.collection.request.DropCollectionReq;
import io.milvus.v2.service.vector.request.DeleteReq;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MilvusProofTest {
  @TempDir static Path folder;
  private static MilvusBehindTls running;
  private static TestAuthority authority;
  private static TestEndpoint endpoint;

  @BeforeAll
  static void start() throws Exception {
    running = MilvusBehindTls.start(folder);
    authority = running.authority();
    endpoint = running.endpoint();
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
  }

  @Test
  void everyCheckPassesAgainstARealMilvusTimeAndAgainAndNothingIsLeft() throws Exception {
    Proof proof = MilvusProof.create();
    for (int run = 0; run < 2; run++) {
      for (Check check : proof.checks()) {
        assertThat(check.run(endpoint)).as(check.name()).isNotBlank();
      }
      proof.cleanup().run();
      assertThat(collections()).isEmpty();
    }
  }

  @Test
  void aProofThatEndsEarlyLeavesNoCollection() throws Exception {
    Proof proof = MilvusProof.create();
    for (Check check : proof.checks().subList(0, 4)) {
      check.run(endpoint);
    }
    assertThat(collections()).hasSize(1);

    proof.cleanup().run();

    assertThat(collections()).isEmpty();
  }

  @Test
  void whatACrashedProofLeftIsDroppedAndWhatOthersUseIsNot() throws Exception {
    String crashed = CollectionName.at(Instant.now().minus(Duration.ofHours(1)));
    String running = CollectionName.fresh();
    String users = "slipway_proof_of_concept";
    make(crashed, running, users);

    Proof proof = MilvusProof.create();
    for (Check check : proof.checks().subList(0, 3)) {
      check.run(endpoint);
    }
    proof.cleanup().run();

    assertThat(collections()).containsExactlyInAnyOrder(running, users);
    drop(running, users);
  }

  @Test
  void checksAfterAFailedConnectionSayThatThereIsNone() {
    Check insert = MilvusProof.create().checks().get(3);
    assertThat(failure(insert, endpoint)).hasMessageContaining("no connection to Milvus");
  }

  @Test
  void lostRowsFailTheProof() throws Exception {
    Proof proof = MilvusProof.create();
    for (Check check : proof.checks().subList(0, 4)) {
      check.run(endpoint);
    }
    MilvusClientV2 thief = Session.client(Address.of(endpoint, Access.FULL), Session.LONG);
    try {
      String collection = thief.listCollections().getCollectionNames().getFirst();
      thief.delete(
          DeleteReq.builder().collectionName(collection).ids(List.of("7", "8", "9")).build());
    } finally {
      thief.close();
    }

    CheckFailure failure = failure(proof.checks().get(4), endpoint);

    assertThat(failure).hasMessage("Expected 3,000 rows after the flush, but got 2,997.");
    proof.cleanup().run();
  }

  @Test
  void aMilvusThatDiesDuringTheProofIsTold() throws Exception {
    Path own = Files.createDirectories(folder.resolve("dying"));
    MilvusLite dying = MilvusLite.start(own);
    try (TestGateway before =
        new TestGateway(dying.port(), authority.issue("localhost"), PASSWORD)) {
      TestEndpoint there = TestEndpoint.of(before.port(), PASSWORD, authority.file());
      Proof proof = MilvusProof.create();
      for (Check check : proof.checks().subList(0, 3)) {
        check.run(there);
      }
      dying.close();

      CheckFailure failure = failure(proof.checks().get(3), there);

      assertThat(failure).hasMessageContaining("couldn't be reached to insert 3,000 rows");
      proof.cleanup().run();
    } finally {
      dying.close();
    }
  }

  @Test
  void anInterruptedProofLeavesNoCollectionAndStaysInterrupted() throws Exception {
    Proof proof = MilvusProof.create();
    for (Check check : proof.checks().subList(0, 3)) {
      check.run(endpoint);
    }
    try {
      Thread.currentThread().interrupt();
      assertThat(failure(proof.checks().get(3), endpoint)).hasMessageContaining("interrupted");
      Thread.currentThread().interrupt();
      proof.cleanup().run();
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
    assertThat(collections()).isEmpty();
  }

  private static CheckFailure failure(Check check, TestEndpoint endpoint) {
    CheckFailure failure = catchThrowableOfType(CheckFailure.class, () -> check.run(endpoint));
    assertThat(failure).as("failure of " + check.name()).isNotNull();
    return failure;
  }

  private static List<String> collections() {
    MilvusClientV2 client = Session.client(Address.of(endpoint, Access.FULL), Session.LONG);
    try {
      return client.listCollections().getCollectionNames();
    } finally {
      client.close();
    }
  }

  private static void make(String... names) {
    MilvusClientV2 client = Session.client(Address.of(endpoint, Access.FULL), Session.LONG);
    try {
      for (String name : names) {
        var schema = MilvusClientV2.CreateSchema();
        schema.addField(
            AddFieldReq.builder()
                .fieldName("id")
                .dataType(DataType.Int64)
                .isPrimaryKey(true)
                .build());
        schema.addField(
            AddFieldReq.builder()
                .fieldName("v")
                .dataType(DataType.FloatVector)
                .dimension(2)
                .build());
        client.createCollection(
            CreateCollectionReq.builder().collectionName(name).collectionSchema(schema).build());
      }
    } finally {
      client.close();
    }
  }

  private static void drop(String... names) {
    MilvusClientV2 client = Session.client(Address.of(endpoint, Access.FULL), Session.LONG);
    try {
      for (String name : names) {
        client.dropCollection(DropCollectionReq.builder().collectionName(name).build());
      }
    } finally {
      client.close();
    }
  }
}
