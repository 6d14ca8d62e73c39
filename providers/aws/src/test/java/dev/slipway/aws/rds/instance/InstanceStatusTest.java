package dev.slipway.aws.rds.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.mark.Marked;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstanceStatusTest {
  @Test
  void tellsWhatIsWaitedForAndWhyItFailed() {
    assertThat(status("creating")).isEqualTo(Status.inProgress("it is creating"));
    assertThat(status("available")).isEqualTo(Status.CURRENT);
    assertThat(status("available", "class db.t4g.small"))
        .isEqualTo(Status.inProgress("RDS is about to change: class db.t4g.small"));
    assertThat(status("storage-full"))
        .isEqualTo(Status.failed("it is storage-full: its storage is full: give it more"));
    assertThat(status("deleting")).isEqualTo(new Status.Terminating("RDS deletes it"));
  }

  private static Status status(String word, String... pending) {
    return InstanceStatus.of(
        new InstanceObserved(
            "arn",
            "db",
            "postgres",
            "16.4",
            "db.t4g.micro",
            20,
            true,
            Optional.empty(),
            "keeper",
            "data",
            Set.of(),
            false,
            false,
            word,
            List.of(pending),
            Optional.of(new InstanceObserved.Endpoint("db.example.org", 5432)),
            new Marked(Map.of(), Ownership.OURS)));
  }
}
