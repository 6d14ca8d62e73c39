package dev.slipway.kubernetes.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kubernetes.schema.Manifests;
import org.junit.jupiter.api.Test;

/** What is made last is removed first, so the order has to be right both ways. */
class RemovalOrderTest {
  private static final String OPERATOR = "Deployment.apps/lib/librarian";
  private static final String WEBHOOK =
      "ValidatingWebhookConfiguration.admissionregistration.k8s.io/librarian";
  private static final String SHELF = "Shelf.library.dev/lib/left";
  private static final String BOOK = "Book.library.dev/lib/emma";

  private final Sequence made = Sequence.of(Manifests.file(getClass(), "operator.yaml"));

  private void goesBefore(String first, String... then) {
    made.has(first, then);
  }

  @Test
  void customObjectsGoBeforeTheirOperatorAndItsDefinitions() {
    goesBefore(SHELF, OPERATOR, BOOK);
    goesBefore(BOOK, OPERATOR);
    String[] definitions = {
      "CustomResourceDefinition.apiextensions.k8s.io/shelves.library.dev",
      "CustomResourceDefinition.apiextensions.k8s.io/books.library.dev"
    };
    goesBefore(OPERATOR, definitions);
    goesBefore(SHELF, definitions);
  }

  @Test
  void whoOnlyReadsIsNoOperator() {
    assertThat(made.graph().dependencies(Sequence.id(SHELF)))
        .contains(Sequence.id(OPERATOR))
        .doesNotContain(Sequence.id("Deployment.apps/lib/reader"));
  }

  @Test
  void theOperatorKeepsItsRightsUntilItIsGone() {
    goesBefore(
        OPERATOR,
        "ClusterRoleBinding.rbac.authorization.k8s.io/librarian",
        "ClusterRole.rbac.authorization.k8s.io/librarian",
        "ServiceAccount/lib/librarian");
  }

  @Test
  void webhooksGoFirstButForWhatTheyAreMeantFor() {
    goesBefore(
        WEBHOOK,
        OPERATOR,
        "Service/lib/librarian",
        "Deployment.apps/lib/reader",
        "ConfigMap/lib/unrelated");
    goesBefore(BOOK, WEBHOOK);
    made.hasNot(WEBHOOK, SHELF);
  }

  @Test
  void namespacesGoLast() {
    goesBefore(WEBHOOK, "Namespace/lib");
    goesBefore(SHELF, "Namespace/lib");
  }
}
