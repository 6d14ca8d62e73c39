package dev.slipway.engine.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One or more problems that stop what was asked for; all that could be found are reported at once.
 */
public class DiagnosticException extends RuntimeException {
  private final transient List<Diagnostic> diagnostics;

  public DiagnosticException(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream()
            .map(d -> d.code() + ": " + d.detail())
            .collect(Collectors.joining("\n")));
    if (diagnostics.isEmpty()) {
      throw new IllegalArgumentException("no diagnostics");
    }
    this.diagnostics = List.copyOf(diagnostics);
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The first problem; what a single-line report shows. */
  public Diagnostic first() {
    return diagnostics.getFirst();
  }
}
