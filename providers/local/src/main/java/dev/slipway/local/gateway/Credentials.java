package dev.slipway.local.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The one user that the gateway lets through. Never prints the password. */
public final class Credentials {
  private final byte[] user;
  private final byte[] password;

  /**
   * @param user not empty, without a colon
   * @param password not empty
   * @throws IllegalArgumentException if either is empty or the user holds a colon
   */
  public Credentials(String user, String password) {
    if (user.isEmpty() || password.isEmpty() || user.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "user and password must not be empty, and a user name holds no colon");
    }
    this.user = user.getBytes(StandardCharsets.UTF_8);
    this.password = password.getBytes(StandardCharsets.UTF_8);
  }

  /** Compares both in a time that doesn't depend on where they differ. */
  boolean match(String user, String password) {
    boolean sameUser = MessageDigest.isEqual(user.getBytes(StandardCharsets.UTF_8), this.user);
    boolean samePassword =
        MessageDigest.isEqual(password.getBytes(StandardCharsets.UTF_8), this.password);
    return sameUser && samePassword;
  }

  @Override
  public String toString() {
    return "Credentials[user=" + new String(user, StandardCharsets.UTF_8) + "]";
  }
}
