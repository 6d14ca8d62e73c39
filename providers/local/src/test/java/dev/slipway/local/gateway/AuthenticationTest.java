package dev.slipway.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The forms of credentials over plain HTTP. */
final class AuthenticationTest {
  private final Authentication authentication =
      new Authentication(new Credentials("root", "Milvus"));

  @Test
  void basicIsAccepted() {
    assertThat(http("Basic " + RunningGateway.token("root:Milvus"))).isTrue();
    assertThat(http("basic " + RunningGateway.token("root:Milvus"))).isTrue();
  }

  @Test
  void bearerWithUserAndPasswordIsAccepted() {
    assertThat(http("Bearer root:Milvus")).isTrue();
  }

  @Test
  void anythingElseIsRefused() {
    assertThat(authentication.acceptsHttp(Optional.empty())).isFalse();
    assertThat(http("")).isFalse();
    assertThat(http("Basic")).isFalse();
    assertThat(http("Basic ???")).isFalse();
    assertThat(http("Bearer Milvus")).isFalse();
    assertThat(http("Bearer root:")).isFalse();
  }

  private boolean http(String authorization) {
    return authentication.acceptsHttp(Optional.of(authorization));
  }
}
