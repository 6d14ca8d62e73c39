package dev.slipway.kubernetes.object;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.kubernetes.schema.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares one live object with its spec: by what the server says it would come to, else by what
 * the schema and the live object's managers tell.
 */
record ObjectDiff(ObjectSpec wanted, ObservedObject observed, Schemas schemas) {

  /** What differs, and whether only the server can tell if that is all. */
  record Result(List<Difference> differences, List<FieldChange> secrets, boolean certain) {
    boolean same() {
      return differences.isEmpty() && secrets.isEmpty() && certain;
    }
  }

  /** The changes, whether they can be made or not. */
  Diff changes() {
    Result result = best();
    Masks masks = new Masks(texts());
    List<FieldChange> changes = new ArrayList<>();
    for (Difference difference : result.differences()) {
      changes.add(masks.change(difference, isFixed(difference.path().toString())));
    }
    for (FieldChange secret : result.secrets()) {
      changes.add(
          new FieldChange(secret.path(), secret.before(), secret.after(), isFixed(secret.path())));
    }
    if (!changes.isEmpty() && changes.stream().noneMatch(FieldChange::replaces)) {
      changes = refusedAsFixed(changes);
    }
    return changes.isEmpty() ? Diff.NONE : new Diff(changes);
  }

  /**
   * The changes.
   *
   * @param force whether fields may be taken from other managers
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if they can't be made
   */
  Diff changesThatCanBe(boolean force) {
    Diff diff = changes();
    if (diff.isEmpty()) {
      return diff;
    }
    if (diff.replaces()) {
      if (Fixed.holdsData(observed.live())) {
        throw ObjectProblems.replacesData(wanted.key(), diff).asException();
      }
      return diff;
    }
    Optional<Diagnostic> refusal = refusal().filter(_ -> !conflictOnly());
    if (refusal.isPresent()) {
      throw refusal.get().asException();
    }
    if (!force && observed.ownership() != ObservedObject.Ownership.ADOPTABLE) {
      List<Difference> conflicts = conflicts(best());
      if (!conflicts.isEmpty()) {
        throw ObjectProblems.conflict(wanted.key(), conflicts).asException();
      }
    }
    return diff;
  }

  /** What somebody else has set otherwise. */
  private List<Difference> conflicts(Result result) {
    List<Difference> conflicts = new ArrayList<>();
    for (Difference difference : result.differences()) {
      if (difference.after() != null && !difference.managers().isEmpty()) {
        conflicts.add(difference);
      }
    }
    for (String key : wanted.data().keySet()) {
      FieldPath path = FieldPath.ROOT.field("data").field(key);
      List<String> holders = managers().othersOf(fields -> fields.field("data").field(key));
      for (FieldChange change : holders.isEmpty() ? List.<FieldChange>of() : result.secrets()) {
        if (change.path().equals(path.toString())) {
          conflicts.add(new Difference(path, change.before(), change.after(), holders));
        }
      }
    }
    return conflicts;
  }

  /** Without asking the server. */
  Result offline() {
    ApiObject live = live();
    TreeComparison.Outcome outcome =
        new TreeComparison(managers(), texts(), false)
            .compare(
                HandedOver.without(
                        Wanted.object(wanted, observed.marks()).without("status"),
                        observed.live(),
                        wanted.fieldManager())
                    .tree(),
                live.tree(),
                schemas.find(live.apiVersion(), live.kind()));
    return new Result(outcome.differences(), secrets(), outcome.certain());
  }

  private Result best() {
    if (observed.preview().orElse(null)
            instanceof Preview.Accepted(var spec, ApiObject result, var replaced)
        && spec.equals(wanted)
        && isSameVersion(result)) {
      List<Difference> differences = new ArrayList<>(fromLive(result));
      // The server tries it before the takeover, so it drops nothing that was ours by updates.
      replaced.stream()
          .flatMap(without -> dropped(fromLive(without)))
          .filter(dropped -> differences.stream().noneMatch(d -> d.path().equals(dropped.path())))
          .forEach(differences::add);
      return new Result(differences, secrets(), true);
    }
    return offline();
  }

  private List<Difference> fromLive(ApiObject other) {
    ApiObject live = live();
    return new TreeComparison(managers(), texts(), true)
        .compare(
            plain(other).tree(), plain(live).tree(), schemas.find(live.apiVersion(), live.kind()))
        .differences();
  }

  /**
   * What our manager has set and the spec doesn't: it goes, or gets the value of a default.
   *
   * @param replaced what differs if the spec is all that is asked for
   */
  private Stream<Difference> dropped(List<Difference> replaced) {
    return offline().differences().stream()
        .filter(difference -> difference.after() == null)
        .flatMap(
            owned ->
                replaced.stream()
                    .flatMap(
                        change ->
                            change.isWithin(owned)
                                ? Stream.of(change)
                                : owned.isWithin(change) ? Stream.of(owned) : Stream.empty()))
        .distinct();
  }

  /** Whether nobody has changed the object between the look at it and the server's answer. */
  private boolean isSameVersion(ApiObject result) {
    return result
        .text("metadata", "resourceVersion")
        .equals(observed.live().text("metadata", "resourceVersion"));
  }

  private Optional<Diagnostic> refusal() {
    return observed.preview().orElse(null) instanceof Preview.Refused(var spec, Diagnostic why)
            && spec.equals(wanted)
        ? Optional.of(why)
        : Optional.empty();
  }

  private boolean conflictOnly() {
    return refusal().filter(why -> why.code().equals(ObjectProblems.CONFLICT)).isPresent();
  }

  /** What the server says can't be changed, where no table knows of it. */
  private List<FieldChange> refusedAsFixed(List<FieldChange> changes) {
    Optional<Diagnostic> refusal =
        refusal()
            .filter(why -> why.code().equals("KUBERNETES-IMMUTABLE") || Refusals.isFixedField(why));
    if (refusal.isEmpty()) {
      return changes;
    }
    List<FieldChange> fixed = new ArrayList<>();
    for (FieldChange change : changes) {
      fixed.add(
          new FieldChange(
              change.path(),
              change.before(),
              change.after(),
              Refusals.names(refusal.get(), change.path())));
    }
    if (fixed.stream().noneMatch(FieldChange::replaces)) {
      fixed.replaceAll(
          change -> new FieldChange(change.path(), change.before(), change.after(), true));
    }
    return fixed;
  }

  private boolean isFixed(String path) {
    return Fixed.is(observed.live(), path);
  }

  private HoleTexts texts() {
    return Wanted.texts(wanted, observed.sight().fingerprint());
  }

  private Managers managers() {
    return Managers.of(observed.live(), wanted.fieldManager());
  }

  private List<FieldChange> secrets() {
    return isSecret() ? new SecretData(wanted, observed, managers().ours()).changes() : List.of();
  }

  private boolean isSecret() {
    return wanted.key().groupKind().equals(SecretData.KIND);
  }

  private ApiObject live() {
    return isSecret() ? observed.live().without("data") : observed.live();
  }

  /** Without what the server writes and what goes with every update. */
  static ApiObject plain(ApiObject object) {
    ApiObject plain = object.without("status");
    for (String field :
        List.of(
            "managedFields",
            "resourceVersion",
            "generation",
            "uid",
            "creationTimestamp",
            "selfLink")) {
      plain = plain.without("metadata", field);
    }
    return plain;
  }
}
