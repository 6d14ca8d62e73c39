package dev.slipway.aws.autoscaling.limits;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.Optional;

/**
 * The limits of a group that some stack has set.
 *
 * @param group the group's name
 * @param now as they are
 */
record LimitsObserved(String group, Memo.Limits now, Memo memo, Ownership ownership)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of("group", group);
  }

  @Override
  public Optional<String> holder() {
    return Optional.of("the stack with the mark '" + memo.owner() + "'");
  }
}
