package dev.slipway.kubernetes.schema;

import dev.slipway.engine.diagnostic.Problems;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.kubernetes.schema.Validation.Checked;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether an object says what it is, under a name that its kind allows. The rules are those of the
 * API server's validation.
 */
final class Naming {
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";

  /** What names look like. */
  private enum Form {
    SUBDOMAIN(
        LABEL + "(\\." + LABEL + ")*",
        253,
        "lower case letters, digits, '-' and '.', with a letter or digit at both ends of each"
            + " part"),
    LABEL_1123(
        LABEL, 63, "lower case letters, digits and '-', with a letter or digit at both ends"),
    LABEL_1035(
        "[a-z]([-a-z0-9]*[a-z0-9])?",
        63,
        "lower case letters, digits and '-', with a letter first and a letter or digit last"),
    /** The names of the pods and labels that are made from it have to fit too. */
    OF_JOBS(SUBDOMAIN.pattern.pattern(), 63, SUBDOMAIN.words),
    OF_CRON_JOBS(SUBDOMAIN.pattern.pattern(), 52, SUBDOMAIN.words),
    PATH_SEGMENT("(?!\\.{1,2}$)[^/%]+", 253, "anything but '/' and '%'"),
    ANY(".+", 253, "anything");

    private final Pattern pattern;
    private final int longest;
    private final String words;

    Form(String pattern, int longest, String words) {
      this.pattern = Pattern.compile(pattern);
      this.longest = longest;
      this.words = words;
    }
  }

  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          Map.entry("Namespace", Form.LABEL_1123),
          Map.entry("Service", Form.LABEL_1035),
          Map.entry("StatefulSet.apps", Form.LABEL_1123),
          Map.entry("Job.batch", Form.OF_JOBS),
          Map.entry("CronJob.batch", Form.OF_CRON_JOBS),
          Map.entry("Role.rbac.authorization.k8s.io", Form.PATH_SEGMENT),
          Map.entry("RoleBinding.rbac.authorization.k8s.io", Form.PATH_SEGMENT),
          Map.entry("ClusterRole.rbac.authorization.k8s.io", Form.PATH_SEGMENT),
          Map.entry("ClusterRoleBinding.rbac.authorization.k8s.io", Form.PATH_SEGMENT),
          Map.entry("IPAddress.networking.k8s.io", Form.ANY));

  private Naming() {}

  /** Tells what is wrong; whether there is a kind and an {@code apiVersion} to go on with. */
  static boolean check(Checked checked, Problems problems) {
    ApiObject object = checked.object();
    boolean complete = true;
    for (String field : new String[] {"apiVersion", "kind"}) {
      if (object.text(field).filter(text -> !text.isBlank()).isEmpty()) {
        problems.add(ValidationProblems.incomplete(checked, field));
        complete = false;
      }
    }
    if (object.name().isEmpty()) {
      problems.add(
          object
              .text("metadata", "generateName")
              .map(_ -> ValidationProblems.nameGenerated(checked))
              .orElseGet(() -> ValidationProblems.incomplete(checked, "metadata.name")));
    } else if (complete) {
      name(checked, object.key(), problems);
    }
    object
        .namespace()
        .ifPresent(space -> form(checked, "metadata.namespace", space, Form.LABEL_1123, problems));
    return complete;
  }

  private static void name(Checked checked, ObjectKey key, Problems problems) {
    Optional<String> made = madeName(checked.object());
    if (made.isPresent()) {
      if (!made.get().equals(key.name())) {
        problems.add(ValidationProblems.name(checked, "metadata.name", "must be " + made.get()));
      }
      return;
    }
    Form form = FORMS.getOrDefault(key.groupKind(), Form.SUBDOMAIN);
    form(checked, "metadata.name", key.name(), form, problems);
  }

  /** The name that follows from what the object says. */
  private static Optional<String> madeName(ApiObject object) {
    return switch (object.key().groupKind()) {
      case "CustomResourceDefinition.apiextensions.k8s.io" ->
          joined(object.text("spec", "names", "plural"), object.text("spec", "group"));
      case "APIService.apiregistration.k8s.io" ->
          joined(object.text("spec", "version"), object.text("spec", "group"));
      default -> Optional.empty();
    };
  }

  private static Optional<String> joined(Optional<String> first, Optional<String> second) {
    return first.flatMap(one -> second.map(other -> one + "." + other));
  }

  private static void form(
      Checked checked, String path, String name, Form form, Problems problems) {
    if (name.length() > form.longest) {
      problems.add(
          ValidationProblems.name(
              checked,
              path,
              "has %d characters and may have %d at most".formatted(name.length(), form.longest)));
    } else if (!form.pattern.matcher(name).matches()) {
      problems.add(ValidationProblems.name(checked, path, "may hold only " + form.words));
    }
  }
}
