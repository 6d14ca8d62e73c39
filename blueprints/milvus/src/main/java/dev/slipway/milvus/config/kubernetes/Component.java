package dev.slipway.milvus.config.kubernetes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A part of Milvus that runs in pods of its own. */
public enum Component {
  /** All parts in one, in standalone mode. */
  STANDALONE("standalone", "standalone"),
  /** Where clients connect. */
  PROXY("proxy", "proxy"),
  /** Root, query, data and index coordinator in one. */
  COORDINATOR("mixCoordinator", "mixcoord"),
  /** Searches. */
  QUERY_NODE("queryNode", "querynode"),
  /** Writes. */
  DATA_NODE("dataNode", "datanode"),
  /** Builds indexes. */
  INDEX_NODE("indexNode", "indexnode");

  private final String valuesKey;
  private final String suffix;

  Component(String valuesKey, String suffix) {
    this.valuesKey = valuesKey;
    this.suffix = suffix;
  }

  /** Its key in the chart's values. */
  public String valuesKey() {
    return valuesKey;
  }

  /** What its Deployment's name ends with. */
  public String suffix() {
    return suffix;
  }

  /** As it is written in a stack file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Those that run in a mode. */
  public static List<Component> of(KubernetesConfig.Mode mode) {
    return Arrays.stream(values())
        .filter(part -> (part == STANDALONE) == (mode == KubernetesConfig.Mode.STANDALONE))
        .toList();
  }

  /** Those that a HorizontalPodAutoscaler may make more of. */
  public boolean scales() {
    return this != STANDALONE && this != COORDINATOR;
  }
}
