package dev.slipway.lab.schema;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the schemas that the Kubernetes provider bundles out of what Kubernetes publishes with its
 * sources. {@code build/kubernetes-schema} fetches those and calls this.
 */
public final class SchemaGenerator {
  private SchemaGenerator() {}

  /**
   * Writes the schemas.
   *
   * @param args the file to write, then for each version, oldest first, {@code version=folder} with
   *     the folder of its sources
   */
  public static void main(String[] args) throws IOException {
    Merged merged = new Merged();
    List<String> versions = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      String[] parts = args[i].split("=", 2);
      versions.add(parts[0]);
      merged.add(1 << (i - 1), OpenApi.read(Path.of(parts[1])));
    }
    Path file = Path.of(args[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(merged.text(versions).getBytes(StandardCharsets.UTF_8));
    }
    System.out.println(file + ": " + Files.size(file) + " bytes, " + String.join(", ", versions));
  }
}
