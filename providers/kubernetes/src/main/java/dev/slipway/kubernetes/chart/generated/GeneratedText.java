package dev.slipway.kubernetes.chart.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells in two renderings of one text what was made up: the words in which they differ. */
final class GeneratedText {
  /** A key or certificate as a whole, for it tells the time too; else what looks like a word. */
  private static final Pattern WORD =
      Pattern.compile(
          "-----BEGIN [A-Z0-9 ]+-----[A-Za-z0-9+/=\\s]*-----END [A-Z0-9 ]+-----"
              + "|[A-Za-z0-9+/=_.~-]+|[^A-Za-z0-9+/=_.~-]");

  private GeneratedText() {}

  /**
   * Looks whether the last text is the new one but for what was made up.
   *
   * @param words takes what was made up now with what was made up then, if it is so
   */
  static boolean sameBut(String first, String second, String last, Map<String, String> words) {
    List<String> a = words(first);
    List<String> b = words(second);
    List<String> c = words(last);
    if (a.size() == b.size() && a.size() == c.size()) {
      return wordByWord(a, b, c, words);
    }
    Optional<List<String>> span = oneSpan(a, b, c);
    span.ifPresent(pair -> words.put(pair.getFirst(), pair.getLast()));
    return span.isPresent();
  }

  private static boolean wordByWord(
      List<String> a, List<String> b, List<String> c, Map<String, String> words) {
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i).equals(b.get(i)) && !a.get(i).equals(c.get(i))) {
        return false;
      }
    }
    for (int i = 0; i < a.size(); i++) {
      if (!a.get(i).equals(b.get(i))) {
        words.put(a.get(i), c.get(i));
      }
    }
    return true;
  }

  /**
   * What was made up now and then, if all of it lies together, with nothing between that stays but
   * what separates words: a certificate, for example, of as many lines as it happens to have.
   */
  private static Optional<List<String>> oneSpan(List<String> a, List<String> b, List<String> c) {
    int shortest = Math.min(a.size(), b.size());
    int head = 0;
    while (head < shortest && a.get(head).equals(b.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shortest - head
        && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
      tail++;
    }
    List<String> within = a.subList(head, a.size() - tail);
    boolean fixedWords = within.stream().anyMatch(word -> word.length() > 1 && b.contains(word));
    if (fixedWords
        || c.size() < head + tail
        || !c.subList(0, head).equals(a.subList(0, head))
        || !c.subList(c.size() - tail, c.size()).equals(a.subList(a.size() - tail, a.size()))) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(String.join("", within), String.join("", c.subList(head, c.size() - tail))));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
