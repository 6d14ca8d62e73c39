package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.kubeconfig.KubeContext;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.List;

/** What the server's refusals mean. */
final class Rejections {
  private Rejections() {}

  static ProviderException of(Answer answer, Request request, KubeContext context) {
    ApiObject status = answer.object();
    String message = answer.message();
    String reason = status.text("reason").orElse("");
    if (WebhookProblems.isDenial(message)) {
      return WebhookProblems.denied(answer, request);
    }
    if (WebhookProblems.isFailure(message)) {
      return WebhookProblems.down(message, request);
    }
    return switch (answer.code()) {
      case 401 -> CredentialProblems.unauthorized(context);
      case 403 -> AccessProblems.of(answer, request, context);
      case 404 -> AbsenceProblems.of(status, request, context);
      case 409 -> ConflictProblems.of(status, message, request);
      case 410 -> ServerProblems.expired(request);
      case 413 -> ContentProblems.tooLarge(message, request);
      case 400, 415, 422 ->
          answer.code() == 422 && causes(status).isEmpty() && request.isJsonPatch()
              ? ConflictProblems.patch(request)
              : ContentProblems.of(status, message, request);
      case 429 ->
          causes(status).stream().anyMatch(cause -> cause.is("DisruptionBudget"))
              ? ConflictProblems.budget(status, message, request)
              : ServerProblems.busy(answer, request, context);
      case 503 -> ServerProblems.busy(answer, request, context);
      default -> {
        if (ContentProblems.isSchema(message)) {
          yield ContentProblems.of(status, message, request);
        }
        if (message.contains("request is too large")) {
          yield ContentProblems.tooLarge(message, request);
        }
        yield answer.code() >= 500
            ? ServerProblems.failed(answer, request, context)
            : ServerProblems.refused(answer, reason, request, context);
      }
    };
  }

  static List<Cause> causes(ApiObject status) {
    return status.objects("details", "causes").stream()
        .map(
            cause ->
                new Cause(
                    cause.text("reason").orElse(""),
                    cause.text("field").orElse(""),
                    cause.text("message").orElse("")))
        .toList();
  }

  /** One reason of several in a status. */
  record Cause(String reason, String field, String message) {
    boolean is(String wanted) {
      return reason.equals(wanted);
    }
  }
}
