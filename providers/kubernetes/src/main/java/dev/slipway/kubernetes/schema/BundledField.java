package dev.slipway.kubernetes.schema;

import dev.slipway.kubernetes.schema.Schemas.FieldSchema;
import dev.slipway.kubernetes.schema.Schemas.ListType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field of a bundled type, as its word in the {@link SchemaFile} tells. */
record BundledField(BundledSchemas schemas, String word) implements FieldSchema {
  private static final char REFERENCE = '#';
  private static final char MAP = '*';
  private static final char LIST = '[';

  @Override
  public Schemas.Type type() {
    return switch (word.charAt(0)) {
      case REFERENCE, MAP, 'o' -> Schemas.Type.OBJECT;
      case LIST -> Schemas.Type.LIST;
      case 's' -> Schemas.Type.STRING;
      case 'i' -> Schemas.Type.INTEGER;
      case 'n' -> Schemas.Type.NUMBER;
      case 'b' -> Schemas.Type.BOOLEAN;
      case 'x' -> Schemas.Type.INTEGER_OR_STRING;
      case 'q' -> Schemas.Type.QUANTITY;
      default -> Schemas.Type.ANY;
    };
  }

  private Map<String, BundledField> fields() {
    return word.charAt(0) == REFERENCE ? schemas.fields(word.substring(1)) : Map.of();
  }

  @Override
  public Optional<FieldSchema> field(String name) {
    if (word.charAt(0) == MAP) {
      return items();
    }
    Map<String, BundledField> fields = fields();
    BundledField field = fields.get(name);
    return Optional.ofNullable(field == null ? fields.get(name + "!") : field);
  }

  @Override
  public Collection<String> names() {
    return fields().keySet().stream().map(BundledField::plain).toList();
  }

  private static String plain(String name) {
    return name.endsWith("!") ? name.substring(0, name.length() - 1) : name;
  }

  @Override
  public Optional<FieldSchema> items() {
    return switch (word.charAt(0)) {
      case MAP -> Optional.of(new BundledField(schemas, word.substring(1)));
      case LIST -> Optional.of(new BundledField(schemas, word.substring(afterKeys())));
      default -> Optional.empty();
    };
  }

  /** Where the word for a list's items begins. */
  private int afterKeys() {
    if (word.charAt(1) == '=') {
      return 2;
    }
    return word.indexOf(':') + 1 == 0 ? 1 : word.indexOf(':') + 1;
  }

  @Override
  public boolean open() {
    return switch (word.charAt(0)) {
      case 'o', 'a', MAP -> true;
      default -> !schemas.exact();
    };
  }

  @Override
  public List<String> required() {
    return fields().keySet().stream()
        .filter(name -> name.endsWith("!"))
        .map(BundledField::plain)
        .sorted()
        .toList();
  }

  @Override
  public List<String> values() {
    return word.startsWith("s(") && schemas.exact()
        ? List.of(word.substring(2, word.length() - 1).split("\\|", -1))
        : List.of();
  }

  @Override
  public ListType listType() {
    if (word.startsWith("[=")) {
      return ListType.SET;
    }
    return listKeys().isEmpty() ? ListType.ATOMIC : ListType.MAP;
  }

  @Override
  public List<String> listKeys() {
    return word.charAt(0) == LIST && word.indexOf(':') > 0
        ? List.of(word.substring(1, word.indexOf(':')).split(",", -1))
        : List.of();
  }
}
