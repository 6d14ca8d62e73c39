package dev.slipway.aws.foundation;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Where credentials come from. */
final class Credentials {
  private Credentials() {}

  /**
   * Those of a profile that the stack file names, or those that the environment, the SDK's own
   * profiles, a web identity or the machine gives.
   *
   * @param environment the process's environment variables
   */
  static AwsCredentialsProvider of(Optional<String> profile, Map<String, String> environment) {
    if (profile.isPresent()) {
      return ProfileCredentialsProvider.create(profile.get());
    }
    String id = environment.get("AWS_ACCESS_KEY_ID");
    String secret = environment.get("AWS_SECRET_ACCESS_KEY");
    if (id == null || secret == null) {
      return DefaultCredentialsProvider.builder().build();
    }
    String session = environment.get("AWS_SESSION_TOKEN");
    return StaticCredentialsProvider.create(
        session == null
            ? AwsBasicCredentials.create(id, secret)
            : AwsSessionCredentials.create(id, secret, session));
  }
}
