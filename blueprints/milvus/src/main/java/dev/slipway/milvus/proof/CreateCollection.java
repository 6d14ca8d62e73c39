package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.common.ConsistencyLevel;
import io.milvus.v2.common.DataType;
import io.milvus.v2.service.collection.request.AddFieldReq;
import io.milvus.v2.service.collection.request.CreateCollectionReq;
import io.milvus.v2.service.collection.request.CreateCollectionReq.CollectionSchema;
import io.milvus.v2.service.collection.request.DescribeCollectionReq;
import io.milvus.v2.service.collection.request.DropCollectionReq;
import java.time.Instant;
import java.util.List;

/** Makes the run's collection, when what crashed proofs left has been dropped. */
final class CreateCollection implements Step {
  @Override
  public String run(Session.Open milvus) throws CheckFailure {
    MilvusClientV2 client = milvus.client();
    long dropped = dropLeftOvers(client);
    client.createCollection(
        CreateCollectionReq.builder()
            .collectionName(milvus.collection())
            .collectionSchema(schema())
            .consistencyLevel(ConsistencyLevel.STRONG)
            .build());
    List<String> fields =
        client
            .describeCollection(
                DescribeCollectionReq.builder().collectionName(milvus.collection()).build())
            .getFieldNames();
    Expect.that(
        fields.equals(List.of(Rows.KEY, Rows.RANDOM, Rows.EMBEDDINGS)),
        "a collection of the fields pk, random and embeddings",
        "one of " + fields);
    String left = dropped == 0 ? "" : "; dropped %d left by crashed proofs".formatted(dropped);
    return "%s, %s, %s of %d dimensions"
            .formatted(Rows.KEY, Rows.RANDOM, Rows.EMBEDDINGS, Rows.DIMENSION)
        + left;
  }

  private static long dropLeftOvers(MilvusClientV2 client) {
    Instant now = Instant.now();
    List<String> left =
        client.listCollections().getCollectionNames().stream()
            .filter(name -> CollectionName.isLeftOver(name, now))
            .toList();
    left.forEach(
        name -> client.dropCollection(DropCollectionReq.builder().collectionName(name).build()));
    return left.size();
  }

  private static CollectionSchema schema() {
    CollectionSchema schema = MilvusClientV2.CreateSchema();
    schema.addField(
        AddFieldReq.builder()
            .fieldName(Rows.KEY)
            .dataType(DataType.VarChar)
            .isPrimaryKey(true)
            .autoID(false)
            .maxLength(100)
            .build());
    schema.addField(AddFieldReq.builder().fieldName(Rows.RANDOM).dataType(DataType.Double).build());
    schema.addField(
        AddFieldReq.builder()
            .fieldName(Rows.EMBEDDINGS)
            .dataType(DataType.FloatVector)
            .dimension(Rows.DIMENSION)
            .build());
    return schema;
  }
}
