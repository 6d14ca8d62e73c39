package dev.slipway.local.secret;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import java.nio.file.Path;

/** What can be wrong with a secret store. */
final class SecretProblem {
  private SecretProblem() {}

  static DiagnosticException missing(String name, Path folder) {
    return Diagnostic.environment(
            "SECRET-MISSING",
            "A secret is not there",
            "There is no secret '%s' in %s.".formatted(name, folder),
            "Make it again with:\nslipway up")
        .asException();
  }

  static DiagnosticException damaged(String name, Path file) {
    return Diagnostic.environment(
            "SECRET-DAMAGED",
            "A secret can't be decrypted",
            "The file %s, which holds the secret '%s', is damaged or was written with another key."
                .formatted(file, name),
            "Put the file back from a backup if there is one. Otherwise remove it and let Slipway"
                + " make a new secret with:\nslipway up")
        .asException();
  }

  static DiagnosticException keyMissing(Path key) {
    return Diagnostic.environment(
            "SECRET-KEY-MISSING",
            "The key of the secrets is not there",
            "%s holds secrets, but the key %s that decrypts them is not there."
                .formatted(key.getParent(), key),
            "Put the key back from a backup if there is one. Otherwise remove the folder and let"
                + " Slipway make new secrets with:\nslipway up")
        .asException();
  }

  static DiagnosticException keyDamaged(Path key) {
    return Diagnostic.environment(
            "SECRET-KEY-DAMAGED",
            "The key of the secrets is damaged",
            "%s does not hold a key of %d bytes.".formatted(key, SecretKeys.LENGTH),
            "Put the key back from a backup if there is one. Otherwise remove the folder %s and let"
                    .formatted(key.getParent())
                + " Slipway make new secrets with:\nslipway up")
        .asException();
  }

  static DiagnosticException exposed(Path path, String found, String wanted) {
    return Diagnostic.environment(
            "SECRET-EXPOSED",
            "Others may read the secrets",
            "%s has the permissions %s, so other users of this machine may get at the secrets."
                .formatted(path, found),
            "Take the permissions away from them with:\nchmod %s %s".formatted(wanted, path))
        .asException();
  }
}
