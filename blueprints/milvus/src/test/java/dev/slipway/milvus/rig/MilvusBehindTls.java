package dev.slipway.milvus.rig;

import java.nio.file.Path;

/** A real Milvus behind an endpoint with TLS and a password. */
public record MilvusBehindTls(
    MilvusLite milvus, TestAuthority authority, TestGateway gateway, TestEndpoint endpoint)
    implements AutoCloseable {
  /** The password of its user {@code root}. */
  public static final String PASSWORD = "fnvPq8a2WJYc7Kd0";

  /**
   * Starts one.
   *
   * @param folder where it keeps its files
   */
  public static MilvusBehindTls start(Path folder) throws Exception {
    MilvusLite milvus = MilvusLite.start(folder);
    try {
      TestAuthority authority = new TestAuthority(folder.resolve("authority"));
      TestGateway gateway = new TestGateway(milvus.port(), authority.issue("localhost"), PASSWORD);
      TestEndpoint endpoint = TestEndpoint.of(gateway.port(), PASSWORD, authority.file());
      return new MilvusBehindTls(milvus, authority, gateway, endpoint);
    } catch (Exception e) {
      milvus.close();
      throw e;
    }
  }

  @Override
  public void close() {
    gateway.close();
    milvus.close();
  }
}
