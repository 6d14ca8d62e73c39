package dev.slipway.aws.eks;

import java.util.List;
import java.util.stream.Collectors;

/** What EKS says is wrong with something. */
public final class Health {
  private Health() {}

  /**
   * One issue.
   *
   * @param code EKS's own, for example {@code InsufficientFreeAddresses}
   * @param resources ids of what it is about
   */
  public record Issue(String code, String message, List<String> resources) {
    public Issue {
      resources = List.copyOf(resources);
    }

    private String told() {
      String about = resources.isEmpty() ? "" : " [" + String.join(", ", resources) + "]";
      return "%s: %s%s".formatted(code, message == null ? "no message" : message.strip(), about);
    }
  }

  /** All issues as one text for a reason. */
  public static String told(List<Issue> issues) {
    return issues.isEmpty()
        ? "EKS names no issue"
        : issues.stream().map(Issue::told).collect(Collectors.joining("; "));
  }
}
