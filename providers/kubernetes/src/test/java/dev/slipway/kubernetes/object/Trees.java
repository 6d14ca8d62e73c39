package dev.slipway.kubernetes.object;

import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Objects written as YAML. */
final class Trees {
  private Trees() {}

  static ApiObject of(String yaml) {
    Map<String, Object> tree = new Yaml().load(yaml);
    return new ApiObject(tree);
  }

  static ObjectSpec spec(String yaml) {
    return ObjectSpec.of(of(yaml).tree());
  }
}
