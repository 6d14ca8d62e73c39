package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Condition;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * The Gateway API: a class and a gateway are current when they are accepted, a gateway also when it
 * is programmed, a route when each gateway that it names has accepted it and found its backends. A
 * refusal may pass, since gateways, routes and backends come in any order, except that a
 * controller's word "Invalid" or "Unsupported" stays.
 */
final class GatewayRules {
  private GatewayRules() {}

  static Status gatewayClass(ApiObject live, Facts facts) {
    return conditions(Condition.of(live), List.of("Accepted"), "no controller has accepted it yet")
        .orElse(Status.CURRENT);
  }

  static Status gateway(ApiObject live, Facts facts) {
    return conditions(
            Condition.of(live),
            List.of("Accepted", "Programmed"),
            "no controller has accepted it yet; its class is "
                + live.text("spec", "gatewayClassName").orElse("not set"))
        .orElse(Status.CURRENT);
  }

  static Status route(ApiObject live, Facts facts) {
    long generation = live.number("metadata", "generation").orElse(0L);
    for (ApiObject named : live.objects("spec", "parentRefs")) {
      String gateway = named.text("name").orElse("");
      List<Condition> conditions =
          live.objects("status", "parents").stream()
              .filter(parent -> parent.text("parentRef", "name").orElse("").equals(gateway))
              .flatMap(parent -> Condition.in(parent.objects("conditions"), generation).stream())
              .toList();
      Optional<Status> status =
          conditions(
              conditions,
              List.of("Accepted", "ResolvedRefs"),
              "gateway " + gateway + " has not taken it yet");
      if (status.isPresent()) {
        return status.get();
      }
    }
    return Status.CURRENT;
  }

  /** Empty if all of them are true. */
  private static Optional<Status> conditions(
      List<Condition> conditions, List<String> wanted, String missing) {
    for (String type : wanted) {
      Optional<Condition> found =
          conditions.stream().filter(condition -> condition.type().equals(type)).findFirst();
      if (found.isEmpty() || found.get().reason().equals("Pending")) {
        return Optional.of(Status.inProgress(missing));
      }
      if (!found.get().isTrue()) {
        String why = "not " + type + ": " + Phrase.line(found.get().words());
        boolean stays =
            found.get().isFalse()
                && (found.get().reason().startsWith("Invalid")
                    || found.get().reason().startsWith("Unsupported"));
        return Optional.of(stays ? Status.failed(why) : Status.inProgress(why));
      }
    }
    return Optional.empty();
  }
}
