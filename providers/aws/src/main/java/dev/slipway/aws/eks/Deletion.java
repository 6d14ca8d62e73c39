package dev.slipway.aws.eks;

import dev.slipway.aws.refusal.Refusals;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.services.eks.model.ResourceInUseException;

/**
 * Begins deletions. EKS refuses to delete what it is deleting already, as it is after a request
 * whose answer got lost.
 */
public final class Deletion {
  private static final String NOT_FOUND = "ResourceNotFoundException";

  private Deletion() {}

  /**
   * Begins one, unless the thing is gone or going.
   *
   * @param look finds the thing
   * @param going whether what is found is being deleted
   */
  public static <T> void begin(Runnable delete, Supplier<Optional<T>> look, Predicate<T> going) {
    try {
      Refusals.unlessGone(delete, NOT_FOUND);
    } catch (ResourceInUseException refused) {
      if (look.get().filter(going.negate()).isPresent()) {
        throw refused;
      }
    }
  }
}
