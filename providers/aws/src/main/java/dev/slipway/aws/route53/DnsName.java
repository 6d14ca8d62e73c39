package dev.slipway.aws.route53;

import java.util.Locale;

/** Names in the domain name system, in one form for all that mean the same. */
public final class DnsName {
  private DnsName() {}

  /**
   * A name in lower case, without the dot at its end and with its wildcard as {@code *}: Route 53
   * answers with the dot, and with {@code \052} for the wildcard.
   */
  public static String plain(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace("\\052", "*");
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** Whether a name is a domain's own or one below it; both plain. */
  public static boolean isWithin(String name, String domain) {
    return name.equals(domain) || name.endsWith("." + domain);
  }
}
