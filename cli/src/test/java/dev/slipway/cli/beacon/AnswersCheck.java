package dev.slipway.cli.beacon;

import dev.slipway.engine.verify.Check;
import dev.slipway.engine.verify.CheckFailure;
import dev.slipway.engine.verify.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Proves that the beacon answers; waits before it does while the gate {@code proof} is there. */
record AnswersCheck(BeaconConfig config) implements Check {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "answers";
  }

  @Override
  public String run(Endpoint endpoint) throws CheckFailure {
    switch (config.fault()) {
      case CHECK -> throw new IllegalStateException("this check was told to throw");
      case PROOF -> throw new CheckFailure("It was told not to be proven.", "Tell it otherwise.");
      case NOTHING, BUILD -> {}
    }
    long start = System.nanoTime();
    while (config.gates().filter(gates -> Files.exists(Path.of(gates, "proof"))).isPresent()
        && System.nanoTime() - start < PATIENCE.toNanos()) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    try (InputStream in = URI.create(endpoint.output("beacon.uri")).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CheckFailure("It doesn't answer: " + e.getMessage() + ".", "Light it.", e);
    }
  }
}
