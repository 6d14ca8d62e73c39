package dev.slipway.local.certificate;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;

/** The differences that an authority and a server certificate have in common. */
final class IssuedDiff {
  private static final String KEY = "key";

  private IssuedDiff() {}

  static void compare(Diff.Builder diff, Issued issued, Duration lifetime) {
    if (issued.certificate().isEmpty()) {
      diff.field("certificate-file", Optional.empty(), issued.file().toString());
      return;
    }
    if (!issued.keyFits()) {
      diff.field(KEY, issued.key().isEmpty() ? Optional.empty() : "another's", "generated");
    }
    if (issued.lifetime() != Lifetime.VALID) {
      diff.field(
          "not-after",
          issued.certificate().get().getNotAfter().toInstant().toString(),
          lifetime.toDays() + " days from its renewal");
    }
  }

  /**
   * What stays as it is when a certificate is issued anew: its file, and its key if that is fit.
   */
  static Attributes stable(Issued issued, Diff diff) {
    TreeMap<String, Object> values = new TreeMap<>(issued.attributes().values());
    values.remove("certificate");
    values.remove("not-after");
    values.remove("subject");
    boolean keyStays =
        issued.keyFits() && diff.fields().stream().map(FieldChange::path).noneMatch(KEY::equals);
    if (!keyStays) {
      values.remove(KEY);
      values.remove("key-fingerprint");
    }
    return Attributes.of(values);
  }
}
