package dev.slipway.cli.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A certificate for loopback and its key, for one run of {@link Training}: of the server, of its
 * user, and its own authority.
 *
 * @param file a store in PKCS #12
 */
record TrainingCertificate(Path file, KeyStore store) {
  static final String PASSWORD = "training";
  private static final String FILE = "training.p12";
  private static final String ALIAS = "training";

  /** Makes one with the JDK's {@code keytool}. */
  static TrainingCertificate in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=training",
            "-ext",
            "SAN=IP:127.0.0.1",
            "-validity",
            "1",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD);
    try {
      int exit =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("keytool.log").toFile())
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IOException("keytool ended with " + exit);
      }
      return read(folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** The one that was made in a folder. */
  static TrainingCertificate read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream stream = Files.newInputStream(file)) {
        store.load(stream, PASSWORD.toCharArray());
      }
      return new TrainingCertificate(file, store);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** The certificate as text. */
  String pem() throws IOException {
    try {
      return pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** A kubeconfig whose context leads to a server that shows this certificate. */
  String kubeconfig(int port) throws IOException {
    try {
      String certificate = base64(pem());
      Key key = store.getKey(ALIAS, PASSWORD.toCharArray());
      return """
      apiVersion: v1
      kind: Config
      current-context: training
      contexts: [{name: training, context: {cluster: training, user: training}}]
      clusters:
      - name: training
        cluster: {server: "https://127.0.0.1:%d", certificate-authority-data: %s}
      users:
      - name: training
        user: {client-certificate-data: %s, client-key-data: %s}
      """
          .formatted(port, certificate, certificate, base64(pem("PRIVATE KEY", key.getEncoded())));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static String pem(String what, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, body, what);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }
}
