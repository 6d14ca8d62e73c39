package dev.slipway.kubernetes.object;

import dev.slipway.kubernetes.schema.Schemas;
import dev.slipway.kubernetes.schema.Schemas.FieldSchema;
import java.util.Optional;
import java.util.regex.Pattern;

/** Scalars that mean the same. */
final class Scalars {
  /** Where quantities stand in kinds that no schema tells of. */
  private static final Pattern QUANTITIES =
      Pattern.compile("(limits|requests|capacity|hard|max|min|sizeLimit)(\\.|\\[).*|sizeLimit");

  private Scalars() {}

  static boolean same(Object one, Object other, FieldPath path, Optional<FieldSchema> schema) {
    if (one.equals(other)) {
      return true;
    }
    if (one instanceof Number number && other instanceof Number that) {
      return number.doubleValue() == that.doubleValue();
    }
    return isQuantity(path, schema) && Quantities.same(one, other);
  }

  private static boolean isQuantity(FieldPath path, Optional<FieldSchema> schema) {
    return schema
        .map(field -> field.type() == Schemas.Type.QUANTITY)
        .orElseGet(() -> QUANTITIES.matcher(path.text()).find());
  }
}
