package dev.slipway.local.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A small JSON object in a file of its own, which a reader sees whole or not at all. Streams rather
 * than binds: the supervisor is to start fast and stay small.
 */
record Document(Map<String, Object> fields) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Empty if there is no such file or no document in it. */
  static Optional<Document> read(Path file) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? Optional.of(new Document(object(parser)))
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /** Replaces the file as a whole; its folder must exist. */
  void write(Path file) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try (var out = Files.newOutputStream(draft);
        JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      write(generator, fields);
    } catch (JacksonException e) {
      throw new IOException(draft + ": " + e.getMessage(), e);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * @throws IllegalArgumentException if there is no such text
   */
  String text(String name) {
    return find(name, String.class)
        .orElseThrow(() -> new IllegalArgumentException("there is no text '" + name + "'"));
  }

  Optional<String> optionalText(String name) {
    return find(name, String.class);
  }

  /**
   * @throws IllegalArgumentException if there is no such number
   */
  long number(String name) {
    return find(name, Long.class)
        .orElseThrow(() -> new IllegalArgumentException("there is no number '" + name + "'"));
  }

  Optional<Long> optionalNumber(String name) {
    return find(name, Long.class);
  }

  List<String> texts(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().map(String.class::cast).toList()
        : List.of();
  }

  @SuppressWarnings("unchecked") // object() makes no other maps
  Optional<Document> object(String name) {
    return find(name, Map.class).map(map -> new Document((Map<String, Object>) map));
  }

  private <T> Optional<T> find(String name, Class<T> type) {
    return type.isInstance(fields.get(name))
        ? Optional.of(type.cast(fields.get(name)))
        : Optional.empty();
  }

  private static Map<String, Object> object(JsonParser parser) {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      object.put(name, value(parser));
    }
    return object;
  }

  private static Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(parser);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(parser));
      }
      return list;
    }
    return token == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : parser.getString();
  }

  private static void write(JsonGenerator generator, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        generator.writeStartObject();
        map.forEach(
            (name, item) -> {
              generator.writeName((String) name);
              write(generator, item);
            });
        generator.writeEndObject();
      }
      case List<?> list -> {
        generator.writeStartArray();
        list.forEach(item -> write(generator, item));
        generator.writeEndArray();
      }
      case Number number -> generator.writeNumber(number.longValue());
      default -> generator.writeString(value.toString());
    }
  }
}
