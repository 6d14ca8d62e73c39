package dev.slipway.local.supervisor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is started.
 *
 * @param java the runtime that runs it, if {@code program} is a main class
 * @param program absolute path of an executable, or a main class
 * @param environment variables added to the supervisor's own
 */
public record Launch(
    Optional<JavaRuntime> java,
    String program,
    List<String> arguments,
    SortedMap<String, String> environment) {
  public Launch {
    arguments = List.copyOf(arguments);
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }

  public List<String> command() {
    List<String> command = new ArrayList<>(java.map(JavaRuntime::command).orElse(List.of()));
    command.add(program);
    command.addAll(arguments);
    return command;
  }

  /**
   * Tells two launches apart. Options of the runtime don't count: they make it faster, not
   * different.
   */
  public String fingerprint() {
    List<String> parts = new ArrayList<>();
    java.ifPresent(runtime -> parts.addAll(List.of(runtime.executable(), runtime.classPath())));
    parts.add(program);
    parts.addAll(arguments);
    parts.add("");
    environment.forEach((name, value) -> parts.add(name + "=" + value));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
