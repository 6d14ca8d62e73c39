package dev.slipway.kubernetes.chart.content;

import dev.slipway.engine.provider.Provider.Purpose;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.secret.SecretStore;
import java.util.Optional;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The secret store while resources are expanded: what is there already isn't written again, and
 * nothing new is stored for what is to be removed. The names are kept too, since the store is
 * filled before anything is made, and what was never made is never deleted.
 */
public final class SecretShelf {
  /** Holds the names, one a line. */
  private static final String NAMES = "kubernetes/names";

  private final SecretStore store;
  private final Purpose purpose;
  private final NavigableSet<String> put = new ConcurrentSkipListSet<>();

  public SecretShelf(SecretStore store, Purpose purpose) {
    this.store = store;
    this.purpose = purpose;
  }

  public Value<String> put(String name, String plaintext) {
    Optional<Value.Secret<String>> there = store.find(name);
    if (purpose == Purpose.DOWN) {
      return there.orElseGet(() -> new Value.Secret<>(name, "not-stored"));
    }
    put.add(name);
    return there.isPresent() && store.reveal(name).equals(plaintext)
        ? there.get()
        : store.put(name, plaintext);
  }

  public Optional<String> find(String name) {
    return store.find(name).map(secret -> store.reveal(secret.name()));
  }

  /** Keeps the names of what was put, for {@link #clear}. */
  public void close() {
    NavigableSet<String> names = names(store);
    if (names.addAll(put)) {
      store.put(NAMES, String.join("\n", names));
    }
  }

  /** Removes everything that was ever put, when nothing of the stack is left. */
  public static void clear(SecretStore store) {
    names(store).forEach(store::delete);
    store.delete(NAMES);
  }

  private static NavigableSet<String> names(SecretStore store) {
    NavigableSet<String> names = new TreeSet<>();
    if (store.find(NAMES).isPresent()) {
      names.addAll(store.reveal(NAMES).lines().toList());
    }
    return names;
  }
}
