package dev.slipway.milvus.rig;

import dev.slipway.engine.verify.Endpoint;
import dev.slipway.milvus.MilvusOutputs;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A Milvus by the outputs that a user gets. */
public record TestEndpoint(Map<String, String> outputs) implements Endpoint {
  public TestEndpoint {
    outputs = Map.copyOf(outputs);
  }

  /** Milvus behind TLS on localhost. */
  public static TestEndpoint of(int port, String password, Path caFile) {
    return new TestEndpoint(
        Map.of(
            MilvusOutputs.URI,
            "https://localhost:" + port,
            MilvusOutputs.USER,
            "root",
            MilvusOutputs.PASSWORD,
            password,
            MilvusOutputs.CA_FILE,
            caFile.toString(),
            MilvusOutputs.SERVER_NAME,
            "localhost"));
  }

  /** The same with another value for one output. */
  public TestEndpoint with(String output, String value) {
    Map<String, String> changed = new LinkedHashMap<>(outputs);
    changed.put(output, value);
    return new TestEndpoint(changed);
  }

  @Override
  public String output(String name) {
    String value = outputs.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no output " + name);
    }
    return value;
  }
}
