package dev.slipway.local.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSecretStoreTest {
  private static final String PASSWORD = "correct horse battery staple ü";

  @TempDir Path stack;

  private Path folder;
  private FileSecretStore store;

  @BeforeEach
  void open() {
    folder = stack.resolve("secrets");
    store = new FileSecretStore(folder);
  }

  @Test
  void anotherStoreOnTheSameFolderReadsWhatWasPut() {
    Value.Secret<String> put = store.put("milvus password", PASSWORD);
    FileSecretStore other = new FileSecretStore(folder);

    assertThat(other.reveal("milvus password")).isEqualTo(PASSWORD);
    assertThat(other.find("milvus password")).contains(put);
    assertThat(other.find("another")).isEmpty();
    assertRefused(() -> other.reveal("another"), "SECRET-MISSING");
  }

  @Test
  void nothingOnTheDiskShowsThePlaintextOrMayBeReadByOthers() throws Exception {
    store.put("a", PASSWORD);

    assertThat(permissions(folder)).isEqualTo("rwx------");
    for (Path file : store.leftovers()) {
      assertThat(permissions(file)).isEqualTo("rw-------");
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          .doesNotContain("horse");
    }
  }

  @Test
  void theFingerprintTellsAChangeAndNothingElse() {
    String first = store.put("a", PASSWORD).fingerprint();
    String again = store.put("a", PASSWORD).fingerprint();
    String changed = store.put("a", PASSWORD + "!").fingerprint();
    String elsewhere = store.put("b", PASSWORD).fingerprint();
    String otherStack =
        new FileSecretStore(stack.resolve("other")).put("a", PASSWORD).fingerprint();

    assertThat(again).isEqualTo(first).hasSize(32);
    assertThat(List.of(changed, elsewhere, otherStack)).doesNotContain(first);
  }

  @Test
  void namesThatAFileSystemWouldMistakeStayApart() {
    List<String> names =
        List.of("a", "A", "../a", "a/b", "a%2fb", ".", "..", "key", "é", "x".repeat(300), "");

    names.forEach(name -> store.put(name, "secret of " + name));

    assertThat(names)
        .allSatisfy(name -> assertThat(store.reveal(name)).isEqualTo("secret of " + name));
    assertThat(stack.toFile().list()).containsExactly("secrets");
  }

  @Test
  void theLastSecretTakesTheKeyAndTheFolderWithIt() throws Exception {
    store.put("a", PASSWORD);
    store.put("b", PASSWORD);
    Files.writeString(folder.resolve("b.secret.1-1.tmp"), "cut short");

    store.delete("a");
    assertThat(store.reveal("b")).isEqualTo(PASSWORD);
    store.delete("b");
    store.delete("b");

    assertThat(stack).isEmptyDirectory();
  }

  @Test
  void sweepsAKeyThatACrashLeftWithoutASecret() throws Exception {
    store.put("a", PASSWORD);
    store.sweep();
    assertThat(store.reveal("a")).isEqualTo(PASSWORD);

    Files.delete(folder.resolve("a.secret"));
    store.sweep();

    assertThat(stack).isEmptyDirectory();
  }

  @Test
  void manyThreadsMakeOneKey() throws Exception {
    List<Callable<Value.Secret<String>>> puts =
        IntStream.range(0, 20)
            .<Callable<Value.Secret<String>>>mapToObj(
                i -> () -> new FileSecretStore(folder).put("s" + i, PASSWORD))
            .toList();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var put : executor.invokeAll(puts)) {
        put.get();
      }
    }

    assertThat(IntStream.range(0, 20).mapToObj(i -> store.reveal("s" + i))).containsOnly(PASSWORD);
  }

  @Test
  void tellsADamagedSecretFromASwappedOneFromAShortOne() throws Exception {
    store.put("a", PASSWORD);
    store.put("b", PASSWORD);
    Path file = folder.resolve("a.secret");
    byte[] whole = Files.readAllBytes(file);
    byte[] damaged = whole.clone();
    damaged[damaged.length - 1] ^= 1;

    for (byte[] bad :
        List.of(
            damaged, new byte[3], new byte[0], Files.readAllBytes(folder.resolve("b.secret")))) {
      Files.write(file, bad);
      assertRefused(() -> store.reveal("a"), "SECRET-DAMAGED");
      assertRefused(() -> store.find("a"), "SECRET-DAMAGED");
    }
  }

  @Test
  void tellsAMissingAndADamagedKey() throws Exception {
    store.put("a", PASSWORD);
    Files.write(folder.resolve("key"), new byte[31]);
    assertRefused(() -> store.reveal("a"), "SECRET-KEY-DAMAGED");

    Files.delete(folder.resolve("key"));
    assertRefused(() -> store.reveal("a"), "SECRET-KEY-MISSING");
    assertRefused(() -> store.put("b", PASSWORD), "SECRET-KEY-MISSING");
  }

  @Test
  void refusesAKeyThatOthersMayReadAndTellsTheCommandThatHelps() throws Exception {
    store.put("a", PASSWORD);
    Path key = folder.resolve("key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> store.reveal("a"))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            problem -> {
              assertThat(problem.first().code()).isEqualTo("SECRET-EXPOSED");
              assertThat(problem.first().detail()).contains("rw-r--r--");
              assertThat(problem.first().fix().lines()).contains("chmod 600 " + key);
            });
  }

  private static void assertRefused(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            problem -> {
              assertThat(problem.first().code()).isEqualTo(code);
              assertThat(problem).hasMessageNotContaining("horse");
            });
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
