package dev.slipway.milvus.config.kubernetes;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.stack.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The {@code milvus.kubernetes:} section of a stack file.
 *
 * @param components by the names of {@link Component}
 * @param queueAddress of a queue that is there already
 */
public record KubernetesConfig(
    @Key(
            doc =
                "`standalone` runs Milvus in one pod; `cluster` runs each of its parts in pods of"
                    + " their own, which can be scaled.",
            byDefault = "standalone")
        Mode mode,
    @Key(
            doc = "The namespace that Milvus lives in.",
            byDefault = "milvus",
            pattern = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
        String namespace,
    @Key(
            doc =
                "Whether the namespace is part of the stack. Without it, the namespace must be"
                    + " there and stays.",
            byDefault = "true")
        boolean createNamespace,
    @Key(
            doc = "The version of Milvus.",
            byDefault = "2.4.15",
            pattern = "[0-9]+[.][0-9]+[.][0-9]+(-[0-9A-Za-z.]+)?")
        String version,
    @Key(doc = "The Helm chart that Milvus is rendered from.", byDefault = "{}") ChartConfig chart,
    @Key(
            doc =
                "How large Milvus is made: how many pods, and what each of them asks for. `small`"
                    + " serves a trial, `medium` millions of vectors with every part twice, `large`"
                    + " tens of millions.",
            byDefault = "small")
        Size size,
    @Key(
            doc =
                "What single parts get instead of what `size` gives them, by their names:"
                    + " `standalone`, or `proxy`, `coordinator`, `query-node`, `data-node` and"
                    + " `index-node`.",
            byDefault = "{}")
        Map<String, ComponentConfig> components,
    @Key(
            doc =
                "Lets proxies, query, data and index nodes become more when they are busy. It needs"
                    + " `mode: cluster`, and a metrics server in the cluster.")
        Optional<AutoscalingConfig> autoscaling,
    @Key(doc = "Where the data lies.", byDefault = "{}") StorageConfig storage,
    @Key(
            doc =
                "The message queue. `rocksmq` lives within a standalone Milvus and is its default;"
                    + " `pulsar`, the default of a cluster, and `kafka` come with the chart.")
        Optional<Queue> queue,
    @Key(
            doc =
                "The address of a Kafka (`host:port`, several with commas) or Pulsar (`host:port`)"
                    + " that is there already, to be used instead of one from the chart.",
            example = "kafka.example.org:9092",
            pattern = "[^\\s:,]+:[0-9]+(,[^\\s:,]+:[0-9]+)*")
        Optional<String> queueAddress,
    @Key(
            doc = "Whether clients need a user name and a password; the password is generated.",
            byDefault = "true")
        boolean authentication,
    @Key(
            doc =
                "`one-way` lets Milvus speak TLS, with a certificate from the stack's own"
                    + " authority; `none` lets it speak plaintext.",
            byDefault = "none")
        Tls tls,
    @Key(doc = "Attu, the web console of Milvus.", byDefault = "{}") AttuConfig attu,
    @Key(doc = "How clients reach Milvus.", byDefault = "{}") ExposeConfig expose,
    @Key(
            doc =
                "Further values for the chart, over those that Slipway sets. Passwords have no"
                    + " place here.",
            byDefault = "{}",
            example = "{queryNode: {nodeSelector: {pool: vectors}}}")
        Map<String, Object> values) {

  /** How Milvus runs. */
  public enum Mode {
    /** In one pod. */
    STANDALONE,
    /** Each part in pods of its own. */
    CLUSTER
  }

  /** How much it can hold and serve. */
  public enum Size {
    /** For a trial. */
    SMALL,
    /** Millions of vectors, every part twice. */
    MEDIUM,
    /** Tens of millions. */
    LARGE
  }

  /** Where Milvus writes what happens before it is in the storage. */
  public enum Queue {
    /** Within a standalone Milvus. */
    ROCKSMQ,
    /** Apache Kafka. */
    KAFKA,
    /** Apache Pulsar. */
    PULSAR
  }

  /** Whether Milvus itself speaks TLS. */
  public enum Tls {
    /** It speaks plaintext. */
    NONE,
    /** The server shows a certificate. */
    ONE_WAY
  }

  /**
   * @throws DiagnosticException with every combination of settings that can't be
   */
  public KubernetesConfig {
    components = Map.copyOf(new TreeMap<>(components));
    List<Diagnostic> conflicts =
        new Conflicts()
            .components(mode, components)
            .queue(mode, queue, queueAddress)
            .tls(mode, tls, chart)
            .password(authentication, version)
            .autoscaling(mode, autoscaling)
            .storage(storage)
            .attu(attu, tls)
            .expose(expose)
            .all();
    if (!conflicts.isEmpty()) {
      throw new DiagnosticException(conflicts);
    }
  }

  /** The same with other annotations of the Service or Ingress. */
  public KubernetesConfig exposedWith(Map<String, String> annotations) {
    return new KubernetesConfig(
        mode,
        namespace,
        createNamespace,
        version,
        chart,
        size,
        components,
        autoscaling,
        storage,
        queue,
        queueAddress,
        authentication,
        tls,
        attu,
        new ExposeConfig(
            expose.as(),
            expose.host(),
            expose.ingressClass(),
            expose.nodePort(),
            annotations,
            expose.sourceRanges(),
            expose.internal()),
        values);
  }

  /** The queue, chosen or by default. */
  public Queue theQueue() {
    return queue.orElse(mode == Mode.STANDALONE ? Queue.ROCKSMQ : Queue.PULSAR);
  }
}
