package dev.slipway.local.python;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells by what pip wrote why it failed, and whether trying again can help. */
final class PipFailure {
  private static final Pattern DISK_FULL =
      Pattern.compile("No space left on device|Disk quota exceeded|Errno 28|Errno 122");
  private static final Pattern HASH =
      Pattern.compile("DO NOT MATCH THE HASHES|Expected sha256 |Hashes are required");
  private static final Pattern UNTRUSTED =
      Pattern.compile("CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError");
  private static final Pattern REFUSED =
      Pattern.compile("\\b(401|403|407) (Client )?Error|HTTP error (401|403|407)");
  private static final Pattern UNREACHABLE =
      Pattern.compile(
          "NewConnectionError|ConnectTimeoutError|ReadTimeoutError|NameResolutionError|ProxyError"
              + "|ProtocolError|Max retries exceeded|connection broken by|Connection reset"
              + "|Connection refused|timed out|IncompleteRead"
              + "|\\b(429|5\\d\\d) (Client |Server )?Error|HTTP error (429|5\\d\\d)");
  private static final Pattern NO_DISTRIBUTION =
      Pattern.compile(
          "No matching distribution found for (\\S+)"
              + "|is not a supported wheel on this platform"
              + "|requires a different Python");
  private static final int LINES_SHOWN = 6;

  private PipFailure() {}

  /**
   * Whether pip saw no file of a package at all: it then says only when it is very verbose whether
   * the registry has none or didn't answer.
   */
  static boolean isSilent(BuildProcess.Outcome outcome) {
    return !outcome.succeeded()
        && outcome.output().stream().anyMatch(line -> line.contains("(from versions: none)"));
  }

  static boolean isHashMismatch(List<String> output) {
    return first(HASH, output).isPresent();
  }

  /**
   * The failure, to be thrown.
   *
   * @param output what pip wrote
   * @param log where all of it can be read
   */
  static ProviderException of(List<String> output, Interpreter python, Path log) {
    String more = "\nAll that pip wrote is in " + log + ".";
    if (first(DISK_FULL, output).isPresent()) {
      return ProviderException.refused(
          Diagnostic.environment(
              "PYTHON-DISK-FULL",
              "The disk is full",
              "There was no space left for the Python packages: " + quote(DISK_FULL, output) + more,
              "Free space on the disks that hold the stack's folder, your cache folder and the"
                  + " folder for temporary files, then run the same command again."));
    }
    if (isHashMismatch(output)) {
      return ProviderException.refused(
          Diagnostic.environment(
              "PYTHON-HASH-MISMATCH",
              "A package is not the one that was pinned",
              "The package registry served a file whose SHA-256 hash is not among those that the"
                  + " requirements pin. It was not installed.\n"
                  + mismatch(output)
                  + more,
              "Find out what stands between this machine and the registry: a mirror or proxy with a"
                  + " changed or damaged file is the likely cause. pip uses these settings:\n"
                  + python.executable()
                  + " -m pip config list"));
    }
    if (first(UNTRUSTED, output).isPresent()) {
      return ProviderException.refused(
          Diagnostic.environment(
              "PYTHON-REGISTRY-UNTRUSTED",
              "The package registry's certificate is not trusted",
              quote(UNTRUSTED, output) + more,
              "If a proxy of yours opens TLS connections, name its certificate authority:\n"
                  + "export PIP_CERT=/path/to/ca.pem"));
    }
    if (first(REFUSED, output).isPresent()) {
      return ProviderException.refused(
          Diagnostic.environment(
              "PYTHON-REGISTRY-REFUSED",
              "The package registry refuses access",
              quote(REFUSED, output) + more,
              "Check the address and the credentials in pip's settings:\n"
                  + python.executable()
                  + " -m pip config list"));
    }
    if (first(UNREACHABLE, output).isPresent()) {
      return ProviderException.passing(
          Diagnostic.environment(
              "PYTHON-REGISTRY-UNREACHABLE",
              "The package registry can't be reached",
              "pip could not reach the package registry: " + quote(UNREACHABLE, output) + more,
              """
              Check the network. Behind a proxy or with a mirror, tell pip, for example:
              export PIP_INDEX_URL=https://mirror.example/simple
              export HTTPS_PROXY=http://proxy.example:3128\
              """));
    }
    if (first(NO_DISTRIBUTION, output).isPresent()) {
      return ProviderException.refused(
          Diagnostic.environment(
              "PYTHON-NO-DISTRIBUTION",
              "A package is not made for this machine",
              "The registry has no ready-made file of a package for Python %s on %s: %s%s"
                  .formatted(
                      python.version(), python.platform(), quote(NO_DISTRIBUTION, output), more),
              "Use another version of Python, named in the variable %s, or run on a platform that"
                      .formatted(InterpreterSearch.VARIABLE)
                  + " the package supports. A mirror may also lack the file; pip uses these"
                  + " settings:\n"
                  + python.executable()
                  + " -m pip config list"));
    }
    return ProviderException.refused(
        Diagnostic.environment(
            "PYTHON-INSTALL-FAILED",
            "The Python packages could not be installed",
            "pip ended with an error. It last wrote:\n" + last(output) + more,
            "Mend what it names, then run the same command again."));
  }

  private static Optional<String> first(Pattern pattern, List<String> output) {
    return output.stream().filter(line -> pattern.matcher(line).find()).findFirst();
  }

  private static String quote(Pattern pattern, List<String> output) {
    return first(pattern, output)
        .map(String::strip)
        .orElse("")
        .replaceFirst("^(ERROR|WARNING): ", "");
  }

  private static String mismatch(List<String> output) {
    int start = 0;
    while (start < output.size() - 1 && !HASH.matcher(output.get(start)).find()) {
      start++;
    }
    return output.subList(start, output.size()).stream()
        .skip(1)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .limit(LINES_SHOWN)
        .collect(Collectors.joining("\n"));
  }

  private static String last(List<String> output) {
    return output.stream()
        .skip(Math.max(0, output.size() - LINES_SHOWN))
        .collect(Collectors.joining("\n"));
  }
}
