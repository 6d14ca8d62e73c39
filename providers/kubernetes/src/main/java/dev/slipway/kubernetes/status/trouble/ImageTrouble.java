package dev.slipway.kubernetes.status.trouble;

import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Containers.Container;
import java.util.regex.Pattern;

/**
 * A container whose image can't be had.
 *
 * <p>A registry's plain answer (no such image, access denied, none for this platform, a certificate
 * that isn't trusted) counts as final when it was given twice: a first one may come from a registry
 * that is just being filled. A registry that doesn't answer, or asks to come again later, may heal.
 */
final class ImageTrouble {
  private static final int REFUSALS = 2;

  private static final Pattern PASSING =
      Pattern.compile(
          "(?i)dial tcp|no such host|i/o timeout|connection re|TLS handshake timeout|EOF"
              + "|deadline exceeded|server misbehaving|too ?many ?requests|no space left"
              + "|RegistryUnavailable|(status|code|unexpected)[^/]{0,24} (429|5\\d\\d)");
  private static final Pattern DENIED =
      Pattern.compile(
          "(?i)denied|unauthorized|authorization failed|authentication required|forbidden"
              + "|no basic auth");
  private static final Pattern MISSING =
      Pattern.compile("(?i)not ?found|manifest unknown|name unknown|does not exist");
  private static final Pattern PLATFORM = Pattern.compile("(?i)no match(ing manifest)? for");
  private static final Pattern UNTRUSTED = Pattern.compile("(?i)x509|SignatureValidationFailed");

  private ImageTrouble() {}

  static Trouble of(Container container, ApiObject pod, Facts facts) {
    String state = container.waitingFor().orElse("");
    String said =
        state + " " + container.waitingMessage() + " " + lastRefusal(pod, container, facts);
    String words = words(said, container.waitingMessage(), lastRefusal(pod, container, facts));
    return Trouble.of(
        PodTrouble.subject(pod),
        container.called()
            + ": image "
            + container.image()
            + " "
            + meaning(state, said)
            + (words.isEmpty() ? "" : ": " + words),
        outlook(state, said, refusals(pod, container, facts)));
  }

  private static String meaning(String state, String said) {
    if (state.equals("InvalidImageName")) {
      return "has a name that isn't valid";
    }
    if (state.equals("ErrImageNeverPull")) {
      return "isn't on the node, and its pull policy is Never";
    }
    if (PASSING.matcher(said).find()) {
      return "can't be pulled for now";
    }
    if (DENIED.matcher(said).find()) {
      return "is refused by its registry (no such image, or credentials are missing)";
    }
    if (PLATFORM.matcher(said).find()) {
      return "isn't made for the node's platform";
    }
    if (MISSING.matcher(said).find()) {
      return "doesn't exist";
    }
    return UNTRUSTED.matcher(said).find() ? "isn't trusted" : "can't be pulled";
  }

  private static Outlook outlook(String state, String said, long refusals) {
    if (state.equals("InvalidImageName") || state.equals("ErrImageNeverPull")) {
      return Outlook.STAYS;
    }
    boolean plain =
        !PASSING.matcher(said).find()
            && (DENIED.matcher(said).find()
                || PLATFORM.matcher(said).find()
                || MISSING.matcher(said).find()
                || UNTRUSTED.matcher(said).find());
    return plain && refusals >= REFUSALS ? Outlook.STAYS : Outlook.MAY_HEAL;
  }

  /** How often the kubelet tried in vain, or said that it pauses before it tries again. */
  private static long refusals(ApiObject pod, Container container, Facts facts) {
    return Math.max(
        told(pod, container, facts, "Failed to pull image"),
        told(pod, container, facts, "Back-off pulling image"));
  }

  private static long told(ApiObject pod, Container container, Facts facts, String start) {
    return facts.about(pod).stream()
        .filter(telling -> telling.message().startsWith(start) && isOf(telling, container))
        .mapToLong(Telling::count)
        .sum();
  }

  private static String lastRefusal(ApiObject pod, Container container, Facts facts) {
    return facts.about(pod).stream()
        .filter(
            telling ->
                telling.message().startsWith("Failed to pull image") && isOf(telling, container))
        .reduce((_, later) -> later)
        .map(Telling::message)
        .orElse("");
  }

  private static boolean isOf(Telling telling, Container container) {
    return telling.field().endsWith("{" + container.name() + "}")
        || (telling.field().isEmpty() && !telling.message().contains("image \""))
        || telling.message().contains("\"" + container.image() + "\"");
  }

  /** The registry's own words, without the layers of wrapping that repeat the image's name. */
  private static String words(String said, String waiting, String refusal) {
    if (said.startsWith("InvalidImageName")) {
      return Phrase.line(Phrase.after(waiting, "\": "));
    }
    if (said.startsWith("ErrImageNeverPull")) {
      return "";
    }
    String words = refusal.isEmpty() ? waiting : refusal;
    words = words.replaceFirst("^(Back-off pulling|Failed to pull) image( \"[^\"]*\")?(: )?", "");
    words =
        words.replaceFirst("^(ErrImagePull|RegistryUnavailable|SignatureValidationFailed): ", "");
    words = words.replaceFirst("^rpc error: code = \\w+ desc = ", "");
    words =
        words.replaceAll(
            "failed to (pull and unpack image|resolve (reference|image)|copy|do request)"
                + " ?(\"[^\"]*\")?: ",
            "");
    return Phrase.line(words);
  }
}
