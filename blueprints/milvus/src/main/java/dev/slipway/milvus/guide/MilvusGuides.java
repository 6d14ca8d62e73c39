package dev.slipway.milvus.guide;

import dev.slipway.engine.stack.Launch.Guide;
import dev.slipway.milvus.proof.Access;
import java.util.List;

/**
 * How to connect to Milvus from the languages with an official client. The password is read from
 * the environment, so that it stands in no file.
 */
public final class MilvusGuides {
  private static final String FORWARD =
      """
      %1$s Milvus is reached through this, which runs until Ctrl-C and tells the address to use
      %1$s instead of {{milvus.uri}}:
      %1$s   slipway port-forward --output milvus.uri
      """;

  private MilvusGuides() {}

  /** One guide a language, for an endpoint with TLS and a password that is reached directly. */
  public static List<Guide> all() {
    return of(Access.FULL, false);
  }

  /**
   * One guide a language.
   *
   * @param access what the endpoint asks of its clients
   * @param forwarded whether it is reached through a port-forward only
   */
  public static List<Guide> of(Access access, boolean forwarded) {
    return List.of(
        new Guide("Python", (forwarded ? FORWARD.formatted("#") : "") + python(access)),
        new Guide("Java", (forwarded ? FORWARD.formatted("//") : "") + java(access)));
  }

  private static String python(Access access) {
    StringBuilder text = new StringBuilder();
    if (access.authentication()) {
      text.append("# export MILVUS_PASSWORD=\"$({{milvus.password}})\"\n");
    }
    text.append("# pip install pymilvus\n");
    text.append(access.authentication() ? "import os\n" : "");
    text.append("from pymilvus import MilvusClient\n\nclient = MilvusClient(\n");
    text.append("    uri=\"{{milvus.uri}}\",\n");
    if (access.authentication()) {
      text.append("    user=\"{{milvus.user}}\",\n");
      text.append("    password=os.environ[\"MILVUS_PASSWORD\"],\n");
    }
    if (access.tls()) {
      text.append("    server_pem_path=\"{{milvus.ca-file}}\",\n");
      text.append("    server_name=\"{{milvus.server-name}}\",\n");
    }
    return text.append(")\nprint(client.list_collections())\n").toString();
  }

  private static String java(Access access) {
    StringBuilder text = new StringBuilder();
    if (access.authentication()) {
      text.append("// export MILVUS_PASSWORD=\"$({{milvus.password}})\"\n");
    }
    text.append(JAVA_HEAD);
    text.append("                    .uri(\"{{milvus.uri}}\")\n");
    if (access.authentication()) {
      text.append("                    .username(\"{{milvus.user}}\")\n");
      text.append("                    .password(System.getenv(\"MILVUS_PASSWORD\"))\n");
    }
    if (access.tls()) {
      text.append("                    .serverPemPath(\"{{milvus.ca-file}}\")\n");
      text.append("                    .serverName(\"{{milvus.server-name}}\")\n");
    }
    return text.append(JAVA_TAIL).toString();
  }

  private static final String JAVA_HEAD =
      """
      // On the class path: io.milvus:milvus-sdk-java:2.6.22 and org.slf4j:slf4j-nop:2.0.17
      import io.milvus.v2.client.ConnectConfig;
      import io.milvus.v2.client.MilvusClientV2;

      public class Connect {
        public static void main(String[] args) {
          MilvusClientV2 client =
              new MilvusClientV2(
                  ConnectConfig.builder()
      """;

  private static final String JAVA_TAIL =
      """
                          .build());
          System.out.println(client.listCollections().getCollectionNames());
          client.close();
        }
      }
      """;
}
