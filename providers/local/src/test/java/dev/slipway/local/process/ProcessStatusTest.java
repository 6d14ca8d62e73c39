package dev.slipway.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.Status;
import dev.slipway.local.process.host.ProcessIdentity;
import dev.slipway.local.supervisor.Launch;
import dev.slipway.local.supervisor.LogFile;
import dev.slipway.local.supervisor.Order;
import dev.slipway.local.supervisor.ProcessReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProcessStatusTest {
  private static final Path LOG = Path.of("process.log");

  @Test
  void whatServesIsCurrent() {
    assertThat(ProcessStatus.of(serving(Optional.of(ProcessIdentity.current()))))
        .isEqualTo(Status.CURRENT);
  }

  @Test
  void whatIsNotKnownByItsPidYetIsNotCurrentAlthoughItsPortAnswers() {
    assertThat(ProcessStatus.of(serving(Optional.empty()))).isInstanceOf(Status.InProgress.class);
  }

  private static ObservedProcess serving(Optional<ProcessIdentity> process) {
    Order order =
        new Order(
            "local.process/it",
            1,
            new Launch(Optional.empty(), "/bin/true", List.of(), new TreeMap<>()),
            new TreeMap<>(),
            Duration.ofSeconds(1),
            LogFile.of(LOG));
    ProcessReport report =
        new ProcessReport(
            "local.process/it",
            1,
            "launch",
            ProcessReport.State.STARTING,
            process,
            0,
            0,
            Optional.empty(),
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            LOG);
    return new ObservedProcess(
        Optional.of(order),
        Optional.of(report),
        process,
        true,
        new Probe.Ready(),
        LOG,
        false,
        List.of());
  }
}
