package dev.slipway.milvus;

/** The names of what Milvus tells its user; stable on every target. */
public final class MilvusOutputs {
  /** Where clients connect, {@code https://host:port}. */
  public static final String URI = "milvus.uri";

  /** The user's name. */
  public static final String USER = "milvus.user";

  /** The user's password; sensitive. */
  public static final String PASSWORD = "milvus.password";

  /** PEM file of the authority that signed the endpoint's certificate. */
  public static final String CA_FILE = "milvus.ca-file";

  /** The name that the endpoint's certificate was issued for. */
  public static final String SERVER_NAME = "milvus.server-name";

  /** Where Attu, the web console, is found. */
  public static final String ATTU = "milvus.attu";

  private MilvusOutputs() {}
}
