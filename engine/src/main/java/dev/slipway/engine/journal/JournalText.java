package dev.slipway.engine.journal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A journal's bytes, read.
 *
 * @param entries the whole ones, in order
 * @param damage lines that can't be trusted, save a torn last one
 * @param torn whether the last line was cut off
 * @param wholeLength length in bytes without a torn last line
 */
record JournalText(List<Entry> entries, List<Damage> damage, boolean torn, long wholeLength) {
  /**
   * A line that can't be trusted and why.
   *
   * @param text what it holds now, a character for each byte
   */
  record Damage(int line, String reason, String text) {}

  static JournalText read(byte[] bytes) {
    List<Entry> entries = new ArrayList<>();
    List<Damage> damage = new ArrayList<>();
    int start = 0;
    int line = 1;
    while (start < bytes.length) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      boolean last = end >= bytes.length - 1;
      try {
        Entry entry = JournalLine.decode(Arrays.copyOfRange(bytes, start, end));
        if (end == bytes.length) {
          return new JournalText(entries, damage, true, start);
        }
        entries.add(entry);
      } catch (IllegalArgumentException e) {
        if (last) {
          return new JournalText(entries, damage, true, start);
        }
        damage.add(
            new Damage(
                line,
                e.getMessage(),
                new String(bytes, start, end - start, StandardCharsets.ISO_8859_1)));
      }
      start = end + 1;
      line++;
    }
    return new JournalText(entries, damage, false, bytes.length);
  }
}
