package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.Phrase;
import dev.slipway.kubernetes.status.trouble.Telling;
import java.util.List;
import java.util.Optional;

/**
 * An Ingress is current when its controller has given it an address. It fails if nobody can: it
 * names a class that doesn't exist, or none in a cluster without a default class. A class named by
 * the old annotation needs no IngressClass, and Google's own controller needs neither, so those
 * wait; and whoever has spoken of the Ingress in an event serves it.
 */
final class IngressRule {
  private static final String DEFAULT = "ingressclass.kubernetes.io/is-default-class";
  private static final String ANNOTATION = "kubernetes.io/ingress.class";

  private IngressRule() {}

  static Status status(ApiObject live, Facts facts) {
    if (!live.items("status", "loadBalancer", "ingress").isEmpty()) {
      return Status.CURRENT;
    }
    Optional<String> named = live.text("spec", "ingressClassName");
    Optional<Telling> told = facts.about(live).stream().reduce((_, later) -> later);
    if (told.isPresent()) {
      return Status.inProgress(
          "has no address yet; " + told.get().reason() + ": " + Phrase.line(told.get().message()));
    }
    Optional<ApiObject> classes = facts.related("IngressClassList").stream().findFirst();
    if (classes.isEmpty() || live.annotations().containsKey(ANNOTATION)) {
      return Status.inProgress("has no address yet");
    }
    List<ApiObject> known = classes.get().objects("items");
    Optional<ApiObject> serving =
        known.stream()
            .filter(
                kind ->
                    named.isPresent()
                        ? kind.name().equals(named.get())
                        : kind.annotations().getOrDefault(DEFAULT, "").equals("true"))
            .findFirst();
    if (serving.isPresent()) {
      return Status.inProgress(
          "has no address yet; its class "
              + serving.get().name()
              + " is served by "
              + serving.get().text("spec", "controller").orElse("nobody")
              + ", which has said nothing");
    }
    if (named.isEmpty() && !facts.related("CustomResourceDefinition").isEmpty()) {
      return Status.inProgress("has no address yet; Google's controller has said nothing");
    }
    return Status.failed(
        "nobody serves it: "
            + named
                .map(name -> "its ingress class " + name + " doesn't exist")
                .orElse("it names no ingress class, and the cluster has no default one")
            + (known.isEmpty()
                ? "; the cluster has no ingress classes"
                : "; there is " + String.join(", ", known.stream().map(ApiObject::name).toList())));
  }
}
