package dev.slipway.aws.secretsmanager.secret;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a secret as its tag tells it: by fingerprint and version. A value that somebody else
 * sets is another version, so that it is noticed although nobody reads the value.
 *
 * @param id the version's, chosen by whoever sets the value
 */
record SecretVersion(String fingerprint, String id) {
  static final String TAG = "slipway.dev/secret";

  private static final String CURRENT = "AWSCURRENT";

  /** What is set in this step. */
  static SecretVersion of(Value.Secret<String> value, Call call) {
    return new SecretVersion(value.fingerprint(), call.token());
  }

  /** The tag's value. */
  String text() {
    return fingerprint + "@" + id;
  }

  /** The fingerprint of the current value, if it is the one that the tag tells of. */
  static Optional<String> fingerprint(
      Map<String, String> tags, Map<String, List<String>> stagesById) {
    String text = tags.getOrDefault(TAG, "");
    int at = text.lastIndexOf('@');
    return at >= 0 && stagesById.getOrDefault(text.substring(at + 1), List.of()).contains(CURRENT)
        ? Optional.of(text.substring(0, at))
        : Optional.empty();
  }
}
