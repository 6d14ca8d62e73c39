package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong with an object that was sent. */
final class ContentProblems {
  private static final Pattern UNDECLARED =
      Pattern.compile("(\\.\\S+): field not declared in schema");

  /** Go's picture of a value. */
  private static final Pattern DUMP = Pattern.compile(", got &value\\.\\S*\\{.*");

  private static final Pattern UNKNOWN = Pattern.compile("unknown field \"([^\"]+)\"");
  private static final Pattern IMMUTABLE =
      Pattern.compile(
          "immutable|may not change once set|may not be changed|cannot be changed|cannot change |"
              + "updates to \\w+ spec for fields other than");

  private ContentProblems() {}

  /** Whether the server didn't understand the object; it answers some of that as an own fault. */
  static boolean isSchema(String message) {
    return message.startsWith("failed to create typed patch object")
        || message.startsWith("failed to convert new object");
  }

  static ProviderException of(ApiObject status, String message, Request request) {
    List<String> unknown = new ArrayList<>();
    for (Pattern pattern : List.of(UNDECLARED, UNKNOWN)) {
      Matcher matcher = pattern.matcher(message);
      while (matcher.find()) {
        unknown.add(matcher.group(1));
      }
    }
    if (!unknown.isEmpty()) {
      return unknownFields(unknown, request);
    }
    List<Rejections.Cause> causes = Rejections.causes(status);
    if (causes.isEmpty()) {
      return invalid("  " + shown(message, request), request);
    }
    if (causes.stream().allMatch(cause -> cause.is("FieldValueTooLong") && whole(cause))) {
      return tooLarge(causes.getFirst().message(), request);
    }
    List<Rejections.Cause> immutable =
        causes.stream().filter(cause -> IMMUTABLE.matcher(cause.message()).find()).toList();
    return immutable.isEmpty()
        ? invalid(lines(causes, request), request)
        : immutable(lines(immutable, request), request);
  }

  static ProviderException tooLarge(String message, Request request) {
    return refused(
        "KUBERNETES-TOO-LARGE",
        "The object is too large for the cluster",
        "%s is larger than the API server takes: %s.".formatted(request.about(), message),
        "An object may have about 1.5 MiB. Split it, or put large files into a volume or an image"
            + " instead of a ConfigMap or Secret.");
  }

  /** Whether all of an object, or all of its annotations, is too long. */
  private static boolean whole(Rejections.Cause cause) {
    return cause.field().equals("[]") || cause.field().equals("metadata.annotations");
  }

  private static ProviderException unknownFields(List<String> fields, Request request) {
    return refused(
        "KUBERNETES-UNKNOWN-FIELD",
        "The object has fields that its kind does not know",
        "%s (%s) has what its kind doesn't know:\n%s"
            .formatted(
                request.about(),
                request.about().apiVersion(),
                fields.stream()
                    .map(field -> "  " + field.replaceFirst("^\\.", ""))
                    .collect(Collectors.joining("\n"))),
        "Mend the names. To see the fields that there are:\n  kubectl explain %s --api-version=%s --recursive"
            .formatted(request.about().resource(), request.about().apiVersion()));
  }

  private static ProviderException invalid(String lines, Request request) {
    return refused(
        "KUBERNETES-INVALID",
        "The cluster does not accept the object",
        "The API server does not accept %s (%s):\n%s"
            .formatted(request.about(), request.about().apiVersion(), lines),
        "Mend these fields and repeat the command. Nothing of this object was changed.");
  }

  private static ProviderException immutable(String lines, Request request) {
    return refused(
        "KUBERNETES-IMMUTABLE",
        "A field can't be changed once the object is there",
        "%s is there, and these fields of it can't be changed:\n%s"
            .formatted(request.about(), lines),
        "Put the fields back as they were, or let the object be made anew: remove it from the"
            + " stack, run 'slipway up', and put it back.");
  }

  private static String lines(List<Rejections.Cause> causes, Request request) {
    return causes.stream()
        .map(
            cause ->
                cause.field().isEmpty() || cause.field().equals("<nil>")
                    ? "  " + shown(cause.message(), request)
                    : "  %s: %s".formatted(cause.field(), shown(cause.message(), request)))
        .collect(Collectors.joining("\n"));
  }

  /** The server repeats values that it doesn't accept; those of a Secret aren't shown. */
  private static String shown(String message, Request request) {
    String plain = DUMP.matcher(message).replaceAll(", got something else");
    return request.about().kind().equals("Secret")
        ? plain
            .replaceAll("(?s)(Invalid value|Unsupported value|Duplicate value): .*?: ", "$1: ")
            .replaceAll("(?s)(Invalid value|Unsupported value|Duplicate value): \".*", "$1")
        : plain;
  }

  private static ProviderException refused(String code, String summary, String detail, String fix) {
    return ProviderException.refused(Diagnostic.user(code, summary, detail, fix));
  }
}
