package dev.slipway.aws.eks.addon;

import dev.slipway.aws.eks.EksProblems;
import dev.slipway.aws.eks.Updates;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.provider.Call;
import java.util.Map;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Addon;
import software.amazon.awssdk.services.eks.model.AddonStatus;
import software.amazon.awssdk.services.eks.model.DescribeUpdateRequest;

/** Changes an add-on. */
record AddonChange(EksClient eks, AddonSpec spec, Call call) {
  /** Makes the update and waits for it; first for one that goes on already. */
  Addon make(AddonObserved before) {
    if (before.addon().status() == AddonStatus.UPDATING) {
      Updates.until(
          () -> describe().status() != AddonStatus.UPDATING, told("what is under way"), call);
    }
    Map<String, String> missing = Tags.missing(spec.tags(), before.tags());
    if (!missing.isEmpty()) {
      eks.tagResource(request -> request.resourceArn(before.addon().addonArn()).tags(missing));
    }
    boolean onlyTags =
        AddonDiff.of(spec, before).fields().stream().allMatch(field -> field.path().equals("tags"));
    if (!onlyTags) {
      String update =
          EksProblems.withRole(
              AddonRequests.roles(spec),
              () -> eks.updateAddon(AddonRequests.update(spec, before)).update().id());
      Updates.await(
          eks,
          DescribeUpdateRequest.builder()
              .name(spec.cluster().get())
              .addonName(spec.name())
              .updateId(update)
              .build(),
          told("the configuration"),
          call);
    }
    return describe();
  }

  private Addon describe() {
    return eks.describeAddon(
            request -> request.clusterName(spec.cluster().get()).addonName(spec.name()))
        .addon();
  }

  private String told(String what) {
    return "%s of add-on '%s'".formatted(what, spec.name());
  }
}
