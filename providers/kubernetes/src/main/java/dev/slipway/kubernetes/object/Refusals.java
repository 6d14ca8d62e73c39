package dev.slipway.kubernetes.object;

import dev.slipway.engine.diagnostic.Diagnostic;
import java.util.regex.Pattern;

/** What a server's refusal of an update says. */
final class Refusals {
  /**
   * The words in which the validation of Kubernetes says that a field can't be changed; there is no
   * code for it ({@code pkg/apis/<group>/validation} of its sources).
   */
  private static final Pattern FIXED =
      Pattern.compile(
          "immutable|may not change|may not be changed|cannot change|may not be unset"
              + "|updates? to [^\\n]*forbidden|pod updates may not");

  private Refusals() {}

  static boolean isFixedField(Diagnostic refusal) {
    return FIXED.matcher(refusal.detail()).find();
  }

  /** Whether the refusal names the field or what it is part of. */
  static boolean names(Diagnostic refusal, String path) {
    String detail = FieldPath.plain(refusal.detail());
    String plain = FieldPath.plain(path);
    while (true) {
      if (Pattern.compile("(?<![\\w.])" + Pattern.quote(plain) + "(?![\\w.])")
          .matcher(detail)
          .find()) {
        return true;
      }
      int dot = plain.lastIndexOf('.');
      if (dot < 0) {
        return false;
      }
      plain = plain.substring(0, dot);
    }
  }
}
