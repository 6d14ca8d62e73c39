package dev.slipway.aws.iam.document;

import dev.slipway.engine.resource.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Who may assume a role. */
public sealed interface Trust {
  /** Tokens for AWS are made out to this client. */
  String CLIENT = "sts.amazonaws.com";

  /**
   * Services of AWS.
   *
   * @param principals for example {@code eks.amazonaws.com}
   * @param actions what they may do: {@code sts:AssumeRole}, and {@code sts:TagSession} for {@code
   *     pods.eks.amazonaws.com}
   */
  record Service(List<String> principals, List<String> actions) implements Trust {
    public Service {
      principals = List.copyOf(principals);
      actions = List.copyOf(actions);
    }

    /** One that assumes the role. */
    public static Service of(String principal) {
      return new Service(List.of(principal), List.of("sts:AssumeRole"));
    }

    /** The pods that EKS Pod Identity gives the role to. */
    public static Service pods() {
      return new Service(
          List.of("pods.eks.amazonaws.com"), List.of("sts:AssumeRole", "sts:TagSession"));
    }

    @Override
    public Optional<Value.Ref<String>> unknown() {
      return Optional.empty();
    }

    @Override
    public Map<String, Object> tree() {
      return statement(Map.of("Service", principals), actions, Map.of());
    }
  }

  /**
   * Service accounts of a Kubernetes cluster, by the tokens that the cluster signs (IRSA).
   *
   * @param provider ARN of the OIDC provider
   * @param issuer the cluster's issuer, with or without {@code https://}
   * @param subjects for example {@code system:serviceaccount:milvus:milvus}; {@code *} stands for
   *     any characters
   */
  record WebIdentity(Value<String> provider, Value<String> issuer, List<String> subjects)
      implements Trust {
    public WebIdentity {
      Objects.requireNonNull(provider, "provider");
      Objects.requireNonNull(issuer, "issuer");
      subjects = List.copyOf(subjects);
    }

    @Override
    public Optional<Value.Ref<String>> unknown() {
      for (Value<String> value : List.of(provider, issuer)) {
        if (value instanceof Value.Ref<String> ref) {
          return Optional.of(ref);
        }
      }
      return Optional.empty();
    }

    @Override
    public Map<String, Object> tree() {
      String prefix = issuer.get().replaceFirst("^https://", "") + ":";
      Map<String, Object> conditions = new TreeMap<>();
      Map<String, Object> exact = new TreeMap<>();
      exact.put(prefix + "aud", List.of(CLIENT));
      conditions.put("StringEquals", exact);
      if (subjects.stream().anyMatch(subject -> subject.contains("*"))) {
        conditions.put("StringLike", Map.of(prefix + "sub", subjects));
      } else {
        exact.put(prefix + "sub", subjects);
      }
      return statement(
          Map.of("Federated", List.of(provider.get())),
          List.of("sts:AssumeRoleWithWebIdentity"),
          conditions);
    }
  }

  /** What of it is not known yet, if anything. */
  Optional<Value.Ref<String>> unknown();

  /**
   * The role's trust policy as a tree of maps and lists in AWS's own words.
   *
   * @throws IllegalStateException if something isn't known yet
   */
  Map<String, Object> tree();

  private static Map<String, Object> statement(
      Map<String, ?> principal, List<String> actions, Map<String, Object> conditions) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Effect", Effect.ALLOW.text());
    statement.put("Principal", principal);
    statement.put("Action", actions);
    if (!conditions.isEmpty()) {
      statement.put("Condition", conditions);
    }
    return PolicyDocument.document(List.of(statement));
  }
}
