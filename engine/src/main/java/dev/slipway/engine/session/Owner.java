package dev.slipway.engine.session;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The mark that every resource of a stack carries. */
public final class Owner {
  private Owner() {}

  /**
   * The mark of a stack that lives in a folder: the same for the stack's whole life and also
   * without its journal, and another for a stack of the same name in another folder.
   */
  public static String of(String stack, Path folder) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  folder.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
      return stack + "-" + HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
