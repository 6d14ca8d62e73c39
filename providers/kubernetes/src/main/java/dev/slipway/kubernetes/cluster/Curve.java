package dev.slipway.kubernetes.cluster;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/**
 * Java computes tables of the curve P-256 before the first handshake of a process can begin, which
 * takes longer than all the rest of it.
 */
final class Curve {
  private Curve() {}

  /** Begins with the tables, while the kubeconfig is read. */
  static void begin() {
    Thread.ofPlatform().daemon().name("curve").start(Curve::compute);
  }

  private static void compute() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      generator.generateKeyPair();
    } catch (GeneralSecurityException _) {
      // A Java without this curve has nothing to compute.
    }
  }
}
