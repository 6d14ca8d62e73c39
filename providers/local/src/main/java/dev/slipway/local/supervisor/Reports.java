package dev.slipway.local.supervisor;

import dev.slipway.local.process.host.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the supervisor of a stack has told, for those who only want to read it. */
public final class Reports {
  private Reports() {}

  /**
   * The reports on every process of a stack, by file name; none if there is no supervisor's folder.
   * They are as old as the supervisor's last word: ask {@link ProcessReport#alive()} too.
   */
  public static List<ProcessReport> read(Path stackFolder) {
    List<ProcessReport> reports = new ArrayList<>();
    Path folder = SupervisorFolder.of(stackFolder).reports();
    try {
      for (Path file : SupervisorFolder.documents(folder)) {
        ProcessReport.read(file).ifPresent(reports::add);
      }
    } catch (IOException e) {
      throw SupervisorProblems.files(folder, e);
    }
    return reports;
  }

  /** The supervisor of a stack, if it lives. */
  public static Optional<ProcessIdentity> supervisor(Path stackFolder) {
    SupervisorFolder folder = SupervisorFolder.of(stackFolder);
    try {
      return folder.supervisor();
    } catch (IOException e) {
      throw SupervisorProblems.files(folder.path(), e);
    }
  }

  static List<Order> orders(SupervisorFolder folder) {
    List<Order> orders = new ArrayList<>();
    try {
      for (Path file : SupervisorFolder.documents(folder.orders())) {
        Order.read(file).ifPresent(orders::add);
      }
    } catch (IOException e) {
      throw SupervisorProblems.files(folder.orders(), e);
    }
    return orders;
  }
}
