package dev.slipway.aws.refusal;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Why a service refused a call, by the service's own code. */
final class ServiceProblems {
  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");
  private static final Set<String> UNKNOWN_IDENTITY =
      Set.of(
          "InvalidClientTokenId",
          "AuthFailure",
          "UnrecognizedClientException",
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch");
  private static final Set<String> DENIED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "UnauthorizedOperation",
          "AuthorizationError",
          "Client.UnauthorizedOperation");
  private static final Set<String> NO_REGION = Set.of("OptInRequired", "InvalidRegionException");

  /** What another resource still uses: passes when that is gone. */
  private static final Set<String> IN_USE =
      Set.of(
          "DependencyViolation",
          "ResourceInUse",
          "ResourceInUseException",
          "DeleteConflict",
          "HostedZoneNotEmpty",
          "InvalidDBInstanceState",
          "InvalidDBSubnetGroupStateFault",
          "InvalidGroup.InUse",
          "InvalidIPAddress.InUse",
          "AuthFailure.InUse",
          "IncorrectState",
          "ConcurrentModification",
          "OperationAborted",
          "ResourceContention",
          "ScalingActivityInProgress");

  private ServiceProblems() {}

  static ProviderException of(AwsServiceException refused, String attempted) {
    String code = code(refused);
    String said = said(refused);
    return CallProblems.because(refused, refusal(refused, attempted, code, said));
  }

  private static String code(AwsServiceException refused) {
    String code = refused.awsErrorDetails() == null ? "" : refused.awsErrorDetails().errorCode();
    return code == null ? "" : code;
  }

  private static ProviderException refusal(
      AwsServiceException refused, String attempted, String code, String said) {
    if (refused.isThrottlingException()) {
      return new ProviderException(
          throttled(attempted, said),
          ProviderException.Retry.THROTTLED,
          Optional.<Duration>empty());
    }
    if (EXPIRED.contains(code)) {
      return ProviderException.refused(expired(attempted, said));
    }
    if (UNKNOWN_IDENTITY.contains(code)) {
      return ProviderException.refused(unknown(attempted, said));
    }
    if (DENIED.contains(code)) {
      return ProviderException.refused(denied(attempted, said));
    }
    if (NO_REGION.contains(code)) {
      return ProviderException.refused(noRegion(attempted, said));
    }
    Optional<ProviderException> lag = Lag.of(code, attempted, said);
    if (lag.isPresent()) {
      return lag.get();
    }
    if (code.endsWith("LimitExceeded") || code.endsWith("LimitExceededException")) {
      return ProviderException.refused(quota(attempted, said));
    }
    if (IN_USE.contains(code)) {
      return ProviderException.passing(inUse(attempted, said));
    }
    if (refused.statusCode() >= 500) {
      return ProviderException.passing(failed(attempted, said));
    }
    return ProviderException.refused(generic(attempted, said));
  }

  /** What the service said, with its code, the HTTP status and the request's id. */
  static String said(AwsServiceException refused) {
    String code = code(refused);
    String message =
        refused.awsErrorDetails() == null
            ? refused.getMessage()
            : refused.awsErrorDetails().errorMessage();
    String request = refused.requestId() == null ? "" : ", request " + refused.requestId();
    return "%s (%s, HTTP %d%s)"
        .formatted(
            message == null ? "no message" : message.strip(),
            code.isEmpty() ? "no code" : code,
            refused.statusCode(),
            request);
  }

  private static Diagnostic throttled(String attempted, String said) {
    return Diagnostic.environment(
        "AWS-THROTTLED",
        "AWS throttles the calls of this account",
        "%s was refused again and again: %s.".formatted(attempted, said),
        "Something else in this account calls the same service often. Run the same command again"
            + " later; it goes on from where it stopped.");
  }

  private static Diagnostic expired(String attempted, String said) {
    return Diagnostic.environment(
        "AWS-EXPIRED-CREDENTIALS",
        "The AWS credentials have expired",
        "%s was refused: %s.".formatted(attempted, said),
        "Sign in again, for example with 'aws sso login', then run the same command again; it goes"
            + " on from where it stopped.");
  }

  private static Diagnostic unknown(String attempted, String said) {
    return Diagnostic.environment(
        "AWS-UNKNOWN-CREDENTIALS",
        "AWS does not know the credentials",
        "%s was refused: %s.".formatted(attempted, said),
        "See which credentials are used (environment, profile) and whether they belong to this"
            + " partition and are still active.");
  }

  private static Diagnostic denied(String attempted, String said) {
    return Diagnostic.environment(
        "AWS-ACCESS-DENIED",
        "AWS denies the access",
        "%s isn't allowed: %s.".formatted(attempted, said),
        "Let who administers the account allow it. The policy that this stack needs is printed by"
            + "\n  slipway policy");
  }

  private static Diagnostic noRegion(String attempted, String said) {
    return Diagnostic.user(
        "AWS-WRONG-REGION",
        "The region can't be used by this account",
        "%s was refused: %s.".formatted(attempted, said),
        "Name another region in the stack file, or opt in to this one in the account's settings.");
  }

  private static Diagnostic quota(String attempted, String said) {
    return Diagnostic.environment(
        "AWS-QUOTA",
        "A quota of the account is used up",
        "%s was refused: %s.".formatted(attempted, said),
        "Remove what isn't needed any more, or ask AWS for a higher quota (Service Quotas in the"
            + " console), then run the same command again; it goes on from where it stopped.");
  }

  private static Diagnostic inUse(String attempted, String said) {
    return Diagnostic.environment(
        "AWS-IN-USE",
        "Something is still in use",
        "%s was refused: %s.".formatted(attempted, said),
        "Slipway asks again for a while. If something that this stack doesn't know holds it, remove"
            + " that, then run the same command again.");
  }

  private static Diagnostic failed(String attempted, String said) {
    return Diagnostic.environment(
        "AWS-FAILED",
        "AWS failed",
        "%s failed: %s.".formatted(attempted, said),
        "This is a fault of the service's own. Run the same command again; it goes on from where"
            + " it stopped.");
  }

  private static Diagnostic generic(String attempted, String said) {
    return Diagnostic.environment(
        "AWS-REFUSED",
        "AWS refused a call",
        "%s was refused: %s.".formatted(attempted, said),
        "Mend what the message names, then run the same command again; it goes on from where it"
            + " stopped.");
  }
}
