package dev.slipway.local.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ProviderException.Retry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pip writes, as versions 23 to 25 wrote it. */
class PipFailureTest {
  private static final Interpreter PYTHON =
      new Interpreter(
          Path.of("/usr/bin/python3"),
          PythonVersion.parse("3.11.2"),
          true,
          true,
          "23.0.1",
          "linux-x86_64");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device | PYTHON-DISK-FULL | NEVER
          ERROR: Could not install packages due to an OSError: [Errno 122] Disk quota exceeded | PYTHON-DISK-FULL | NEVER
          ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. | PYTHON-HASH-MISMATCH | NEVER
          ERROR: HTTP error 503 while getting http://127.0.0.1/x.whl | PYTHON-REGISTRY-UNREACHABLE | BACKOFF
          ERROR: 429 Client Error: Too Many Requests for url: http://127.0.0.1/simple/ | PYTHON-REGISTRY-UNREACHABLE | BACKOFF
          WARNING: Retrying after connection broken by 'NameResolutionError("Failed to resolve")' | PYTHON-REGISTRY-UNREACHABLE | BACKOFF
          TimeoutError: The read operation timed out | PYTHON-REGISTRY-UNREACHABLE | BACKOFF
          ERROR: 401 Client Error: Unauthorized for url: http://127.0.0.1/simple/six/ | PYTHON-REGISTRY-REFUSED | NEVER
          SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]')) | PYTHON-REGISTRY-UNTRUSTED | NEVER
          ERROR: No matching distribution found for faiss-cpu==1.15.1 | PYTHON-NO-DISTRIBUTION | NEVER
          ERROR: something that nobody has seen yet | PYTHON-INSTALL-FAILED | NEVER
          """)
  void isToldByWhatPipWrote(String line, String code, Retry retry) {
    ProviderException failure =
        PipFailure.of(List.of("Collecting six==1.17.0", line), PYTHON, Path.of("/stack/build.log"));

    assertThat(failure.first().code()).isEqualTo(code);
    assertThat(failure.retry()).isEqualTo(retry);
    assertThat(failure.first().detail()).contains("/stack/build.log");
  }
}
