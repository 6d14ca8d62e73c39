package dev.slipway.milvus.kubernetes;

import dev.slipway.milvus.config.kubernetes.KubernetesConfig;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig.Queue;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig.Size;
import java.util.Map;
import java.util.Optional;

/** The chart's values for the message queue. */
record QueueValues(KubernetesConfig config) {
  void putInto(Tree values) {
    Queue queue = config.theQueue();
    Optional<String> address = config.queueAddress();
    boolean bundled = address.isEmpty();
    values.put("kafka.enabled", bundled && queue == Queue.KAFKA);
    values.put("pulsar.enabled", bundled && queue == Queue.PULSAR);
    switch (queue) {
      case ROCKSMQ -> {}
      case KAFKA ->
          address.ifPresentOrElse(brokers -> externalKafka(values, brokers), () -> kafka(values));
      case PULSAR ->
          address.ifPresentOrElse(there -> externalPulsar(values, there), () -> pulsar(values));
    }
  }

  private static void externalKafka(Tree values, String brokers) {
    values.put("externalKafka.enabled", true);
    values.put("externalKafka.brokerList", brokers);
    values.put("externalKafka.securityProtocol", "PLAINTEXT");
  }

  private static void externalPulsar(Tree values, String address) {
    int colon = address.lastIndexOf(':');
    values.put("externalPulsar.enabled", true);
    values.put("externalPulsar.host", address.substring(0, colon));
    values.put("externalPulsar.port", Integer.parseInt(address.substring(colon + 1)));
  }

  private void kafka(Tree values) {
    // The images that the chart names were moved in 2025; later charts name these.
    values.put("kafka.image", Map.of("repository", "bitnamilegacy/kafka", "tag", "3.1.0"));
    values.put(
        "kafka.zookeeper.image", Map.of("repository", "bitnamilegacy/zookeeper", "tag", "3.7.0"));
    boolean small = config.size() == Size.SMALL;
    values.put("kafka.pdb.create", !small);
    if (small) {
      values.put("kafka.replicaCount", 1);
      values.put("kafka.defaultReplicationFactor", 1);
      values.put("kafka.offsetsTopicReplicationFactor", 1);
      values.put("kafka.transactionStateLogReplicationFactor", 1);
      values.put("kafka.heapOpts", "-Xmx1024m -Xms1024m");
      values.put("kafka.persistence.size", "20Gi");
      values.put("kafka.zookeeper.replicaCount", 1);
    }
    config
        .storage()
        .storageClass()
        .ifPresent(
            name -> {
              values.put("kafka.persistence.storageClass", name);
              values.put("kafka.zookeeper.persistence.storageClass", name);
            });
  }

  private void pulsar(Tree values) {
    if (config.size() == Size.SMALL) {
      values.put("pulsar.zookeeper.replicaCount", 1);
      values.put("pulsar.bookkeeper.replicaCount", 1);
      values.put("pulsar.bookkeeper.volumes.journal.size", "10Gi");
      values.put("pulsar.bookkeeper.volumes.ledgers.size", "20Gi");
      values.put("pulsar.bookkeeper.configData.PULSAR_MEM", "-Xms1024m -Xmx1024m");
      values.put("pulsar.broker.resources.requests.memory", "2048Mi");
      values.put("pulsar.broker.resources.requests.cpu", 0.5);
      values.put("pulsar.broker.configData.PULSAR_MEM", "-Xms1024m -Xmx1024m");
      values.put("pulsar.broker.configData.managedLedgerDefaultEnsembleSize", "1");
      values.put("pulsar.broker.configData.managedLedgerDefaultWriteQuorum", "1");
      values.put("pulsar.broker.configData.managedLedgerDefaultAckQuorum", "1");
    }
    config
        .storage()
        .storageClass()
        .ifPresent(
            name -> {
              values.put("pulsar.zookeeper.volumes.data.storageClassName", name);
              values.put("pulsar.bookkeeper.volumes.journal.storageClassName", name);
              values.put("pulsar.bookkeeper.volumes.ledgers.storageClassName", name);
            });
  }
}
