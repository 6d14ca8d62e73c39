package dev.slipway.kubernetes.chart.source;

import dev.slipway.kubernetes.chart.ChartSpec;
import dev.slipway.kubernetes.chart.helm.Helm;
import dev.slipway.kubernetes.chart.helm.Workspace;
import dev.slipway.kubernetes.chart.lock.LockFile;
import dev.slipway.kubernetes.chart.lock.LockFile.LockedChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Charts from folders, classic repositories and OCI registries. What comes from afar is locked, and
 * kept by its digest, so that it is fetched once.
 */
public final class FetchedCharts implements ChartSource {
  private final Helm helm;
  private final ChartCache cache;
  private final LockFile lock;
  private final Map<String, String> mirrors;

  /**
   * @param mirrors where to ask instead, by the beginning of an address
   */
  public FetchedCharts(Helm helm, ChartCache cache, LockFile lock, Map<String, String> mirrors) {
    this.helm = helm;
    this.cache = cache;
    this.lock = lock;
    this.mirrors = Map.copyOf(mirrors);
  }

  @Override
  public ChartFiles find(ChartSpec chart, BooleanSupplier cancelled) {
    try {
      if (chart.repository().isPresent() || chart.chart().startsWith("oci://")) {
        return far(chart, cancelled);
      }
      Path path = Path.of(chart.chart());
      if (Files.isRegularFile(path)) {
        return ChartFolder.unpack(chart.chart(), Files.readAllBytes(path));
      }
      if (!Files.isRegularFile(path.resolve("Chart.yaml"))) {
        throw ChartProblems.noChart(
                chart,
                Files.isDirectory(path)
                    ? "The folder holds no Chart.yaml."
                    : "There is no such folder.")
            .asException();
      }
      return ChartFolder.read(path);
    } catch (IOException e) {
      throw ChartProblems.unreadable(chart, e).asException(e);
    }
  }

  private ChartFiles far(ChartSpec chart, BooleanSupplier cancelled) throws IOException {
    String name = chart.repository().map(address -> address + " ").orElse("") + chart.chart();
    String wanted = chart.version().orElse("");
    // Another version or range in the stack file is looked up anew.
    Optional<LockedChart> locked = lock.chart(name).filter(l -> l.wanted().equals(wanted));
    Optional<byte[]> kept =
        locked.isPresent() ? cache.find(locked.get().digest()) : Optional.empty();
    if (kept.isPresent()) {
      return ChartFolder.unpack(chart.chart(), kept.get());
    }
    byte[] archive = pull(chart, locked.map(LockedChart::version), cancelled);
    ChartFiles files = ChartFolder.unpack(chart.chart(), archive);
    if (locked.isPresent() && !locked.get().digest().equals(files.digest())) {
      throw ChartProblems.changed(
              chart, lock.file().toString(), locked.get().digest(), files.digest())
          .asException();
    }
    cache.put(files.digest(), archive);
    lock.lock(name, new LockedChart(wanted, files.version(), files.digest()));
    lock.write();
    return files;
  }

  private byte[] pull(ChartSpec chart, Optional<String> exact, BooleanSupplier cancelled)
      throws IOException {
    try (Workspace workspace = Workspace.open()) {
      Path folder = Files.createDirectory(workspace.folder().resolve("pulled"));
      List<String> arguments =
          new ArrayList<>(
              List.of("pull", mirrored(chart.chart()), "--destination", folder.toString()));
      chart.repository().ifPresent(r -> arguments.addAll(List.of("--repo", mirrored(r))));
      exact.or(chart::version).ifPresent(v -> arguments.addAll(List.of("--version", v)));
      if (loopback(chart)) {
        arguments.add("--plain-http");
      }
      Helm.Answer answer = helm.run(arguments, Optional.empty(), workspace, cancelled);
      if (!answer.succeeded()) {
        throw refused(chart, answer.errors(), workspace, cancelled);
      }
      try (Stream<Path> files = Files.list(folder)) {
        return Files.readAllBytes(files.findFirst().orElseThrow());
      }
    }
  }

  private RuntimeException refused(
      ChartSpec chart, String errors, Workspace workspace, BooleanSupplier cancelled) {
    String why = errors.replaceFirst("(?s).*?Error: ", "").strip();
    if (why.matches("(?s).*(version .* not found|no chart version found|improper constraint).*")) {
      List<String> there = versions(chart, workspace, cancelled);
      return there.isEmpty() && chart.repository().isPresent()
          ? ChartProblems.noChart(chart, "The repository has no such chart.").asException()
          : ChartProblems.noVersion(chart, there).asException();
    }
    if (why.matches("(?s).*(chart \".*\" not found|does not appear to|not found).*")
        && !why.contains("no such host")) {
      return ChartProblems.noChart(chart, "Helm says: " + why).asException();
    }
    return ChartProblems.unreachable(chart, why).asException();
  }

  /** The versions that a classic repository lists, newest first. */
  private List<String> versions(ChartSpec chart, Workspace workspace, BooleanSupplier cancelled) {
    if (chart.repository().isEmpty()) {
      return List.of();
    }
    run(List.of("repo", "add", "r", mirrored(chart.repository().get())), workspace, cancelled);
    return run(
            List.of("search", "repo", "r/" + chart.chart(), "--versions", "--devel"),
            workspace,
            cancelled)
        .lines()
        .skip(1)
        .map(line -> line.split("\\s+", -1))
        .filter(columns -> columns.length > 1 && columns[0].equals("r/" + chart.chart()))
        .map(columns -> columns[1])
        .toList();
  }

  private String run(List<String> arguments, Workspace workspace, BooleanSupplier cancelled) {
    return helm.run(arguments, Optional.empty(), workspace, cancelled).out();
  }

  private String mirrored(String address) {
    return mirrors.entrySet().stream()
        .filter(mirror -> address.startsWith(mirror.getKey()))
        .findFirst()
        .map(mirror -> mirror.getValue() + address.substring(mirror.getKey().length()))
        .orElse(address);
  }

  private boolean loopback(ChartSpec chart) {
    return mirrored(chart.chart()).matches("oci://(127\\.0\\.0\\.1|localhost)[:/].*");
  }
}
