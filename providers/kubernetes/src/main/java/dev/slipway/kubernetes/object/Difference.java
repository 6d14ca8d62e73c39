package dev.slipway.kubernetes.object;

import java.util.List;

/**
 * A field that differs, with the values as they are: not fit to be shown before {@link Masks} has
 * seen them.
 *
 * @param before null if it isn't set
 * @param after null if it won't be set; texts may hold markers of holes
 * @param managers who else owns the field
 */
record Difference(FieldPath path, Object before, Object after, List<String> managers) {
  boolean isWithin(Difference other) {
    return Fixed.below(path.text(), other.path.text());
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
