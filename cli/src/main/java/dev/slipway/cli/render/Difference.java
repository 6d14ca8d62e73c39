package dev.slipway.cli.render;

/**
 * Two long texts cut to a width such that what differs between them stays in sight.
 *
 * @param before at most as wide as was asked for
 * @param after at most as wide as was asked for
 */
record Difference(String before, String after) {

  static Difference of(String before, String after, int cells, String ellipsis) {
    int same = commonBeginning(before, after);
    int lead = Math.max(0, same - cells / 3);
    return new Difference(
        window(before, lead, cells, ellipsis), window(after, lead, cells, ellipsis));
  }

  private static String window(String text, int from, int cells, String ellipsis) {
    if (Width.of(text) <= cells) {
      return text;
    }
    if (from == 0) {
      return Width.fit(text, cells, ellipsis);
    }
    String rest = text.substring(Math.min(from, text.length()));
    return ellipsis + Width.fit(rest, cells - Width.of(ellipsis), ellipsis);
  }

  private static int commonBeginning(String a, String b) {
    int at = 0;
    while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    return at > 0 && Character.isHighSurrogate(a.charAt(at - 1)) ? at - 1 : at;
  }
}
