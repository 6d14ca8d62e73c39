package dev.slipway.kubernetes.schema;

import dev.slipway.kubernetes.cluster.Kinds.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The bundled schemas of all versions, as lines of text. Written by {@code
 * build/kubernetes-schema}; {@code dev.slipway.lab.schema.Types} says what the words for types
 * mean.
 *
 * <pre>{@code
 * versions 1.31.14 1.32.13
 * kind apps/v1 Deployment deployments n create,get <name of its type> <versions> <served>
 * type <name>
 *  <field>[!]<tab><type>[<tab><versions>]
 * }</pre>
 *
 * <p>A set of versions is a hexadecimal number with a bit for each; it is left out if it is all. A
 * field with {@code !} is required. A type's lines are read when the type is first asked for.
 */
final class SchemaFile {
  /** A kind with the versions that know it, and those whose servers offer it unasked. */
  record KindLine(Kind kind, String type, int versions, int served) {}

  private static final int ALL = -1;

  private final String text;
  private final List<String> versions;
  private final List<KindLine> kinds = new ArrayList<>();
  private final Map<String, Integer> types = new HashMap<>();

  private SchemaFile(String text) {
    this.text = text;
    this.versions =
        List.of(text.substring(0, text.indexOf('\n')).split(" ", -1)).stream().skip(1).toList();
    for (int start = 0; start < text.length(); start = next(start)) {
      if (text.startsWith("type ", start)) {
        types.put(text.substring(start + 5, next(start) - 1), next(start));
      } else if (text.startsWith("kind ", start)) {
        kinds.add(kind(text.substring(start, next(start) - 1).split(" ", -1)));
      }
    }
  }

  static SchemaFile get() {
    return Holder.FILE;
  }

  private static final class Holder {
    static final SchemaFile FILE = read();

    private static SchemaFile read() {
      try (InputStream in = SchemaFile.class.getResourceAsStream("schemas.gz")) {
        return new SchemaFile(
            new String(new GZIPInputStream(in).readAllBytes(), StandardCharsets.US_ASCII));
      } catch (IOException e) {
        throw new UncheckedIOException("the bundled schemas can't be read", e);
      }
    }
  }

  private int next(int start) {
    return text.indexOf('\n', start) + 1;
  }

  private static KindLine kind(String... words) {
    return new KindLine(
        new Kind(
            words[1], words[2], words[3], words[4].equals("n"), List.of(words[5].split(",", -1))),
        words[6],
        Integer.parseInt(words[7], 16),
        Integer.parseInt(words[8], 16));
  }

  /** The versions, oldest first; a version's bit is the one of its place. */
  List<String> versions() {
    return versions;
  }

  List<KindLine> kinds() {
    return kinds;
  }

  /** The word for each field of a type in a version, by name, with {@code !} if it is required. */
  Map<String, String> fields(String type, int version) {
    Map<String, String> fields = new HashMap<>();
    for (int start = types.get(type);
        start < text.length() && text.charAt(start) == ' ';
        start = next(start)) {
      String[] words = text.substring(start + 1, next(start) - 1).split("\t", -1);
      int holds = words.length > 2 ? Integer.parseInt(words[2], 16) : ALL;
      if ((holds & version) != 0) {
        fields.put(words[0], words[1]);
      }
    }
    return fields;
  }
}
