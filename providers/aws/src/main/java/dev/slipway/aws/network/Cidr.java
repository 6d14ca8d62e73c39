package dev.slipway.aws.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A range of IPv4 addresses.
 *
 * @param first its first address as a number, 0 to 2^32 - 1
 * @param prefix how many bits its addresses share, 0 to 32
 */
public record Cidr(long first, int prefix) {
  private static final int BITS = 32;

  public Cidr {
    if (prefix < 0 || prefix > BITS || first % size(prefix) != 0) {
      throw new IllegalArgumentException("not a range of addresses: " + text(first) + "/" + prefix);
    }
  }

  /**
   * @param text for example {@code 10.0.0.0/16}
   * @throws IllegalArgumentException if it isn't one, or its first address isn't that of a range of
   *     its size
   */
  public static Cidr parse(String text) {
    String[] parts = text.split("[./]", -1);
    if (parts.length != 5) {
      throw new IllegalArgumentException("not a range of addresses: " + text);
    }
    long first = 0;
    for (int i = 0; i < 4; i++) {
      int part = Integer.parseInt(parts[i]);
      if (part < 0 || part > 255) {
        throw new IllegalArgumentException("not an address: " + text);
      }
      first = (first << 8) | part;
    }
    return new Cidr(first, Integer.parseInt(parts[4]));
  }

  /** How many addresses it has. */
  public long size() {
    return size(prefix);
  }

  public boolean overlaps(Cidr other) {
    return first < other.first + other.size() && other.first < first + size();
  }

  /**
   * Its equal parts.
   *
   * @param bits by how many bits longer their prefix is
   */
  public List<Cidr> parts(int bits) {
    List<Cidr> parts = new ArrayList<>();
    for (int i = 0; i < 1 << bits; i++) {
      parts.add(new Cidr(first + (i * size(prefix + bits)), prefix + bits));
    }
    return parts;
  }

  private static long size(int prefix) {
    return 1L << (BITS - prefix);
  }

  private static String text(long address) {
    return "%d.%d.%d.%d"
        .formatted(
            (address >> 24) & 255, (address >> 16) & 255, (address >> 8) & 255, address & 255);
  }

  @Override
  public String toString() {
    return text(first) + "/" + prefix;
  }
}
