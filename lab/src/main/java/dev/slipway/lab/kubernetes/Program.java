package dev.slipway.lab.kubernetes;

import dev.slipway.lab.process.LabException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that the lab builds from Go modules.
 *
 * @param name of its executable in the cache
 * @param version of what it is, with a leading {@code v}
 * @param module the package to install at that version; empty for the control plane, whose source
 *     is the lab's own
 * @param linkerFlags what is written into it, such as its version
 */
record Program(String name, String version, Optional<String> module, List<String> linkerFlags) {
  /** The files of the control plane's source, in the class path. */
  static final List<String> SOURCES = List.of("go.mod", "go.sum", "main.go", "tied.go");

  private static final Pattern KUBERNETES =
      Pattern.compile("^\\s*k8s\\.io/kubernetes (v[0-9.]+)$", Pattern.MULTILINE);

  private static final String KWOK_VERSION = "v0.8.0";
  private static final String HELM_3_VERSION = "v3.21.0";
  private static final String HELM_4_VERSION = "v4.3.1";

  Program {
    linkerFlags = List.copyOf(linkerFlags);
  }

  /** etcd, API server, controller manager, scheduler and kubectl in one. */
  static Program controlPlane() {
    String module = new String(source("go.mod"), StandardCharsets.UTF_8);
    Matcher found = KUBERNETES.matcher(module);
    if (!found.find()) {
      throw new LabException("go.mod of the control plane names no version of k8s.io/kubernetes");
    }
    String version = found.group(1);
    String[] parts = version.substring(1).split("\\.", -1);
    List<String> flags =
        List.of("k8s.io/component-base/version", "k8s.io/client-go/pkg/version").stream()
            .flatMap(
                folder ->
                    List.of(
                        "-X " + folder + ".gitVersion=" + version,
                        "-X " + folder + ".gitMajor=" + parts[0],
                        "-X " + folder + ".gitMinor=" + parts[1],
                        "-X " + folder + ".gitTreeState=clean",
                        "-X " + folder + ".buildDate=2026-01-01T00:00:00Z")
                        .stream())
            .toList();
    return new Program("control-plane", version, Optional.empty(), flags);
  }

  static Program kwok() {
    return new Program("kwok", KWOK_VERSION, Optional.of("sigs.k8s.io/kwok/cmd/kwok"), List.of());
  }

  static Program helm3() {
    return helm("helm3", HELM_3_VERSION, "helm.sh/helm/v3");
  }

  static Program helm4() {
    return helm("helm4", HELM_4_VERSION, "helm.sh/helm/v4");
  }

  private static Program helm(String name, String version, String module) {
    return new Program(
        name,
        version,
        Optional.of(module + "/cmd/helm"),
        List.of("-X " + module + "/internal/version.version=" + version));
  }

  /** What its executable is kept under: another version or source gives another name. */
  String folder() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(toString().getBytes(StandardCharsets.UTF_8));
      if (module.isEmpty()) {
        SOURCES.forEach(file -> digest.update(source(file)));
      }
      return name + "-" + version + "-" + HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (GeneralSecurityException e) {
      throw new LabException("every Java runtime has SHA-256", e);
    }
  }

  /** A file of the control plane's source. */
  static byte[] source(String file) {
    try (InputStream in = Program.class.getResourceAsStream("control-plane/" + file)) {
      if (in == null) {
        throw new LabException("the class path lacks control-plane/" + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new LabException("control-plane/" + file + " can't be read", e);
    }
  }
}
