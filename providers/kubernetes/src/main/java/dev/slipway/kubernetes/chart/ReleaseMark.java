package dev.slipway.kubernetes.chart;

import dev.slipway.engine.provider.Call;
import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.chart.content.Scopes;
import dev.slipway.kubernetes.chart.content.SecretText;
import dev.slipway.kubernetes.chart.lock.LockedImages;
import dev.slipway.kubernetes.chart.render.Document;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.Collection;
import java.util.Map;

/**
 * What is added to a release's objects: the labels and annotations by which Helm knows its own, and
 * Slipway's mark, so that what Helm makes of the release later carries it too.
 */
record ReleaseMark(
    ChartSpec chart, Scopes scopes, Collection<String> markers, LockedImages images, Call call) {
  Document object(Document document) {
    ApiObject object = document.object();
    ApiObject named =
        scopes
            .placed(object, chart.namespace())
            .with(with(object.labels(), "app.kubernetes.io/managed-by", "Helm"), LABELS)
            .with(
                with(
                    with(object.annotations(), "meta.helm.sh/release-name", chart.release()),
                    "meta.helm.sh/release-namespace",
                    chart.namespace()),
                "metadata",
                "annotations");
    return document.with(marked(named, document.source()));
  }

  Document hook(Document document) {
    ApiObject placed = scopes.placed(document.object(), chart.namespace());
    return document.with(marked(placed, document.source()));
  }

  /** The object without Slipway's mark, which is added again whenever it is applied. */
  static ApiObject unmarked(ApiObject object) {
    Map<String, Object> labels = new java.util.TreeMap<>(object.labels());
    labels.remove(Mark.OWNER);
    labels.remove(Mark.STACK);
    return labels.isEmpty() ? object.without(LABELS) : object.with(labels, LABELS);
  }

  private ApiObject marked(ApiObject object, String source) {
    Map<String, Object> labels =
        with(with(object.labels(), Mark.OWNER, call.owner()), Mark.STACK, call.stack());
    ApiObject marked = images.held(object).with(labels, LABELS);
    return SecretText.isSecret(marked) ? SecretText.tidy(marked, source, markers) : marked;
  }

  private static final String[] LABELS = {"metadata", "labels"};

  private static Map<String, Object> with(Map<String, ?> map, String key, String value) {
    Map<String, Object> copy = new java.util.TreeMap<>(map);
    copy.put(key, value);
    return copy;
  }
}
