package dev.slipway.engine.stack;

import dev.slipway.engine.provider.Provider;
import dev.slipway.engine.secret.SecretStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A kind of place that a stack can be launched on.
 *
 * @param <T> record of the target's keys in the stack file, each described by {@link Key}
 */
public interface TargetKind<T extends Record> {
  /** Its name in the stack file, for example {@code local}. */
  String name();

  /** One sentence on what the target is. */
  String summary();

  Class<T> configType();

  /** Whether an {@code up} there costs money and therefore asks first. */
  boolean costsMoney();

  /**
   * What the target itself needs before a system can run there, such as a cluster that is made with
   * the stack; pure, as {@link Blueprint#build} is. Nothing by default.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if it can't be made so
   */
  default Optional<Launch> foundation(T config, Site site) {
    return Optional.empty();
  }

  /** Opens the target's providers and secret store for one command. */
  Access open(T config, Opening opening);

  /**
   * What a command opens a target for.
   *
   * @param stack the stack's name
   * @param home the stack file's folder, where relative paths in it begin
   * @param folder the stack's own folder, where a target may keep what belongs to the stack; may
   *     not exist yet
   * @param mirrors where to ask instead, by the beginning of an address, beside what the stack file
   *     says
   */
  record Opening(String stack, Path home, Path folder, Map<String, String> mirrors) {
    public Opening {
      Objects.requireNonNull(stack, "stack");
      Objects.requireNonNull(home, "home");
      Objects.requireNonNull(folder, "folder");
      mirrors = Map.copyOf(mirrors);
    }

    /** Those of the stack file, under those of the command. */
    public Map<String, String> mirrorsOver(Map<String, String> ofFile) {
      Map<String, String> all = new HashMap<>(ofFile);
      all.putAll(mirrors);
      return all;
    }

    /** One without mirrors. */
    public Opening(String stack, Path home, Path folder) {
      this(stack, home, folder, Map.of());
    }
  }

  /** The opened target. */
  record Access(List<Provider> providers, SecretStore secrets) {
    public Access {
      providers = List.copyOf(providers);
    }
  }
}
