package dev.slipway.kubernetes.kubeconfig;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.diagnostic.Nearest;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What can be wrong with a kubeconfig. */
final class KubeconfigProblems {
  private KubeconfigProblems() {}

  static DiagnosticException none(List<Path> looked) {
    return Diagnostic.user(
            "KUBECONFIG-NONE",
            "There is no kubeconfig",
            "The target 'kubernetes' needs a kubeconfig that leads to the cluster. There is none at %s."
                .formatted(looked.stream().map(Path::toString).collect(Collectors.joining(", "))),
            "Let whoever runs the cluster give you one (for Amazon EKS, 'aws eks"
                + " update-kubeconfig' writes it), and name it in the stack file with"
                + " 'kubeconfig', or in the environment:\n  export KUBECONFIG=<file>")
        .asException();
  }

  static DiagnosticException unreadable(Path file, IOException failure) {
    String why =
        switch (failure) {
          case NoSuchFileException _ -> "it is not there";
          case AccessDeniedException _ -> "its permissions do not allow it";
          case java.nio.charset.CharacterCodingException _ -> "it is not UTF-8 text";
          default -> String.valueOf(failure.getMessage());
        };
    return Diagnostic.user(
            "KUBECONFIG-UNREADABLE",
            "A kubeconfig, or a file that it names, can't be read",
            "%s can't be read: %s.".formatted(file, why),
            "Mend the path, or make the file readable, and repeat the command.")
        .asException();
  }

  static DiagnosticException notYaml(String source, MarkedYAMLException wrong) {
    Diagnostic diagnostic =
        Diagnostic.user(
            "KUBECONFIG-MALFORMED",
            "The kubeconfig is malformed",
            "%s is not well-formed YAML: %s.".formatted(source, wrong.getProblem()),
            "Mend it at the line shown. To see how kubectl reads it:\n  kubectl config view");
    return wrong.getProblemMark() == null
        ? diagnostic.asException()
        : diagnostic
            .at(
                new Diagnostic.Location(
                    source,
                    wrong.getProblemMark().getLine() + 1,
                    wrong.getProblemMark().getColumn() + 1))
            .asException();
  }

  static DiagnosticException malformed(String source, String what) {
    return Diagnostic.user(
            "KUBECONFIG-MALFORMED",
            "The kubeconfig is malformed",
            "%s can't be used. %s".formatted(source, what),
            "Mend it. To see how kubectl reads it:\n  kubectl config view")
        .asException();
  }

  static DiagnosticException noCurrent(String origin, Collection<String> names) {
    return Diagnostic.user(
            "KUBECONFIG-NO-CURRENT",
            "No context is chosen",
            "The stack file names no context, and the kubeconfig (%s) has no current one. %s"
                .formatted(origin, known(names)),
            "Name one in the stack file with 'context', or choose one with:\n"
                + "  kubectl config use-context <context>")
        .asException();
  }

  static DiagnosticException noContext(String name, String origin, Collection<String> names) {
    return Diagnostic.user(
            "KUBECONFIG-NO-CONTEXT",
            "There is no such context",
            "The kubeconfig (%s) has no context '%s'. %s".formatted(origin, name, known(names)),
            Nearest.to(name, names)
                .map("Did you mean '%s'?"::formatted)
                .orElse(
                    "Name one of these with 'context' in the stack file, or add the context to the"
                        + " kubeconfig."))
        .asException();
  }

  static DiagnosticException dangling(String context, String what, String name, String origin) {
    return Diagnostic.user(
            "KUBECONFIG-INCOMPLETE",
            "The context refers to what isn't there",
            "The context '%s' names the %s '%s', but the kubeconfig (%s) has no such %s."
                .formatted(context, what, name, origin, what),
            "Add the %s to the kubeconfig, or choose another context.".formatted(what))
        .asException();
  }

  private static String known(Collection<String> names) {
    return names.isEmpty()
        ? "It has no context at all."
        : "It has: " + String.join(", ", names) + ".";
  }
}
