package dev.slipway.local.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others make of the certificates. Java's own verdict is in the gateway's tests. */
final class CertificateAcceptanceTest {
  /** Handshake in memory, with every check that OpenSSL has. */
  private static final String PYTHON =
      """
      import ssl, sys
      ca, cert, key = sys.argv[1:]
      server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); server.load_cert_chain(cert, key)
      client = ssl.create_default_context(cafile=ca)
      client.verify_flags |= ssl.VERIFY_X509_STRICT
      a, b = ssl.MemoryBIO(), ssl.MemoryBIO()
      s = server.wrap_bio(a, b, server_side=True)
      c = client.wrap_bio(b, a, server_hostname="localhost")
      for _ in range(10):
          for side in (c, s):
              try: side.do_handshake()
              except ssl.SSLWantReadError: pass
      print(c.version(), c.getpeercert()["subjectAltName"])
      """;

  @TempDir Path folder;

  @Test
  void opensslVerifiesInStrictMode() throws Exception {
    assumeTrue(installed("openssl", "version"), "openssl is not installed");
    TestCertificates made = TestCertificates.in(folder);

    String said =
        run(
            "openssl",
            "verify",
            "-x509_strict",
            "-purpose",
            "sslserver",
            "-verify_hostname",
            "localhost",
            "-CAfile",
            made.authorityFile().toString(),
            made.certificateFile().toString());

    assertThat(said).contains(": OK");
  }

  @Test
  void pythonAcceptsInStrictMode() throws Exception {
    assumeTrue(installed("python3", "-c", "import ssl"), "python3 with ssl is not installed");
    TestCertificates made = TestCertificates.in(folder);
    Path key = Files.writeString(folder.resolve("key.pem"), made.key());

    String said =
        run(
            "python3",
            "-c",
            PYTHON,
            made.authorityFile().toString(),
            made.certificateFile().toString(),
            key.toString());

    assertThat(said).startsWith("TLSv1.3").contains("('DNS', 'localhost')");
  }

  private static boolean installed(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
