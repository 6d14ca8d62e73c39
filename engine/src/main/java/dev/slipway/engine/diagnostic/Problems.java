package dev.slipway.engine.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** Collects problems so that all of them can be reported at once. */
public final class Problems {
  private final List<Diagnostic> found = new ArrayList<>();

  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Diagnostic> all() {
    return List.copyOf(found);
  }

  /**
   * @throws DiagnosticException with every problem collected so far, if there is one
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new DiagnosticException(found);
    }
  }
}
