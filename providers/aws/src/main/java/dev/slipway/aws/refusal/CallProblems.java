package dev.slipway.aws.refusal;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Why a call got no answer. */
final class CallProblems {
  private CallProblems() {}

  static ProviderException of(SdkClientException failed, String attempted) {
    String message = String.valueOf(failed.getMessage());
    if (message.contains("Unable to load credentials")
        || message.contains("Profile file contained no credentials")
        || message.contains("credentials in profile")) {
      return because(failed, ProviderException.refused(noCredentials(message)));
    }
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return because(failed, ProviderException.passing(unreachable(cause, attempted)));
      }
    }
    return failed(failed, attempted);
  }

  static ProviderException failed(SdkException failed, String attempted) {
    return because(
        failed,
        ProviderException.refused(
            Diagnostic.environment(
                "AWS-CALL-FAILED",
                "A call to AWS could not be made",
                "%s could not be called: %s.".formatted(attempted, failed.getMessage()),
                "Look at what the message names (profile, region, proxy), then run the same command"
                    + " again.")));
  }

  static ProviderException cancelled(Throwable failure) {
    return because(
        failure,
        ProviderException.cancelled(
            Diagnostic.environment(
                "AWS-CANCELLED",
                "A call to AWS was given up",
                "A call to AWS was given up, since the command was stopped.",
                "Repeat the command; it goes on from where it stopped.")));
  }

  static ProviderException because(Throwable cause, ProviderException told) {
    told.initCause(cause);
    return told;
  }

  private static Diagnostic noCredentials(String message) {
    return Diagnostic.environment(
        "AWS-NO-CREDENTIALS",
        "There are no AWS credentials",
        "No credentials were found: in the environment (AWS_ACCESS_KEY_ID), in the profile, by web"
            + " identity, or on this machine."
            + (message.contains("providers in the chain") ? "" : " The AWS SDK says: " + message),
        "Sign in, for example:\n  aws sso login --profile NAME\n"
            + "or name the profile in the stack file with 'profile', or set AWS_PROFILE, or"
            + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
  }

  private static Diagnostic unreachable(Throwable cause, String attempted) {
    return Diagnostic.environment(
        "AWS-UNREACHABLE",
        "AWS can't be reached",
        "%s got no answer: %s."
            .formatted(
                attempted,
                cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()),
        "See whether this machine has a connection, and whether a proxy or VPN lies between. If"
            + " AWS_ENDPOINT_URL is set, see whether something answers there.");
  }
}
