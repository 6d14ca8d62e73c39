package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.List;
import java.util.Optional;

/** Requests whose refusals are told as problems. */
final class Calls {
  private static final List<String> WEBHOOKS =
      List.of("ValidatingWebhookConfiguration", "MutatingWebhookConfiguration");

  private final Connection connection;

  Calls(Connection connection) {
    this.connection = connection;
  }

  /** What the server answers, be it a refusal. */
  Answer answer(Request request) {
    return connection.transport().send(request);
  }

  /** What the server answers a successful request. */
  Answer ask(Request request) {
    Answer answer = connection.transport().send(request);
    if (!answer.ok()) {
      throw refusal(answer, request);
    }
    return answer;
  }

  ApiObject make(Request request) {
    Answer answer = ask(request);
    return answer.parsed().orElseThrow(() -> unclear(answer, request));
  }

  /** The object, or empty if it isn't there. */
  Optional<ApiObject> find(Request request) {
    Answer answer = connection.transport().send(request);
    if (answer.code() == 404) {
      return Optional.empty();
    }
    if (!answer.ok()) {
      throw refusal(answer, request);
    }
    return Optional.of(answer.parsed().orElseThrow(() -> unclear(answer, request)));
  }

  /** Not an error if it is gone already, or another is there in its place. */
  void remove(Request request) {
    Answer answer = connection.transport().send(request);
    boolean other = answer.code() == 409 && answer.message().contains("precondition");
    if (!answer.ok() && answer.code() != 404 && !other) {
      throw refusal(answer, request);
    }
  }

  /** Empty if there is no log, or none yet, or its node can't give it. */
  String log(Request request) {
    Answer answer = connection.transport().once(request);
    if (answer.ok()) {
      return answer.text();
    }
    return switch (answer.code()) {
      case 400, 404, 500, 502, 503, 504 -> "";
      default -> throw refusal(answer, request);
    };
  }

  ProviderException unclear(Answer answer, Request request) {
    return ServerProblems.refused(
        answer, "an answer that isn't JSON", request, connection.context());
  }

  ProviderException refusal(Answer answer, Request request) {
    String webhook = WebhookProblems.failing(answer.message());
    return webhook.isEmpty()
        ? Rejections.of(answer, request, connection.context())
        : WebhookProblems.down(answer.message(), request, configuration(webhook));
  }

  /** The object that configures a webhook, as {@code kind/name}; empty if it can't be found. */
  private String configuration(String webhook) {
    for (String kind : WEBHOOKS) {
      String path =
          "/apis/admissionregistration.k8s.io/v1/" + kind.toLowerCase(java.util.Locale.ROOT) + "s";
      Request request = Request.get("list", path, Request.Subject.server(kind));
      Answer answer = connection.transport().send(request);
      if (answer.ok()) {
        for (ApiObject found : answer.object().objects("items")) {
          if (found.objects("webhooks").stream()
              .anyMatch(hook -> hook.text("name").filter(webhook::equals).isPresent())) {
            return kind.toLowerCase(java.util.Locale.ROOT) + "/" + found.name();
          }
        }
      }
    }
    return "";
  }
}
