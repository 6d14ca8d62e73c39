package dev.slipway.aws.remains;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.network.Ec2Tags;
import dev.slipway.aws.refusal.Refusals;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Security groups of load balancers and of the cluster itself. */
record SecurityGroups(Clients clients) implements Traces {
  @Override
  public List<Trace> of(String cluster) {
    Map<String, Trace> traces = new TreeMap<>();
    for (Filter filter : ClusterTags.filters(cluster)) {
      for (SecurityGroup found :
          clients
              .ec2()
              .describeSecurityGroupsPaginator(request -> request.filters(filter))
              .securityGroups()) {
        ClusterTags.sign(Ec2Tags.map(found.tags()), cluster)
            .ifPresent(
                sign ->
                    traces.put(
                        found.groupId(),
                        new Trace(
                            "security group", found.groupId(), found.groupName(), "tag " + sign)));
      }
    }
    return List.copyOf(traces.values());
  }

  /** Groups that name each other as peers would hold each other for ever. */
  @Override
  public void remove(Trace trace) {
    Refusals.unlessGone(
        () -> {
          SecurityGroup group =
              clients
                  .ec2()
                  .describeSecurityGroups(request -> request.groupIds(trace.id()))
                  .securityGroups()
                  .getFirst();
          if (!group.ipPermissions().isEmpty()) {
            clients
                .ec2()
                .revokeSecurityGroupIngress(
                    request -> request.groupId(trace.id()).ipPermissions(group.ipPermissions()));
          }
          clients.ec2().deleteSecurityGroup(request -> request.groupId(trace.id()));
        },
        "InvalidGroup.NotFound");
  }
}
