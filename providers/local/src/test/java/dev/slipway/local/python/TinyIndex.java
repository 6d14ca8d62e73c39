package dev.slipway.local.python;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A package index on loopback that serves one package, {@code tiny}, in the versions 1.0 and 2.0;
 * and misbehaves when asked to.
 */
final class TinyIndex implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch stalled = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean tampering;
  private volatile boolean stalling;
  private volatile boolean failing;

  TinyIndex() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/simple/tiny/", this::list);
    server.createContext("/files/", this::file);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/simple";
  }

  /** A pin of the package with its right hash. */
  static String pin(String version) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(wheel(version));
    return "tiny==" + version + " \\\n    --hash=sha256:" + HexFormat.of().formatHex(hash) + "\n";
  }

  int requests() {
    return requests.get();
  }

  /** From now on files have other contents than those that were pinned. */
  void tamper() {
    tampering = true;
  }

  /** From now on no file comes. */
  void stall() {
    stalling = true;
  }

  /** From now on the answer is 503. */
  void fail() {
    failing = true;
  }

  /** Returns when somebody waits for a file that doesn't come. */
  void awaitStalled() throws InterruptedException {
    if (!stalled.await(60, java.util.concurrent.TimeUnit.SECONDS)) {
      throw new AssertionError("nobody asked for a file");
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }

  private void list(HttpExchange exchange) throws IOException {
    String page =
        "<!DOCTYPE html><html><body>"
            + "<a href='/files/tiny-1.0-py3-none-any.whl'>tiny-1.0-py3-none-any.whl</a>"
            + "<a href='/files/tiny-2.0-py3-none-any.whl'>tiny-2.0-py3-none-any.whl</a>"
            + "</body></html>";
    exchange.getResponseHeaders().add("Content-Type", "text/html");
    answer(exchange, page.getBytes(StandardCharsets.UTF_8));
  }

  private void file(HttpExchange exchange) throws IOException {
    if (stalling) {
      stalled.countDown();
      try {
        closing.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    String version = exchange.getRequestURI().getPath().contains("tiny-1.0") ? "1.0" : "2.0";
    byte[] wheel = wheel(version);
    if (tampering) {
      wheel[wheel.length / 2] ^= 1;
    }
    answer(exchange, wheel);
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException {
    requests.incrementAndGet();
    try (exchange) {
      exchange.sendResponseHeaders(failing ? 503 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static byte[] wheel(String version) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      String info = "tiny-" + version + ".dist-info/";
      entry(zip, "tiny.py", "VERSION = '" + version + "'\n\n\ndef main():\n    print(VERSION)\n");
      entry(
          zip, info + "METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: " + version + "\n");
      entry(zip, info + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
      entry(zip, info + "entry_points.txt", "[console_scripts]\ntiny = tiny:main\n");
      entry(
          zip,
          info + "RECORD",
          "tiny.py,,\n%1$sMETADATA,,\n%1$sWHEEL,,\n%1$sentry_points.txt,,\n%1$sRECORD,,\n"
              .formatted(info));
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(1_700_000_000_000L);
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
