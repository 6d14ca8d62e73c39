package dev.slipway.local.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.diagnostic.Diagnostic.Fault;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryHandlerTest {
  private static final ResourceId ID = new ResourceId(DirectorySpec.TYPE, "data");
  private static final DirectorySpec SPEC = new DirectorySpec("milvus/data");

  @TempDir Path stack;

  private final RecordingCall call = RecordingCall.of("t1");

  @Test
  void makesAFolderOnlyForTheUserAndFindsItAgain() throws Exception {
    DirectoryObserved made = handler().create(ID, SPEC, call);

    assertThat(made.path()).isEqualTo(stack.resolve("milvus/data")).isDirectory();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.path())))
        .isEqualTo("rwx------");
    assertThat(read(Optional.of(SPEC))).contains(made);
    assertThat(made.attributes()).isEqualTo(handler().predict(SPEC));
    assertThat(handler().diff(SPEC, made).isEmpty()).isTrue();
    assertThat(handler().status(made)).isEqualTo(Status.CURRENT);
  }

  @Test
  void isFoundByItsMarkAloneWhenNothingElseIsKnown() {
    DirectoryObserved made = handler().create(ID, SPEC, call);

    assertThat(read(Optional.empty())).contains(made);
    assertThat(handler().folders(Set.of(ID), call)).containsExactly(made.path());
  }

  @Test
  void makingItTwiceKeepsWhatIsInIt() throws Exception {
    Path file = handler().create(ID, SPEC, call).path().resolve("segment");
    Files.writeString(file, "data");

    handler().create(ID, SPEC, call);

    assertThat(file).hasContent("data");
  }

  @Test
  void takesAnEmptyFolderAndOneWhoseMarkingWasCutShort() throws Exception {
    Path folder = Files.createDirectories(stack.resolve("milvus/data"));
    Files.writeString(folder.resolve(".slipway-owner.4711-1.tmp"), "{");

    assertThat(read(Optional.of(SPEC))).isEmpty();
    handler().create(ID, SPEC, call);

    assertThat(folder.toFile().list()).containsExactly(".slipway-owner");
  }

  @Test
  void refusesAFolderWithContentThatItDidNotMake() throws Exception {
    Path folder = Files.createDirectories(stack.resolve("milvus/data"));
    Files.writeString(folder.resolve("thesis.txt"), "ten years");

    assertThat(read(Optional.of(SPEC)).orElseThrow().ownership()).isEqualTo(Ownership.FOREIGN);
    assertThatThrownBy(() -> handler().create(ID, SPEC, call))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> {
              assertThat(problem.retry()).isEqualTo(ProviderException.Retry.NEVER);
              assertThat(problem.first().code()).isEqualTo("DIRECTORY-NOT-OURS");
              assertThat(problem.first().fault()).isEqualTo(Fault.ENVIRONMENT);
              assertThat(problem.first().detail()).contains(folder.toString());
            });
    assertThat(folder.toFile().list()).containsExactly("thesis.txt");
  }

  @Test
  void neverRemovesAFolderOfAnotherStack() {
    DirectoryObserved made = handler().create(ID, SPEC, call);
    RecordingCall other = new RecordingCall("other-9z", "t2", null);

    assertThatThrownBy(() -> handler().delete(subject(Optional.of(SPEC)), made, other))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("DIRECTORY-NOT-OURS");
    assertThat(made.path()).isDirectory();
  }

  @Test
  void removesEverythingInItButNotWhatLinksLeadTo(@TempDir Path elsewhere) throws Exception {
    Path precious = Files.writeString(elsewhere.resolve("precious"), "x");
    DirectoryObserved made = handler().create(ID, SPEC, call);
    Files.createDirectories(made.path().resolve("a/b"));
    Files.createSymbolicLink(made.path().resolve("a/b/link"), elsewhere);
    Files.createSymbolicLink(made.path().resolve("dangling"), Path.of("/nowhere"));

    handler().delete(subject(Optional.of(SPEC)), made, call);
    handler().delete(subject(Optional.of(SPEC)), made, call);

    assertThat(stack).isEmptyDirectory();
    assertThat(precious).exists();
    assertThat(read(Optional.of(SPEC))).isEmpty();
  }

  @Test
  void anotherPathIsAReplacement() {
    DirectoryObserved made = handler().create(ID, SPEC, call);

    var diff = handler().diff(new DirectorySpec("elsewhere"), made);

    assertThat(diff.replaces()).isTrue();
    assertThat(diff.fields().getFirst().before()).isEqualTo("milvus/data");
    assertThat(diff.fields().getFirst().after()).isEqualTo("elsewhere");
  }

  @Test
  void refusesAPathThatLeadsOutOfTheStack() {
    assertThatThrownBy(() -> handler().create(ID, new DirectorySpec("../../etc"), call))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            problem -> assertThat(problem.first().code()).isEqualTo("DIRECTORY-OUTSIDE"));
  }

  @Test
  void tellsWhatStandsInTheWay() throws Exception {
    Files.writeString(stack.resolve("milvus"), "a file");

    assertThatThrownBy(() -> handler().create(ID, SPEC, call))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.first().code()).isEqualTo("FILE-NOT-USABLE"));
  }

  private DirectoryHandler handler() {
    return new DirectoryHandler(stack);
  }

  private Optional<DirectoryObserved> read(Optional<DirectorySpec> spec) {
    return handler().read(subject(spec), call);
  }

  private static Subject<DirectorySpec> subject(Optional<DirectorySpec> spec) {
    return new Subject<>(ID, spec, Optional.empty());
  }
}
