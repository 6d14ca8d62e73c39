package dev.slipway.kubernetes.chart;

import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Spec;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A Helm chart that stands for its objects; it is expanded before each plan and never made itself.
 *
 * @param release the release's name
 * @param namespace where the release lives; made if {@code createNamespace}
 * @param chart folder of the chart, {@code oci://…} address, or name within {@code repository}
 * @param repository address of a classic chart repository
 * @param version exact version or range; empty for a folder
 * @param values over the chart's own; {@link dev.slipway.engine.resource.Value}s may stand where
 *     texts stand
 * @param createNamespace whether the namespace is part of the stack
 * @param adopt whether a release of this name that Helm made is taken over
 * @param crds whether the chart's {@code crds/} are made
 * @param claims what becomes of the claims that its StatefulSets make when it leaves the stack;
 *     Helm knows {@code KEEP} only
 */
public record ChartSpec(
    String release,
    String namespace,
    String chart,
    Optional<String> repository,
    Optional<String> version,
    Map<String, Object> values,
    boolean createNamespace,
    boolean adopt,
    boolean crds,
    Removal claims)
    implements Spec {
  public static final String TYPE = "kubernetes.chart";

  public ChartSpec {
    Objects.requireNonNull(release, "release");
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(chart, "chart");
    Objects.requireNonNull(repository, "repository");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(claims, "claims");
  }

  /** A chart whose StatefulSets' claims stay. */
  public ChartSpec(
      String release,
      String namespace,
      String chart,
      Optional<String> repository,
      Optional<String> version,
      Map<String, Object> values,
      boolean createNamespace,
      boolean adopt,
      boolean crds) {
    this(
        release,
        namespace,
        chart,
        repository,
        version,
        values,
        createNamespace,
        adopt,
        crds,
        Removal.KEEP);
  }
}
