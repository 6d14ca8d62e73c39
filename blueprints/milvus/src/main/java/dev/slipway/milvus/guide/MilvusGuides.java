package dev.slipway.milvus.guide;

import dev.slipway.engine.stack.Launch.Guide;
import java.util.List;

/** How to connect to Milvus through its TLS endpoint from the languages with an official client. */
public final class MilvusGuides {
  private static final String PYTHON =
      """
      # pip install pymilvus
      from pymilvus import MilvusClient

      client = MilvusClient(
          uri="{{milvus.uri}}",
          user="{{milvus.user}}",
          password="{{milvus.password}}",
          server_pem_path="{{milvus.ca-file}}",
          server_name="{{milvus.server-name}}",
      )
      print(client.list_collections())
      """;

  private static final String JAVA =
      """
      // io.milvus:milvus-sdk-java:2.6.22
      import io.milvus.v2.client.ConnectConfig;
      import io.milvus.v2.client.MilvusClientV2;

      void main() {
        var client =
            new MilvusClientV2(
                ConnectConfig.builder()
                    .uri("{{milvus.uri}}")
                    .username("{{milvus.user}}")
                    .password("{{milvus.password}}")
                    .serverPemPath("{{milvus.ca-file}}")
                    .serverName("{{milvus.server-name}}")
                    .build());
        IO.println(client.listCollections().getCollectionNames());
        client.close();
      }
      """;

  private MilvusGuides() {}

  /** One guide a language. */
  public static List<Guide> all() {
    return List.of(new Guide("Python", PYTHON), new Guide("Java", JAVA));
  }
}
