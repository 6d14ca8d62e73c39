package dev.slipway.lab.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a kubeconfig where a program can read it. */
final class KubeconfigFile {
  private KubeconfigFile() {}

  static String of(String text) throws IOException {
    Path file = Files.createTempFile("lab", ".kubeconfig");
    file.toFile().deleteOnExit();
    return Files.writeString(file, text).toString();
  }
}
