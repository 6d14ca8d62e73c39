package dev.slipway.kubernetes.chart.helm;

import dev.slipway.kubernetes.chart.source.Tar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * Fetches Helm into its place once, checked against the SHA-256 digest that is published beside it.
 */
final class HelmDownload {
  private final URI source;
  private final Path place;

  /**
   * @param source folder of archives, ending in a slash
   */
  HelmDownload(URI source, Path place) {
    this.source = source;
    this.place = place;
  }

  void run(HelmRelease release) {
    URI address = source.resolve(release.archive());
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      String line =
          new String(get(client, source.resolve(release.checksumFile())), StandardCharsets.UTF_8);
      String expected = line.strip().split("\\s+", -1)[0];
      byte[] archive = get(client, address);
      String found = digest(archive);
      if (!found.equals(expected)) {
        throw HelmProblems.damaged(address.toString(), expected, found).asException();
      }
      place(archive, release);
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw HelmProblems.notFetched(release, address.toString(), place, why).asException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw HelmProblems.notFetched(release, address.toString(), place, "it was interrupted")
          .asException(e);
    }
  }

  /** The program appears whole or not at all, whoever else fetches it too. */
  private void place(byte[] archive, HelmRelease release) throws IOException {
    Files.createDirectories(place.getParent());
    try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(archive))) {
      byte[] program = Tar.read(unzipped).get(release.entry());
      if (program == null) {
        throw new IOException("the archive holds no " + release.entry());
      }
      Path whole = Files.createTempFile(place.getParent(), "helm", ".part");
      Files.write(whole, program);
      Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static byte[] get(HttpClient client, URI address)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(5)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode() + " for " + address);
    }
    return answer.body();
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
