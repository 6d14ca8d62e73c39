package dev.slipway.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.local.process.host.Shell;
import dev.slipway.local.process.host.Until;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder;

  @Test
  void rotatesUnderAProcessThatGoesOnWriting() throws Exception {
    Path file = folder.resolve("a.log");
    LogFile log = new LogFile(file, 20_000, 1000);
    String batch = "k=0; while [ $k -lt 200 ]; do k=$((k+1)); i=$((i+1)); echo line $i; done";
    String all = "j=0; while [ $j -lt 100 ]; do j=$((j+1)); " + batch + "; sleep 0.005; done";
    String script = "exec >>" + file + "; i=0; " + all;
    try (Shell shell = new Shell()) {
      Process writer = shell.start("r/a", "", script);
      Until.holds(
          "the writer has written everything",
          () -> {
            rotate(log);
            return !writer.isAlive();
          });
    }
    List<String> lines = new ArrayList<>();
    int rotations = folder.toFile().list().length - 1;
    for (int i = rotations; i >= 1; i--) {
      Path old = folder.resolve("a.log." + i);
      assertThat(old).isRegularFile();
      assertThat(Files.size(old)).isGreaterThanOrEqualTo(20_000);
      lines.addAll(Files.readAllLines(old));
    }
    lines.addAll(Files.readAllLines(file));

    assertThat(rotations).isPositive();
    assertThat(lines.getFirst()).isEqualTo("line 1");
    assertThat(lines.getLast()).isEqualTo("line 20000");
    assertThat(lines).hasSizeGreaterThan(19_000).doesNotHaveDuplicates();
    assertThat(lines.stream().filter(line -> !line.matches("line \\d+")).count())
        .as("lines cut where the log was emptied")
        .isLessThanOrEqualTo(2L * rotations);
  }

  @Test
  void keepsTheContentAndOnlyAsManyAsItIsTold() throws Exception {
    Path file = folder.resolve("a.log");
    LogFile log = new LogFile(file, 1, 2);
    for (String text : List.of("one\n", "two\n", "three\n")) {
      Files.writeString(file, text);
      assertThat(log.rotate()).isTrue();
    }

    assertThat(file).isEmptyFile();
    assertThat(folder.resolve("a.log.1")).hasContent("three");
    assertThat(folder.resolve("a.log.2")).hasContent("two");
    assertThat(folder.resolve("a.log.3")).doesNotExist();
    log.delete();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void showsTheLastLinesWithoutReadingAll() throws Exception {
    Path file = folder.resolve("a.log");
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 10_000; i++) {
      text.append("line ").append(i).append('\n');
    }
    Files.writeString(file, text);

    assertThat(LogFile.of(file).tail(2)).containsExactly("line 9999", "line 10000");
    assertThat(LogFile.of(folder.resolve("none")).tail(2)).isEmpty();
  }

  @Test
  void isNotRotatedWhenThereIsNone() throws Exception {
    assertThat(LogFile.of(folder.resolve("none")).rotate()).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  private static void rotate(LogFile log) {
    try {
      log.rotate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
