package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import java.util.Optional;

/**
 * What other resources and outputs may refer to. {@code name}, {@code namespace}, {@code uid}; of a
 * Service also {@code cluster-ip}, {@code address} (of its load balancer) and {@code
 * node-port.<port's name or number>}, of an Ingress or Gateway {@code address}, of a claim {@code
 * volume}.
 */
final class ObjectAttributes {
  private ObjectAttributes() {}

  static Attributes of(ApiObject live) {
    Attributes attributes = predict(live).with("uid", live.text("metadata", "uid").orElse(""));
    return switch (live.kind()) {
      case "Service" -> service(attributes, live);
      case "Ingress", "Gateway" -> with(attributes, "address", address(live));
      case "PersistentVolumeClaim" -> with(attributes, "volume", live.text("spec", "volumeName"));
      default -> attributes;
    };
  }

  /** What is certain before it is made. */
  static Attributes predict(ApiObject wanted) {
    return Attributes.of("name", wanted.name(), "namespace", wanted.namespace().orElse(null));
  }

  /** What an update doesn't change. */
  static Attributes stable(ApiObject live, Diff diff) {
    boolean servesOtherwise =
        diff.fields().stream()
            .anyMatch(
                field ->
                    field.path().equals("spec.type")
                        || field.path().startsWith("spec.ports")
                        || field.path().startsWith("spec.loadBalancer"));
    return switch (live.kind()) {
      case "Service" -> {
        Attributes all = of(live);
        if (!servesOtherwise) {
          yield all;
        }
        for (String name : all.values().keySet()) {
          if (name.equals("address") || name.startsWith("node-port.")) {
            all = all.without(name);
          }
        }
        yield diff.fields().stream().anyMatch(field -> field.path().equals("spec.type"))
            ? all.without("cluster-ip")
            : all;
      }
      default -> of(live);
    };
  }

  private static Attributes service(Attributes attributes, ApiObject live) {
    Attributes all =
        with(
            with(attributes, "cluster-ip", live.text("spec", "clusterIP")),
            "address",
            address(live));
    for (ApiObject port : live.objects("spec", "ports")) {
      Optional<Long> nodePort = port.number("nodePort");
      if (nodePort.isPresent()) {
        String name = port.text("name").or(() -> port.text("port")).orElse("");
        all = all.with("node-port." + name, nodePort.get());
      }
    }
    return all;
  }

  private static Optional<String> address(ApiObject live) {
    return live.objects("status", "loadBalancer", "ingress").stream()
        .findFirst()
        .or(() -> live.objects("status", "addresses").stream().findFirst())
        .flatMap(at -> at.text("hostname").or(() -> at.text("ip")).or(() -> at.text("value")));
  }

  private static Attributes with(Attributes attributes, String name, Optional<String> value) {
    return value.map(known -> attributes.with(name, known)).orElse(attributes);
  }
}
