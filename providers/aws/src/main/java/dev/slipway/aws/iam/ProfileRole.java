package dev.slipway.aws.iam;

import dev.slipway.aws.refusal.Refusals;
import software.amazon.awssdk.services.iam.IamClient;

/** The role within an instance profile, which keeps both from being deleted. */
public final class ProfileRole {
  private ProfileRole() {}

  /** Takes it out; no error if it isn't there. */
  public static void takeOut(IamClient iam, String profile, String role) {
    Refusals.unlessGone(
        () ->
            iam.removeRoleFromInstanceProfile(
                request -> request.instanceProfileName(profile).roleName(role)),
        "NoSuchEntity");
  }
}
