package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.Check;
import dev.slipway.engine.verify.CheckFailure;
import dev.slipway.engine.verify.Endpoint;
import dev.slipway.milvus.MilvusOutputs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The web console shows its first page. */
record AttuAnswers() implements Check {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String FIX =
      "Look at `slipway status` and at the log of Attu, then run `slipway verify` again.";

  @Override
  public String name() {
    return "open Attu";
  }

  @Override
  public String run(Endpoint endpoint) throws CheckFailure {
    URI uri = URI.create(endpoint.output(MilvusOutputs.ATTU));
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      int status =
          client
              .send(
                  HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode();
      if (status != 200) {
        throw new CheckFailure("Attu at %s answered %d.".formatted(uri, status), FIX);
      }
      return "it answers at " + uri;
    } catch (IOException e) {
      throw new CheckFailure("Attu gave no answer at %s: %s.".formatted(uri, e), FIX, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CheckFailure(
          "The proof was interrupted when it asked for Attu.", "Run `slipway verify`.", e);
    }
  }
}
