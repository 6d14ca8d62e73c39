package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import java.util.List;
import java.util.Optional;

/** What is known of a server's kinds. */
final class Discovered {
  private final Connection connection;
  private boolean mayBeAbsent;
  private Optional<Kinds> known = Optional.empty();
  private Optional<Ahead<Kinds>> begun = Optional.empty();
  private boolean absent;

  /** Whether what is asked for makes no sense without a cluster. */
  private boolean required;

  /** Whether somebody defined new kinds meanwhile, of which the server may not tell yet. */
  private boolean growing;

  Discovered(Connection connection, boolean mayBeAbsent) {
    this.connection = connection;
    this.mayBeAbsent = mayBeAbsent;
  }

  /** The server's kinds; empty if there is no server, and there may be none. */
  synchronized Optional<Kinds> kinds() {
    if (known.isEmpty() && !absent) {
      try {
        known = Optional.of(ask());
      } catch (ProviderException failure) {
        if (!isAbsence(failure)) {
          throw failure;
        }
        absent = true;
      }
    }
    return known;
  }

  private boolean isAbsence(ProviderException failure) {
    return ConnectionProblems.isCertainAbsence(failure)
        ? !required
        : mayBeAbsent && ConnectionProblems.isAbsence(failure);
  }

  /** Asks the server while something else goes on. */
  synchronized void begin() {
    if (known.isEmpty() && begun.isEmpty()) {
      begun = Optional.of(Ahead.begin(this::fresh));
    }
  }

  private Kinds ask() {
    if (begun.isEmpty()) {
      return fresh();
    }
    Ahead<Kinds> asked = begun.get();
    begun = Optional.empty();
    return asked.await(() -> ConnectionProblems.interrupted(connection.context()));
  }

  private Kinds fresh() {
    return new Discovery(connection.transport()).ask();
  }

  synchronized void forget() {
    begun = Optional.empty();
    growing |= known.isPresent();
    known = Optional.empty();
    absent = false;
  }

  synchronized void mustAnswer() {
    mayBeAbsent = false;
    absent = false;
  }

  Optional<Kinds.Kind> find(String apiVersion, String kind) {
    return kinds().flatMap(kinds -> kinds.find(apiVersion, kind));
  }

  /**
   * A kind that is needed now, so that the server is asked again if it isn't known.
   *
   * @throws ProviderException if there is no server, or it doesn't know the kind (yet)
   */
  synchronized Kinds.Kind require(String apiVersion, String kind) {
    Optional<Kinds.Kind> found = find(apiVersion, kind);
    if (found.isPresent()) {
      return found.get();
    }
    boolean before = mayBeAbsent;
    boolean wasGrowing = growing;
    try {
      mayBeAbsent = false;
      required = true;
      forget();
      found = find(apiVersion, kind);
    } finally {
      mayBeAbsent = before;
      required = false;
      growing = wasGrowing;
    }
    return found.orElseThrow(() -> missing(apiVersion, kind));
  }

  private ProviderException missing(String apiVersion, String kind) {
    List<String> names =
        kinds().map(kinds -> List.copyOf(kinds.kinds().keySet())).orElse(List.of());
    Diagnostic problem =
        AbsenceProblems.kind(apiVersion, kind, names, connection.context().name()).first();
    return growing ? ProviderException.passing(problem) : ProviderException.refused(problem);
  }
}
