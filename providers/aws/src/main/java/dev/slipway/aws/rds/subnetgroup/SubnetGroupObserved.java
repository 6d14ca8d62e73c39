package dev.slipway.aws.rds.subnetgroup;

import dev.slipway.aws.mark.Marked;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.List;
import java.util.Optional;

/**
 * A subnet group that exists.
 *
 * @param subnets ids, sorted
 */
record SubnetGroupObserved(
    String arn, String name, String description, List<String> subnets, Marked tags)
    implements Observed {
  SubnetGroupObserved {
    subnets = subnets.stream().sorted().toList();
  }

  @Override
  public Attributes attributes() {
    return Attributes.of("arn", arn, "name", name);
  }

  @Override
  public Ownership ownership() {
    return tags.ownership();
  }

  @Override
  public Optional<String> holder() {
    return tags.holder();
  }
}
