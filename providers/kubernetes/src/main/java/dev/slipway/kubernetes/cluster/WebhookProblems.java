package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What admission webhooks and policies say, or that they can't be asked. */
final class WebhookProblems {
  private static final Pattern DENIED =
      Pattern.compile("(?s)admission webhook \"([^\"]+)\" denied the request(?:: (.*)| .*)");
  private static final Pattern POLICY =
      Pattern.compile(
          "(?s)ValidatingAdmissionPolicy '([^']+)' with binding '[^']+' denied request: (.*)");
  private static final Pattern FAILED =
      Pattern.compile("(?s)failed calling webhook \"([^\"]+)\": (.*)");
  private static final Pattern SERVICE =
      Pattern.compile("https?://([^./:\"]+)\\.([^./:\"]+)\\.svc[^/\"]*");

  private WebhookProblems() {}

  static boolean isDenial(String message) {
    return DENIED.matcher(message).find() || POLICY.matcher(message).find();
  }

  static boolean isFailure(String message) {
    return FAILED.matcher(message).find();
  }

  /** The webhook that couldn't be asked. */
  static String failing(String message) {
    Matcher failed = FAILED.matcher(message);
    return failed.find() ? failed.group(1) : "";
  }

  static ProviderException denied(Answer answer, Request request) {
    Matcher webhook = DENIED.matcher(answer.message());
    Matcher policy = POLICY.matcher(answer.message());
    String who;
    String why;
    if (webhook.find()) {
      who = "The admission webhook '%s'".formatted(webhook.group(1));
      why = webhook.group(2) == null ? "it gives no reason" : webhook.group(2);
    } else {
      policy.find();
      who = "The ValidatingAdmissionPolicy '%s'".formatted(policy.group(1));
      why = policy.group(2);
    }
    return ProviderException.refused(
        Diagnostic.environment(
            "KUBERNETES-DENIED",
            "A rule of the cluster denies the object",
            "%s denies to %s %s: %s".formatted(who, request.verb(), request.about(), why.strip()),
            "Change the object so that the rule allows it, or let whoever runs the cluster change"
                + " the rule."));
  }

  /** Without the configuration's name, which the message doesn't hold. */
  static ProviderException down(String message, Request request) {
    return down(message, request, "");
  }

  /**
   * @param configuration kind and name of the object that configures the webhook, if known
   */
  static ProviderException down(String message, Request request, String configuration) {
    Matcher failed = FAILED.matcher(message);
    failed.find();
    Matcher service = SERVICE.matcher(message);
    boolean isService = service.find();
    String asked =
        isService
            ? "the service '%s' in the namespace '%s'".formatted(service.group(1), service.group(2))
            : "the address of the webhook";
    String fix =
        isService
            ? "Wait until that service has ready pods"
            : "See that something answers at that address";
    return ProviderException.passing(
        Diagnostic.environment(
            "KUBERNETES-WEBHOOK-DOWN",
            "An admission webhook does not answer",
            "The API server must ask the webhook '%s'%s before it may %s %s, but %s doesn't answer: %s."
                .formatted(
                    failed.group(1),
                    configuration.isEmpty() ? "" : " (%s)".formatted(configuration),
                    request.verb(),
                    request.about(),
                    asked,
                    failed.group(2).strip()),
            fix
                + ", or remove the webhook's configuration if what it belongs to is gone:\n  "
                + (configuration.isEmpty()
                    ? "kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations"
                    : "kubectl delete " + configuration)));
  }
}
