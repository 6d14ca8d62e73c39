package dev.slipway.aws.mark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.lab.cloud.Vault;
import dev.slipway.lab.rig.LookingCall;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TagIndexTest {
  private static final String ARN = "arn:aws:logs:eu-central-1:123456789012:log-group:/app";
  private static final ResourceId ID = new ResourceId("aws.log-group", "app");
  private static final Call CALL = new LookingCall("harbour", "harbour-1", new Vault());
  private static final Map<String, String> WANTED = Map.of("team", "search");
  private static final Map<String, String> NOW = Tags.of(ID, WANTED, CALL);

  @Test
  void isBelievedWhereItTellsWhatIsWanted() {
    TagIndex index = new TagIndex(Map.of(ARN, NOW));

    Marked tags =
        index.tags(
            ARN,
            ID,
            WANTED,
            CALL,
            () -> {
              throw new AssertionError("asked");
            });

    assertThat(tags.ownership()).isEqualTo(Ownership.OURS);
    assertThat(tags.missing(WANTED)).isEmpty();
  }

  @Test
  void isNotBelievedWhereItLagsBehind() {
    TagIndex old = new TagIndex(Map.of(ARN, Tags.of(ID, Map.of("team", "other"), CALL)));

    assertThat(old.tags(ARN, ID, WANTED, CALL, () -> NOW).missing(WANTED)).isEmpty();
    assertThat(TagIndex.EMPTY.tags(ARN, ID, WANTED, CALL, () -> NOW).ownership())
        .isEqualTo(Ownership.OURS);
  }

  @Test
  void whatNobodyMarkedIsForeign() {
    assertThat(TagIndex.EMPTY.tags(ARN, ID, WANTED, CALL, Map::of).ownership())
        .isEqualTo(Ownership.FOREIGN);
  }
}
