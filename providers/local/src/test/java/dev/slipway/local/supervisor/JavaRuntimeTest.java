package dev.slipway.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaRuntimeTest {
  @Test
  void passesOnTheClassPathAbsoluteAndTheOptionsOfTheCommand() {
    String before = System.getProperty("java.class.path");
    System.setProperty("java.class.path", "a.jar" + File.pathSeparator + "/b/../c");
    System.setProperty(JavaRuntime.OPTIONS, "-Done=1  -Dtwo=2");
    try {
      JavaRuntime runtime = JavaRuntime.current("-Xmx1m");

      assertThat(runtime.options()).isEqualTo(List.of("-Xmx1m", "-Done=1", "-Dtwo=2"));
      assertThat(runtime.classPath())
          .isEqualTo(Path.of("a.jar").toAbsolutePath() + File.pathSeparator + "/c");
      assertThat(Path.of(runtime.executable())).isExecutable().isAbsolute();
    } finally {
      System.setProperty("java.class.path", before);
      System.clearProperty(JavaRuntime.OPTIONS);
    }
  }
}
