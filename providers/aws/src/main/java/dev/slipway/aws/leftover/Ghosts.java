package dev.slipway.aws.leftover;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.refusal.Refusals;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;

/**
 * What is still listed by its tags although it is gone: AWS keeps NAT gateways and machines listed
 * for about an hour after their end.
 */
record Ghosts(Clients clients) {
  private static final Pattern EC2 =
      Pattern.compile("arn:[^:]+:ec2:[^:]*:[^:]*:(natgateway|instance)/(.+)");

  boolean has(String arn) {
    Matcher matcher = EC2.matcher(arn);
    if (!matcher.matches()) {
      return false;
    }
    String id = matcher.group(2);
    return matcher.group(1).equals("natgateway") ? isNatGone(id) : isMachineGone(id);
  }

  private boolean isNatGone(String id) {
    return Refusals.find(
            () -> clients.ec2().describeNatGateways(request -> request.natGatewayIds(id)),
            "NatGatewayNotFound")
        .flatMap(answer -> answer.natGateways().stream().findFirst())
        .map(gateway -> gateway.state() == NatGatewayState.DELETED)
        .orElse(true);
  }

  private boolean isMachineGone(String id) {
    Optional<String> state =
        Refusals.find(
                () -> clients.ec2().describeInstances(request -> request.instanceIds(id)),
                "InvalidInstanceID.NotFound")
            .flatMap(answer -> answer.reservations().stream().findFirst())
            .flatMap(reservation -> reservation.instances().stream().findFirst())
            .map(instance -> instance.state().nameAsString());
    return state.isEmpty() || state.get().equals("terminated");
  }
}
