package dev.slipway.lab.aws;

import dev.slipway.lab.process.Await;
import dev.slipway.lab.process.Component;
import dev.slipway.lab.process.Folders;
import dev.slipway.lab.process.LabException;
import dev.slipway.lab.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A running moto: many of AWS's services on loopback, in the memory of one process. It knows one
 * account, {@value #ACCOUNT}, and takes any credentials. The managed policies of AWS's own are
 * there, and a certificate is issued a second after it was requested, whatever is in DNS.
 */
public final class Moto implements AutoCloseable {
  /** The account of whoever asks. */
  public static final String ACCOUNT = "123456789012";

  private static final Duration START = Duration.ofMinutes(1);

  private final Path folder;
  private final Component process;
  private final URI endpoint;

  private Moto(Path folder, Component process, URI endpoint) {
    this.folder = folder;
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Installs moto if it isn't there, and starts it; it ends with this JVM at the latest. */
  public static Moto start() {
    MotoInstallation installation = MotoInstallation.ready();
    try {
      Path folder = Files.createTempDirectory("slipway-moto");
      int port = Ports.free();
      Component process =
          Component.start(
              "moto",
              folder,
              List.of(
                  "env",
                  "MOTO_IAM_LOAD_MANAGED_POLICIES=true",
                  "MOTO_ACM_VALIDATION_WAIT=1",
                  installation.python().toString(),
                  installation.script().toString(),
                  Integer.toString(port)));
      Moto moto = new Moto(folder, process, URI.create("http://127.0.0.1:" + port));
      try {
        Await.until(START, "moto to answer", moto::answers, process::lastLines);
      } catch (LabException e) {
        moto.close();
        throw e;
      }
      return moto;
    } catch (IOException e) {
      throw new LabException("no folder for moto's log could be made", e);
    }
  }

  /** Where all of its services answer. */
  public URI endpoint() {
    return endpoint;
  }

  private boolean answers() {
    if (!process.lives()) {
      throw new LabException("moto ended while starting:\n" + process.lastLines());
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(endpoint.resolve("/moto-api/"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while moto started", e);
    }
  }

  @Override
  public void close() {
    process.close();
    Folders.forget(folder);
  }
}
