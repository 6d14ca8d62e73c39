package dev.slipway.local.process.host;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The processes of one resource: its main process and all that came from it.
 *
 * @param owner the stack's mark
 * @param resource the resource's id
 */
public record Family(String owner, String resource) {

  /**
   * Everyone who lives now: the main process first, then its descendants, then those who carry the
   * resource's mark (also if their parent has died).
   */
  public Set<ProcessIdentity> members(Optional<ProcessIdentity> main) {
    Set<ProcessIdentity> members = new LinkedHashSet<>();
    main.flatMap(ProcessIdentity::handle)
        .ifPresent(
            handle -> {
              members.add(main.get());
              handle
                  .descendants()
                  .forEach(child -> ProcessIdentity.of(child.pid()).ifPresent(members::add));
            });
    Processes.marked(owner, resource).forEach(process -> members.add(process.identity()));
    return members;
  }

  /** Those who carry the mark and whose parent doesn't. */
  public List<MarkedProcess> roots() {
    List<MarkedProcess> marked = Processes.marked(owner, resource);
    Set<Long> pids =
        marked.stream().map(process -> process.identity().pid()).collect(Collectors.toSet());
    return marked.stream().filter(process -> !pids.contains(process.parent())).toList();
  }
}
