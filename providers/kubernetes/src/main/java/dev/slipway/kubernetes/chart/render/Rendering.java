package dev.slipway.kubernetes.chart.render;

import java.util.List;

/**
 * What a chart was rendered to.
 *
 * @param crds from the {@code crds} folders
 * @param objects in the order in which Helm makes them
 * @param hooks test hooks too
 * @param notes what the chart has to say to its user; may be empty
 */
public record Rendering(
    List<Document> crds, List<Document> objects, List<Document> hooks, String notes) {
  public Rendering {
    crds = List.copyOf(crds);
    objects = List.copyOf(objects);
    hooks = List.copyOf(hooks);
  }
}
