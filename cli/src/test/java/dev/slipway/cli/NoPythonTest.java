package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.beacon.BeaconStack;
import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine whose Python or package registry will not do. */
class NoPythonTest {
  @TempDir private Path folder;
  private BeaconStack beacon;

  @BeforeEach
  void prepare() {
    beacon = BeaconStack.in(folder);
  }

  @AfterEach
  void takeDown() {
    beacon.close();
  }

  @Test
  void noPythonAtAll() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertRefused(beacon.with("PATH", empty.toString()), "PYTHON-NOT-FOUND");
  }

  @Test
  void aPythonThatIsTooOld() throws IOException {
    Path bin = standIn("version=3.8.2\\nvenv=True\\nensurepip=True\\npip=23.0.1\\nplatform=linux");
    Ended up = assertRefused(beacon.with("PATH", bin.toString()), "PYTHON-TOO-OLD");
    assertThat(up.details()).contains("3.8");
  }

  @Test
  void aPythonWithoutItsVenvModule() throws IOException {
    Path bin = standIn("version=3.12.1\\nvenv=True\\nensurepip=False\\nplatform=linux");
    Ended up = assertRefused(beacon.with("PATH", bin.toString()), "PYTHON-WITHOUT-VENV");
    assertThat(up.details()).contains("3.12");
  }

  @Test
  void aChosenPythonThatIsNone() {
    assertRefused(
        beacon.with("SLIPWAY_PYTHON", folder.resolve("gone").toString()), "PYTHON-NOT-FOUND");
  }

  @Test
  void aRegistryThatCanNotBeReachedAndThenCan() {
    BeaconStack lonely =
        beacon
            .with("XDG_CACHE_HOME", folder.resolve("cache").toString())
            .with("PIP_NO_CACHE_DIR", "1")
            .with("PIP_RETRIES", "0")
            .with("PIP_FIND_LINKS", "");
    BeaconStack offline =
        lonely.with("PIP_INDEX_URL", "https://localhost:" + FreePort.find() + "/simple");
    assertRefused(offline, "PYTHON-REGISTRY-UNREACHABLE");

    Ended up = lonely.run("up");
    assertThat(up.code()).as(up.everything()).isZero();
    assertThat(beacon.run("down").code()).isZero();
    beacon.stack().assertGone();
  }

  private Ended assertRefused(BeaconStack stack, String code) {
    Ended up = stack.run("up");
    assertThat(up.code()).as(up.everything()).isEqualTo(3);
    assertThat(up.codes()).containsExactly(code);
    return up;
  }

  /** A folder with a {@code python3} that says this of itself, and with nothing else. */
  private Path standIn(String answer) throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path program = bin.resolve("python3");
    Files.writeString(program, "#!/bin/sh\nprintf 'executable=%s\\n" + answer + "\\n' \"$0\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return bin;
  }
}
