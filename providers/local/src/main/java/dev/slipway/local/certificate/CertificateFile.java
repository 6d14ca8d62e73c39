package dev.slipway.local.certificate;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.ResourceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a certificate lies: {@code certificates/<kind>-<name>.pem} in the stack's folder, with its
 * {@link Mark} in a {@code .json} file beside it, because a PEM file can carry none.
 */
final class CertificateFile {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final String base;

  CertificateFile(Path stackFolder, ResourceId id) {
    this.folder = stackFolder.toAbsolutePath().normalize().resolve("certificates");
    this.base = id.type().substring(id.type().indexOf('.') + 1) + "-" + id.name();
  }

  Path path() {
    return folder.resolve(base + ".pem");
  }

  /** Name of the private key in the secret store. */
  String keyName() {
    return base + "-key";
  }

  boolean exists() {
    return Files.exists(path());
  }

  Optional<X509Certificate> certificate() {
    return certificate(path());
  }

  /** The first certificate in a file, if there is a file and one in it that can be read. */
  static Optional<X509Certificate> certificate(Path file) {
    return read(file).flatMap(Pem::certificate);
  }

  Optional<Mark> mark() {
    try {
      return read(markPath()).map(text -> JSON.readValue(text, Mark.class));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  void write(String pem, Mark mark) {
    try {
      Files.createDirectories(folder);
      replace(markPath(), JSON.writeValueAsString(mark) + "\n");
      replace(path(), pem);
    } catch (IOException e) {
      throw refused(path(), "CERTIFICATE-NOT-WRITTEN", "A certificate could not be written", e);
    }
  }

  /** Removes the certificate, then its mark, then the folder if nothing else is in it. */
  void delete() {
    try {
      Files.deleteIfExists(path());
      Files.deleteIfExists(markPath());
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException _) {
      return;
    } catch (IOException e) {
      throw refused(path(), "CERTIFICATE-NOT-DELETED", "A certificate could not be deleted", e);
    }
  }

  private Path markPath() {
    return folder.resolve(base + ".json");
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw refused(file, "CERTIFICATE-NOT-READ", "A certificate could not be read", e);
    }
  }

  private static void replace(Path file, String content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, content);
    if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static ProviderException refused(
      Path file, String code, String summary, IOException cause) {
    return ProviderException.refused(
        Diagnostic.environment(
            code,
            summary,
            file + ": " + cause + ".",
            "See that you may read and write there and that the disk is not full. Then run the"
                + " command again."));
  }
}
