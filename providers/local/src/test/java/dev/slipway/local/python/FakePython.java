package dev.slipway.local.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Shell scripts that answer as interpreters do. */
final class FakePython {
  private FakePython() {}

  /** A script named {@code name} which says that it has that version and those modules. */
  static Path answering(
      Path folder, String name, String version, boolean venv, boolean ensurepip, String pip)
      throws IOException {
    Path script = folder.resolve(name);
    return script(
        script,
        """
        /bin/cat <<'END'
        executable=%s
        version=%s
        venv=%s
        ensurepip=%s
        platform=linux-x86_64
        pip=%s
        END
        """
            .formatted(
                script, version, venv ? "True" : "False", ensurepip ? "True" : "False", pip));
  }

  static Path script(Path file, String commands) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + commands);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }
}
