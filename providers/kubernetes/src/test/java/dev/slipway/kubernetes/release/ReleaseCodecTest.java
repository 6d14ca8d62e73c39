package dev.slipway.kubernetes.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.kubernetes.object.ApiObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseCodecTest {
  private static final String NOT_A_RELEASE = "bm90IGEgcmVsZWFzZQ==";

  @Test
  void whatIsEncodedIsDecodedAgain() {
    Map<String, Object> release = Map.of("name", "boat", "version", 3, "config", Map.of("a", "ü"));
    ApiObject secret =
        new ApiObject(Map.of("data", Map.of("release", ReleaseCodec.encode(release))));
    assertThat(ReleaseCodec.decode(secret)).contains(release);
  }

  @Test
  void theInnerEncodingBeginsAsGzipDoesInBase64() {
    String encoded = ReleaseCodec.encode(Map.of());
    assertThat(new String(Base64.getDecoder().decode(encoded), StandardCharsets.US_ASCII))
        .startsWith("H4sI");
  }

  @Test
  void whatIsNoReleaseIsNone() {
    assertThat(ReleaseCodec.decode(new ApiObject(Map.of()))).isEmpty();
    assertThat(ReleaseCodec.decode(new ApiObject(Map.of("data", Map.of("release", NOT_A_RELEASE)))))
        .isEmpty();
  }

  @Test
  void textThatIsNoJsonIsNotRepeatedInTheMessage() {
    assertThatThrownBy(() -> ReleaseCodec.parse("s3cret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("s3cret");
  }
}
