package dev.slipway.kubernetes;

import dev.slipway.engine.stack.Key;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The keys of the target {@code kubernetes} in a stack file. */
public record KubernetesConfig(
    @Key(
            doc =
                "The context of the kubeconfig that leads to the cluster. Without it, the"
                    + " kubeconfig's current context counts, whatever that is when a command runs.",
            example = "production")
        Optional<String> context,
    @Key(
            doc =
                "The kubeconfig's file, relative to the stack file's folder; `~/` stands for your"
                    + " home folder. Without it, the files"
                    + " that the environment variable KUBECONFIG lists are read, or else"
                    + " `~/.kube/config`.",
            example = "~/.kube/config")
        Optional<String> kubeconfig,
    @Key(
            doc =
                "The name of an environment variable that holds the kubeconfig's text, where there"
                    + " is no file: in CI, for example. The text itself holds credentials and has"
                    + " no place in a stack file.",
            example = "CLUSTER_KUBECONFIG",
            pattern = "[A-Za-z_][A-Za-z0-9_]*")
        Optional<String> contentsFrom,
    @Key(
            doc = "The namespace of the systems that name none of their own.",
            byDefault = "default",
            pattern = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
        String namespace,
    @Key(
            doc =
                "The Kubernetes version to plan for while no cluster answers, since it doesn't"
                    + " exist yet. Without it, a cluster that can't be reached is an error.",
            example = "\"1.34\"",
            pattern = "1\\.[0-9]{1,3}")
        Optional<String> version,
    @Key(
            doc =
                "What to do when somebody else (another tool, a controller, a person with kubectl)"
                    + " manages a field that the stack sets to another value. `fail` stops and"
                    + " names the field and its manager; `take` sets the field and manages it from"
                    + " then on.",
            byDefault = "fail")
        Conflicts conflicts,
    @Key(
            doc =
                "Where to ask for charts instead: the beginning of a repository's address, and the"
                    + " address that takes its place, for a network without access to the"
                    + " Internet.",
            byDefault = "{}")
        Map<String, String> mirror)
    implements ClusterConfig {

  /** What to do about fields that others manage. */
  public enum Conflicts {
    /** It is an error. */
    FAIL,
    /** They are taken from them. */
    TAKE
  }

  public KubernetesConfig {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(kubeconfig, "kubeconfig");
    Objects.requireNonNull(contentsFrom, "contentsFrom");
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(conflicts, "conflicts");
    mirror = Map.copyOf(mirror);
    if (kubeconfig.isPresent() && contentsFrom.isPresent()) {
      throw new IllegalArgumentException(
          "'kubeconfig' and 'contents-from' both say where the kubeconfig is; give one of them");
    }
  }
}
