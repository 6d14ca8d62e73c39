package dev.slipway.kubernetes.status;

import dev.slipway.engine.provider.ProviderException;
import java.util.function.Supplier;

/** Looking around is a help: what can't be seen doesn't keep the status from being told. */
final class Refusals {
  private Refusals() {}

  /** What is asked for, or what stands for it if the server refuses. */
  static <T> T or(T without, Supplier<T> asked) {
    try {
      return asked.get();
    } catch (ProviderException refused) {
      if (refused.retry() == ProviderException.Retry.CANCELLED) {
        throw refused;
      }
      return without;
    }
  }
}
