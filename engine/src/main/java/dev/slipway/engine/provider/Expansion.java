package dev.slipway.engine.provider;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.verify.Proof;
import java.util.List;

/**
 * What resources stand for: a chart, for example, for its objects.
 *
 * @param resources everything that is wanted, with what stands for others replaced by it
 * @param proofs further proofs that came to light, for example a chart's tests
 * @param notices what the user should know and that stops nothing
 */
public record Expansion(List<Resource<?>> resources, List<Proof> proofs, List<Diagnostic> notices) {
  public Expansion {
    resources = List.copyOf(resources);
    proofs = List.copyOf(proofs);
    notices = List.copyOf(notices);
  }

  /** The resources stand for themselves. */
  public static Expansion of(List<Resource<?>> resources) {
    return new Expansion(resources, List.of(), List.of());
  }
}
