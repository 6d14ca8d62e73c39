package dev.slipway.local.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.local.directory.RecordingCall;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretHandlerTest {
  private static final ResourceId ID = new ResourceId(SecretSpec.TYPE, "password");
  private static final SecretSpec SPEC = new SecretSpec(24);

  @TempDir Path stack;

  private final SecretHandler handler = new SecretHandler();
  private FileSecretStore store;
  private RecordingCall call;

  @BeforeEach
  void open() {
    store = new FileSecretStore(stack.resolve("secrets"));
    call = new RecordingCall("demo-1a2b", "t1", store);
  }

  @Test
  void generatesAPasswordOfLettersAndDigits() {
    SecretObserved made = handler.create(ID, SPEC, call);

    assertThat(store.reveal("password")).matches("[A-Za-z0-9]{24}");
    assertThat(made.attributes().find("secret")).contains(store.find("password").orElseThrow());
    assertThat(made.toString()).doesNotContain(store.reveal("password"));
    assertThat(handler.read(subject(), call)).contains(made);
    assertThat(handler.diff(SPEC, made).isEmpty()).isTrue();
  }

  @Test
  void aRepeatedStepKeepsThePassword() {
    handler.create(ID, SPEC, call);
    String password = store.reveal("password");

    handler.create(ID, SPEC, call);

    assertThat(store.reveal("password")).isEqualTo(password);
  }

  @Test
  void anotherLengthMakesAnotherPasswordAndWhatRefersToItIsNotKnownBefore() {
    SecretObserved made = handler.create(ID, SPEC, call);
    SecretSpec longer = new SecretSpec(40);
    var diff = handler.diff(longer, made);

    assertThat(diff.replaces()).isFalse();
    assertThat(handler.stable(longer, made, diff)).isEqualTo(Attributes.NONE);
    SecretObserved changed = handler.update(ID, longer, made, call);

    assertThat(store.reveal("password")).hasSize(40);
    assertThat(changed.secret().fingerprint()).isNotEqualTo(made.secret().fingerprint());
  }

  @Test
  void removalLeavesNoFile() {
    SecretObserved made = handler.create(ID, SPEC, call);

    handler.delete(subject(), made, call);
    handler.delete(subject(), made, call);

    assertThat(stack).isEmptyDirectory();
    assertThat(handler.read(subject(), call)).isEmpty();
  }

  @Test
  void shortPasswordsAreNotAllowed() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SecretSpec(11));
    assertThatIllegalArgumentException().isThrownBy(() -> new SecretSpec(129));
  }

  private static Subject<SecretSpec> subject() {
    return new Subject<>(ID, Optional.of(SPEC), Optional.empty());
  }
}
