package dev.slipway.cli.command;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.PlanCodec;
import dev.slipway.engine.provider.Handlers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan in a file, with the stack file that it was made from: what was looked over is what is
 * applied, even if the stack file has changed since.
 *
 * @param stackFile path of the stack file when the plan was made
 * @param stackText its text then
 * @param tree the plan, to be decoded once the target is open
 */
record PlanFile(Path stackFile, String stackText, Map<?, ?> tree) {
  private static final String STACK_FILE = "stack-file";
  private static final String STACK_TEXT = "stack-text";

  static boolean is(Path path) {
    return path.toString().endsWith(".json");
  }

  /**
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if the file can't be written
   */
  static void write(Path path, Plan plan, Path stackFile) {
    try {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put(STACK_FILE, stackFile.toAbsolutePath().normalize().toString());
      tree.put(STACK_TEXT, Files.readString(stackFile));
      tree.putAll(PlanCodec.encode(plan));
      Files.write(
          path, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(tree));
    } catch (IOException e) {
      throw Diagnostic.environment(
              "PLAN-UNWRITABLE",
              "The plan file can't be written",
              "Writing " + path + " failed: " + e.getMessage() + ".",
              "Choose another file, or mend its folder's permissions.")
          .asException(e);
    }
  }

  /**
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if it can't be read or is no plan
   */
  static PlanFile read(Path path) {
    try {
      Map<?, ?> tree = JsonMapper.shared().readValue(Files.readAllBytes(path), Map.class);
      if (tree.get(STACK_FILE) instanceof String file
          && tree.get(STACK_TEXT) instanceof String text) {
        return new PlanFile(Path.of(file), text, tree);
      }
      throw broken(path, "it doesn't say which stack it is for").asException();
    } catch (JacksonException e) {
      throw broken(path, "it isn't JSON").asException(e);
    } catch (IOException e) {
      throw broken(path, "it can't be read: " + e.getMessage()).asException(e);
    }
  }

  Plan decode(Path path, Handlers handlers) {
    try {
      return PlanCodec.decode(tree, handlers);
    } catch (IllegalArgumentException | ClassCastException e) {
      throw broken(path, e.getMessage()).asException(e);
    }
  }

  private static Diagnostic broken(Path path, String why) {
    return Diagnostic.user(
        "PLAN-UNREADABLE",
        "The plan file can't be used",
        path + " is no plan of this Slipway: " + why + ".",
        "Make it again:\n  slipway plan -o " + path);
  }
}
