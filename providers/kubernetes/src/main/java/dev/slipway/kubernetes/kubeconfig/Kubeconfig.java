package dev.slipway.kubernetes.kubeconfig;

import dev.slipway.engine.diagnostic.DiagnosticException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Contexts, clusters and users: of one kubeconfig, or of several merged as kubectl does. */
public final class Kubeconfig {
  private static final List<String> FILES =
      List.of("certificate-authority", "client-certificate", "client-key");

  private final List<KubeconfigText> texts;

  private Kubeconfig(List<KubeconfigText> texts) {
    this.texts = List.copyOf(texts);
  }

  /**
   * @param source what the text came from, for messages
   */
  public static Kubeconfig parse(String text, String source) {
    return new Kubeconfig(
        List.of(KubeconfigText.parse(text, source, Path.of("").toAbsolutePath())));
  }

  /** The kubeconfig of one file. */
  public static Kubeconfig read(Path file) {
    return new Kubeconfig(List.of(readFile(file)));
  }

  /**
   * The user's own: the files that {@code KUBECONFIG} lists, of which missing ones count for
   * nothing, or else {@code .kube/config} in the home folder.
   *
   * @param environment gives variables of the environment, null for those that aren't set
   */
  public static Kubeconfig ambient(UnaryOperator<String> environment, Path home) {
    String listed = environment.apply("KUBECONFIG");
    List<Path> files = new ArrayList<>();
    if (listed == null || listed.isBlank()) {
      files.add(home.resolve(".kube").resolve("config"));
    } else {
      for (String name : listed.split(File.pathSeparator, -1)) {
        if (!name.isBlank()) {
          files.add(Path.of(name));
        }
      }
    }
    List<KubeconfigText> texts =
        files.stream().filter(Files::exists).map(Kubeconfig::readFile).toList();
    if (texts.isEmpty()) {
      throw KubeconfigProblems.none(files);
    }
    return new Kubeconfig(texts);
  }

  /** Where it was read, for messages. */
  public String origin() {
    return texts.stream().map(KubeconfigText::source).collect(Collectors.joining(", "));
  }

  /**
   * A context, or the current one.
   *
   * @throws DiagnosticException if there is no such context, or it lacks something
   */
  public KubeContext context(Optional<String> wanted) {
    String name =
        wanted
            .or(() -> texts.stream().flatMap(text -> text.currentContext().stream()).findFirst())
            .orElseThrow(() -> KubeconfigProblems.noCurrent(origin(), names()));
    Map<String, Object> context =
        find(KubeconfigText::contexts, name)
            .orElseThrow(() -> KubeconfigProblems.noContext(name, origin(), names()))
            .entry();
    String cluster = text(context, "cluster");
    String user = text(context, "user");
    Found foundCluster =
        find(KubeconfigText::clusters, cluster)
            .orElseThrow(() -> KubeconfigProblems.dangling(name, "cluster", cluster, origin()));
    Map<String, Object> userEntry =
        user.isEmpty()
            ? Map.of()
            : find(KubeconfigText::users, user)
                .orElseThrow(() -> KubeconfigProblems.dangling(name, "user", user, origin()))
                .whole();
    KubeContext found =
        new KubeContext(
            name,
            cluster,
            user,
            Optional.of(text(context, "namespace")).filter(space -> !space.isEmpty()),
            origin(),
            foundCluster.whole(),
            userEntry);
    if (found.server().isEmpty()) {
      throw KubeconfigProblems.malformed(
          foundCluster.text().source(), "The cluster '%s' has no 'server'.".formatted(cluster));
    }
    return found;
  }

  private SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    texts.forEach(text -> names.addAll(text.contexts().keySet()));
    return names;
  }

  private Optional<Found> find(
      Function<KubeconfigText, Map<String, Map<String, Object>>> part, String name) {
    return texts.stream()
        .filter(text -> part.apply(text).containsKey(name))
        .findFirst()
        .map(text -> new Found(text, part.apply(text).get(name)));
  }

  private static String text(Map<String, Object> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : value.toString();
  }

  private static KubeconfigText readFile(Path file) {
    try {
      return KubeconfigText.parse(
          Files.readString(file), file.toString(), file.toAbsolutePath().normalize().getParent());
    } catch (IOException failure) {
      throw KubeconfigProblems.unreadable(file, failure);
    }
  }

  /** An entry, and the kubeconfig that it stands in. */
  private record Found(KubeconfigText text, Map<String, Object> entry) {
    /** The entry with the content of files in place of their paths. */
    Map<String, Object> whole() {
      Map<String, Object> whole = new LinkedHashMap<>(entry);
      for (String key : FILES) {
        Object path = whole.remove(key);
        if (path != null && !path.toString().isEmpty() && !whole.containsKey(key + "-data")) {
          whole.put(key + "-data", content(text.folder().resolve(path.toString())));
        }
      }
      if (whole.get("tokenFile") instanceof String token && !token.isEmpty()) {
        whole.put("tokenFile", text.folder().resolve(token).toString());
      }
      if (whole.get("exec") instanceof Map<?, ?> exec
          && exec.get("command") instanceof String command
          && command.indexOf('/') > 0) {
        Map<Object, Object> absolute = new LinkedHashMap<>(exec);
        absolute.put("command", text.folder().resolve(command).toString());
        whole.put("exec", absolute);
      }
      return whole;
    }

    private static String content(Path file) {
      try {
        return Base64.getEncoder()
            .encodeToString(Files.readString(file).getBytes(StandardCharsets.UTF_8));
      } catch (IOException failure) {
        throw KubeconfigProblems.unreadable(file, failure);
      }
    }
  }
}
