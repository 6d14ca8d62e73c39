package dev.slipway.milvus.guide;

import dev.slipway.engine.stack.Launch.Guide;
import java.util.List;

/**
 * How to connect to Milvus through its TLS endpoint from the languages with an official client. The
 * password is read from the environment, so that it stands in no file.
 */
public final class MilvusGuides {
  private static final String PYTHON =
      """
      # export MILVUS_PASSWORD="$({{milvus.password}})"
      # pip install pymilvus
      import os
      from pymilvus import MilvusClient

      client = MilvusClient(
          uri="{{milvus.uri}}",
          user="{{milvus.user}}",
          password=os.environ["MILVUS_PASSWORD"],
          server_pem_path="{{milvus.ca-file}}",
          server_name="{{milvus.server-name}}",
      )
      print(client.list_collections())
      """;

  private static final String JAVA =
      """
      // export MILVUS_PASSWORD="$({{milvus.password}})"
      // On the class path: io.milvus:milvus-sdk-java:2.6.22 and org.slf4j:slf4j-nop:2.0.17
      import io.milvus.v2.client.ConnectConfig;
      import io.milvus.v2.client.MilvusClientV2;

      public class Connect {
        public static void main(String[] args) {
          MilvusClientV2 client =
              new MilvusClientV2(
                  ConnectConfig.builder()
                      .uri("{{milvus.uri}}")
                      .username("{{milvus.user}}")
                      .password(System.getenv("MILVUS_PASSWORD"))
                      .serverPemPath("{{milvus.ca-file}}")
                      .serverName("{{milvus.server-name}}")
                      .build());
          System.out.println(client.listCollections().getCollectionNames());
          client.close();
        }
      }
      """;

  private MilvusGuides() {}

  /** One guide a language. */
  public static List<Guide> all() {
    return List.of(new Guide("Python", PYTHON), new Guide("Java", JAVA));
  }
}
