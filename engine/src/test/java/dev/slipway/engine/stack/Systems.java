package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.verify.Proof;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Systems and targets whose keys show every kind of value that a stack file can hold. */
final class Systems {
  static final List<Blueprint<?>> BLUEPRINTS =
      List.of(
          new Plain<>("milvus", "A vector database.", MilvusConfig.class),
          new Plain<>("sampler", "One key of every kind.", SamplerConfig.class),
          new Plain<>("mlops", "Model tracking and serving.", MlopsConfig.class));

  static final List<TargetKind<?>> TARGETS =
      List.of(
          new Place<>("local", "Processes on this machine.", LocalConfig.class),
          new Place<>("eks", "A cluster on Amazon EKS.", EksConfig.class),
          new Place<>("bare", "Nothing to configure.", BareConfig.class));

  private Systems() {}

  enum DataPolicy {
    KEEP,
    DELETE,
    MOVE_ASIDE
  }

  record MilvusConfig(
      @Key(doc = "What becomes of the data when the stack goes down.", byDefault = "keep")
          DataPolicy data,
      @Key(doc = "Port of the gateway.", byDefault = "19530", min = 1, max = 65535) int port) {}

  record Limits(
      @Key(doc = "Fewest replicas.", byDefault = "1", min = 0) int least,
      @Key(doc = "Most replicas.", byDefault = "3", max = 100) int most) {
    Limits {
      if (least > most) {
        throw new IllegalArgumentException(
            "least (" + least + ") is more than most (" + most + ")");
      }
    }
  }

  sealed interface Store {
    record LocalDisk(@Key(doc = "Folder of the store.", byDefault = "data") String folder)
        implements Store {}

    record S3(
        @Key(doc = "Name of the bucket.", pattern = "[a-z0-9.-]{3,63}", example = "my-bucket")
            String bucket,
        @Key(doc = "Region of the bucket.") Optional<String> region)
        implements Store {}
  }

  record User(
      @Key(doc = "Login name.", pattern = "[a-z]+", example = "ann") String name,
      @Key(doc = "Whether the user may change things.", byDefault = "false") boolean admin) {}

  record SamplerConfig(
      @Key(doc = "Any text.", byDefault = "hello") String title,
      @Key(doc = "Another text.", byDefault = "none") String note,
      @Key(doc = "A large number.", byDefault = "4294967296", min = 1) long memory,
      @Key(doc = "A share.", byDefault = "0.5", min = 0, max = 1) double share,
      @Key(doc = "A switch.", byDefault = "true") Boolean on,
      @Key(doc = "How long to wait.", byDefault = "5m") Duration patience,
      @Key(doc = "How often to look.") Optional<Duration> interval,
      @Key(doc = "Optional number.", min = 1, max = 9) Optional<Integer> digit,
      @Key(doc = "Host names.", byDefault = "[localhost]", pattern = "[a-z.-]+") List<String> hosts,
      @Key(doc = "Labels.", byDefault = "{}") Map<String, String> labels,
      @Key(doc = "Weights by name.", byDefault = "{}", min = 0) Map<String, Integer> weights,
      @Key(doc = "How far it may grow.", byDefault = "{}") Limits limits,
      @Key(doc = "Limits of the cache.") Optional<Limits> cacheLimits,
      @Key(doc = "Where objects are kept.", byDefault = "{local-disk: {}}") Store store,
      @Key(doc = "Who may log in.", byDefault = "[]") List<User> users) {}

  record MlopsConfig(
      @Key(doc = "Name of the model that is served.", example = "iris") String model,
      @Key(doc = "Where models are kept.") Store store,
      @Key(doc = "Who runs it.") User owner,
      @Key(doc = "What becomes of the data.") DataPolicy data) {}

  record LocalConfig(
      @Key(doc = "Folder for what the stack keeps.") Optional<String> folder,
      @Key(doc = "Whether to keep logs.", byDefault = "true") boolean logs) {}

  record EksConfig(
      @Key(doc = "AWS region.", pattern = "[a-z]{2}-[a-z]+-[0-9]", example = "eu-central-1")
          String region,
      @Key(doc = "Number of nodes.", byDefault = "2", min = 1, max = 50) int nodes) {}

  record BareConfig() {}

  record Plain<C extends Record>(String system, String summary, Class<C> configType)
      implements Blueprint<C> {
    @Override
    public Launch build(C config, Site site) {
      if (site.target().equals("bare")) {
        throw Diagnostic.user("TEST-NOT-HERE", "Not here", system + " can't be here.", "Move it.")
            .asException();
      }
      return new Launch(List.of(), List.of(), new Proof(system, List.of()), List.of());
    }
  }

  record Place<T extends Record>(String name, String summary, Class<T> configType)
      implements TargetKind<T> {
    @Override
    public boolean costsMoney() {
      return false;
    }

    @Override
    public Access open(T config, Opening opening) {
      throw new UnsupportedOperationException("no stack is launched in these tests");
    }
  }
}
