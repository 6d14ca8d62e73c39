package dev.slipway.lab.kubernetes.chart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A repository of charts on a free loopback port, without TLS: a classic one with an {@code
 * index.yaml}, and an OCI registry that can be pulled from.
 */
public final class ChartRepository implements AutoCloseable {
  private static final String CLASSIC = "/charts/";
  private static final String REGISTRY = "/v2/";
  private static final String FOLDER = "lab/";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<PackedChart> charts = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> faults = new ConcurrentHashMap<>();

  private ChartRepository(List<PackedChart> charts) {
    this.charts.addAll(charts);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port for a chart repository", e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Serves the given charts. */
  public static ChartRepository serve(List<PackedChart> charts) {
    return new ChartRepository(charts);
  }

  /** Serves charts of the lab's own, by name. */
  public static ChartRepository serve(String... names) {
    return serve(
        List.of(names).stream()
            .map(name -> PackedChart.of(PackedChart.charts().resolve(name)))
            .toList());
  }

  /** Serves a further chart, or a further version of one. */
  public void publish(PackedChart chart) {
    charts.add(chart);
  }

  /** The address of the classic repository. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/charts";
  }

  /** The address of a chart in the registry; Helm needs {@code --plain-http} for it. */
  public String oci(String name) {
    return "oci://127.0.0.1:" + server.getAddress().getPort() + "/" + FOLDER + name;
  }

  /** Every request so far, as {@code GET /charts/index.yaml}. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Answers every further request whose path ends like this with an HTTP status. */
  public void fail(String end, int status) {
    faults.put(end, status);
  }

  /** Ends all faults. */
  public void heal() {
    faults.clear();
  }

  /** The content of {@code index.yaml}. */
  String index() {
    return charts.stream().collect(Collectors.groupingBy(PackedChart::name)).entrySet().stream()
        .map(
            entry ->
                "  "
                    + entry.getKey()
                    + ":\n"
                    + entry.getValue().stream()
                        .map(ChartRepository::entry)
                        .collect(Collectors.joining()))
        .collect(
            Collectors.joining(
                "", "apiVersion: v1\nentries:\n", "generated: \"2024-01-01T00:00:00Z\"\n"));
  }

  private static String entry(PackedChart chart) {
    String about =
        chart.about().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + ": " + RegistryChart.quoted(entry.getValue()))
            .collect(Collectors.joining("\n      ", "    - ", "\n"));
    return about
        + "      created: \"2024-01-01T00:00:00Z\"\n      digest: "
        + chart.digest()
        + "\n      urls: ["
        + chart.fileName()
        + "]\n";
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(exchange.getRequestMethod() + " " + path);
    Optional<Integer> fault =
        faults.entrySet().stream()
            .filter(entry -> path.endsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (fault.isPresent()) {
      answer(exchange, fault.get(), new Content("text/plain", new byte[0]));
      return;
    }
    Optional<Content> content = content(path);
    answer(
        exchange,
        content.isPresent() ? 200 : 404,
        content.orElse(new Content("text/plain", path.getBytes(StandardCharsets.UTF_8))));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Content(String type, byte[] bytes) {}

  private Optional<Content> content(String path) {
    if (path.equals(CLASSIC + "index.yaml")) {
      return Optional.of(new Content("application/yaml", index().getBytes(StandardCharsets.UTF_8)));
    }
    if (path.startsWith(CLASSIC)) {
      return charts.stream()
          .filter(chart -> path.equals(CLASSIC + chart.fileName()))
          .map(chart -> new Content("application/gzip", chart.archive()))
          .findFirst();
    }
    if (path.equals(REGISTRY)) {
      return Optional.of(new Content("application/json", "{}".getBytes(StandardCharsets.UTF_8)));
    }
    return path.startsWith(REGISTRY + FOLDER)
        ? registry(path.substring((REGISTRY + FOLDER).length()))
        : Optional.empty();
  }

  /**
   * @param path for example {@code hooks/manifests/1.2.0}
   */
  private Optional<Content> registry(String path) {
    List<String> parts = List.of(path.split("/", -1));
    List<RegistryChart> versions =
        charts.stream()
            .filter(chart -> chart.name().equals(parts.getFirst()))
            .map(RegistryChart::new)
            .toList();
    if (versions.isEmpty() || parts.size() != 3) {
      return Optional.empty();
    }
    String wanted = parts.getLast();
    return switch (parts.get(1)) {
      case "tags" -> Optional.of(tags(parts.getFirst(), versions));
      case "manifests" ->
          versions.stream()
              .filter(
                  chart ->
                      chart.tag().equals(wanted)
                          || RegistryChart.digest(chart.manifest()).equals(wanted))
              .map(chart -> new Content(RegistryChart.MANIFEST, chart.manifest()))
              .findFirst();
      case "blobs" ->
          versions.stream()
              .flatMap(chart -> chart.blob(wanted).stream())
              .map(blob -> new Content("application/octet-stream", blob))
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static Content tags(String name, List<RegistryChart> versions) {
    String tags =
        versions.stream()
            .map(chart -> RegistryChart.quoted(chart.tag()))
            .collect(Collectors.joining(","));
    String json = "{\"name\":\"" + FOLDER + name + "\",\"tags\":[" + tags + "]}";
    return new Content("application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, Content content)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", content.type());
    exchange
        .getResponseHeaders()
        .set("Docker-Content-Digest", RegistryChart.digest(content.bytes()));
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.bytes().length));
    }
    exchange.sendResponseHeaders(
        status, head || content.bytes().length == 0 ? -1 : content.bytes().length);
    if (!head && content.bytes().length > 0) {
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(content.bytes());
      }
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
