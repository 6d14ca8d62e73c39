package dev.slipway.kubernetes.cluster;

import dev.slipway.kubernetes.kubeconfig.KubeContext;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Puts the user's credentials on each request, and renews them once they are refused. */
final class Login implements Interceptor {
  private static final String HEADER = "Authorization";

  private final KubeContext context;
  private final Optional<ExecCredentials> exec;

  Login(KubeContext context, Optional<ExecCredentials> exec) {
    this.context = context;
    this.exec = exec;
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    authorization().ifPresent(value -> builder.setHeader(HEADER, value));
    context.ofUser("as").ifPresent(user -> builder.setHeader("Impersonate-User", user));
    if (context.user().get("as-groups") instanceof Iterable<?> groups) {
      groups.forEach(group -> builder.header("Impersonate-Group", group.toString()));
    }
  }

  @Override
  public CompletableFuture<Boolean> afterFailure(
      BasicBuilder builder, HttpResponse<?> response, RequestTags tags) {
    if (response.code() != 401 || exec.isEmpty()) {
      return CompletableFuture.completedFuture(false);
    }
    return CompletableFuture.supplyAsync(
        () -> {
          exec.get().renew();
          authorization().ifPresent(value -> builder.setHeader(HEADER, value));
          return true;
        },
        Thread::startVirtualThread);
  }

  private Optional<String> authorization() {
    Optional<String> token =
        context
            .token()
            .map(Supplier::get)
            .or(this::fromFile)
            .or(() -> context.ofUser("token"))
            .or(() -> exec.flatMap(ExecCredentials::token));
    if (token.isPresent()) {
      return token.map(text -> "Bearer " + text.strip());
    }
    return context
        .ofUser("username")
        .map(
            user ->
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(
                            (user + ":" + context.ofUser("password").orElse(""))
                                .getBytes(StandardCharsets.UTF_8)));
  }

  /** A token in a file is read anew each time, since whoever wrote it renews it. */
  private Optional<String> fromFile() {
    return context
        .ofUser("tokenFile")
        .map(
            file -> {
              try {
                return Files.readString(Path.of(file));
              } catch (IOException _) {
                throw CredentialProblems.tokenFile(context, file);
              }
            });
  }
}
