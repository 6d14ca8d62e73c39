package dev.slipway.engine.session;

import dev.slipway.engine.resource.Value;
import java.util.Optional;

/**
 * One output of a running stack.
 *
 * @param sensitive whether it is masked unless asked for
 * @param value plain, or the reference to a secret, or empty while what it refers to hasn't been
 *     made
 */
public record OutputView(String name, boolean sensitive, Optional<Value<String>> value) {}
