package dev.slipway.aws.account;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.util.List;
import java.util.Optional;

/** Holds a stack to the account and region that it was begun in. */
public final class AccountHandler implements ResourceHandler<AccountSpec, AccountObserved> {
  private final Identity identity;
  private final String region;

  /**
   * @param region that the credentials are used in
   */
  public AccountHandler(Identity identity, String region) {
    this.identity = identity;
    this.region = region;
  }

  @Override
  public String type() {
    return AccountSpec.TYPE;
  }

  @Override
  public Class<AccountSpec> specType() {
    return AccountSpec.class;
  }

  /** It is there once the stack has been bound to it. */
  @Override
  public Optional<AccountObserved> read(Subject<AccountSpec> subject, Call call) {
    return subject.last().map(_ -> observed());
  }

  private AccountObserved observed() {
    return new AccountObserved(identity.account(), region, identity.caller());
  }

  /**
   * @throws DiagnosticException if the credentials lead elsewhere than the stack
   */
  @Override
  public Diff diff(AccountSpec desired, AccountObserved observed) {
    check(desired, observed);
    return Diff.NONE;
  }

  /**
   * Holds a spec against what the credentials lead to.
   *
   * @param region that they are used in
   * @throws DiagnosticException if they lead elsewhere
   */
  public static void check(AccountSpec desired, Identity identity, String region) {
    check(desired, new AccountObserved(identity.account(), region, identity.caller()));
  }

  private static void check(AccountSpec desired, AccountObserved observed) {
    if (!desired.id().equals(observed.id())) {
      throw new DiagnosticException(List.of(wrongAccount(desired.id(), observed)));
    }
    if (!desired.region().equals(observed.region())) {
      throw new DiagnosticException(List.of(wrongRegion(desired.region(), observed.region())));
    }
  }

  @Override
  public AccountObserved create(ResourceId id, AccountSpec spec, Call call) {
    AccountObserved observed = observed();
    try {
      check(spec, observed);
    } catch (DiagnosticException elsewhere) {
      throw ProviderException.refused(elsewhere.first());
    }
    return observed;
  }

  @Override
  public AccountObserved update(
      ResourceId id, AccountSpec spec, AccountObserved observed, Call call) {
    return observed;
  }

  @Override
  public void delete(Subject<AccountSpec> subject, AccountObserved observed, Call call) {}

  @Override
  public Optional<AccountObserved> readDeleted(Subject<AccountSpec> subject, Call call) {
    return Optional.empty();
  }

  @Override
  public Status status(AccountObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(AccountSpec spec) {
    return Attributes.of("id", spec.id(), "region", spec.region());
  }

  /**
   * Holds what the stack file says against the account that the stack was begun in.
   *
   * @throws DiagnosticException if it names another
   */
  public static void checkStays(String begunIn, AccountSpec wanted) {
    if (!wanted.id().isEmpty() && !wanted.id().equals(begunIn)) {
      throw Diagnostic.user(
              "AWS-OTHER-ACCOUNT",
              "The stack lives in another account",
              "The stack was launched in the account %s, but the stack file now says %s."
                  .formatted(begunIn, wanted.id()),
              "Set 'account' back to "
                  + begunIn
                  + ". To launch the stack in "
                  + wanted.id()
                  + " as well, copy the stack file to another folder; to move it, take it down"
                  + " first.")
          .asException();
    }
  }

  private static Diagnostic wrongAccount(String wanted, AccountObserved observed) {
    return Diagnostic.user(
        "AWS-WRONG-ACCOUNT",
        "The credentials belong to another account",
        "The stack lives in the account %s, but the credentials are those of %s in the account %s."
            .formatted(wanted, observed.caller(), observed.id()),
        "Use credentials of the account "
            + wanted
            + " (AWS_PROFILE, or 'profile' in the stack file). To launch the stack in another"
            + " account, copy the stack file to another folder, or take it down first.");
  }

  private static Diagnostic wrongRegion(String before, String now) {
    return Diagnostic.user(
        "AWS-OTHER-REGION",
        "The stack lives in another region",
        "The stack was launched in %s, but the stack file now says %s.".formatted(before, now),
        "Set 'region' back to "
            + before
            + ". To launch the stack in "
            + now
            + " as well, copy the stack file to another folder; to move it, take it down first.");
  }
}
