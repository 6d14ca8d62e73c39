package dev.slipway.aws.iam.document;

/** Whether a statement allows or denies. */
public enum Effect {
  ALLOW("Allow"),
  DENY("Deny");

  private final String text;

  Effect(String text) {
    this.text = text;
  }

  /** As policies write it. */
  String text() {
    return text;
  }
}
