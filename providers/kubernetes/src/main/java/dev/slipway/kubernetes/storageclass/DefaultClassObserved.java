package dev.slipway.kubernetes.storageclass;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.List;

/**
 * Which classes are a cluster's default.
 *
 * @param name of the one that should be
 * @param others that are default beside it
 * @param undone those that we took the default from
 */
record DefaultClassObserved(String name, List<String> others, List<String> undone)
    implements Observed {
  DefaultClassObserved {
    others = List.copyOf(others);
    undone = List.copyOf(undone);
  }

  @Override
  public Attributes attributes() {
    return Attributes.of("name", name);
  }
}
