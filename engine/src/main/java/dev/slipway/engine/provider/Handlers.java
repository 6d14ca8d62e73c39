package dev.slipway.engine.provider;

import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the provider and the handler of a resource type. */
public final class Handlers {
  private final List<Provider> providers;
  private final Map<String, ResourceHandler<?, ?>> byType = new HashMap<>();
  private final Map<String, Provider> providerOf = new HashMap<>();

  public Handlers(List<Provider> providers) {
    this.providers = List.copyOf(providers);
    for (Provider provider : providers) {
      for (ResourceHandler<?, ?> handler : provider.handlers()) {
        if (byType.put(handler.type(), handler) != null) {
          throw new IllegalArgumentException("two handlers for " + handler.type());
        }
        providerOf.put(handler.type(), provider);
      }
    }
  }

  public List<Provider> providers() {
    return providers;
  }

  public boolean knows(String type) {
    return byType.containsKey(type);
  }

  /**
   * @throws IllegalArgumentException if no provider has the type
   */
  @SuppressWarnings("unchecked") // the caller takes the handler for a resource of its own type
  public <S extends Spec, O extends Observed> ResourceHandler<S, O> handler(String type) {
    ResourceHandler<?, ?> handler = byType.get(type);
    if (handler == null) {
      throw new IllegalArgumentException(
          "no handler for " + type + "; there are " + byType.keySet());
    }
    return (ResourceHandler<S, O>) handler;
  }

  public Provider provider(String type) {
    return providerOf.get(type);
  }
}
