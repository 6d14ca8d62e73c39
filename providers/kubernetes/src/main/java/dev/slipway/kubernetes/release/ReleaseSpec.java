package dev.slipway.kubernetes.release;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The record of a release that Helm keeps in the cluster, so that Helm knows what Slipway made.
 *
 * @param name of the release
 * @param namespace where the record lies
 * @param chart name of the chart
 * @param chartVersion for example {@code 4.2.19}
 * @param appVersion as the chart says; empty if it doesn't
 * @param content Helm's release as JSON ({@code chart}, {@code config}, {@code manifest}, {@code
 *     hooks}, {@code info.notes}) without {@code name}, {@code namespace}, {@code version} and the
 *     rest of {@code info}; it lies in the target's secret store since it holds the values, with
 *     {@code holes} as markers
 * @param holes as in {@link dev.slipway.kubernetes.object.ObjectSpec}
 * @param adopt whether a release of this name that Helm made is taken over
 */
public record ReleaseSpec(
    String name,
    String namespace,
    String chart,
    String chartVersion,
    String appVersion,
    Value<String> content,
    SortedMap<String, Value<String>> holes,
    boolean adopt)
    implements Spec {
  public static final String TYPE = "kubernetes.release";

  public ReleaseSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(chart, "chart");
    Objects.requireNonNull(chartVersion, "chartVersion");
    Objects.requireNonNull(appVersion, "appVersion");
    Objects.requireNonNull(content, "content");
    holes = new TreeMap<>(holes);
  }
}
