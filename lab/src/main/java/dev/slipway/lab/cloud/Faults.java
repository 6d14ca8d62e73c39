package dev.slipway.lab.cloud;

import dev.slipway.engine.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Decides what goes wrong. Called from many threads. */
@FunctionalInterface
public interface Faults {
  Faults NONE = (_, _) -> Fault.NONE;

  Fault of(Operation operation, ResourceId id);

  /** Faults that are said one by one. */
  final class Script implements Faults {
    private record Line(Operation operation, ResourceId id, Fault fault, AtomicInteger left) {}

    private final List<Line> lines = new ArrayList<>();

    /** The next {@code times} calls of this kind on this resource end so. */
    public synchronized Script add(Operation operation, String id, Fault fault, int times) {
      lines.add(new Line(operation, ResourceId.parse(id), fault, new AtomicInteger(times)));
      return this;
    }

    @Override
    public synchronized Fault of(Operation operation, ResourceId id) {
      for (Line line : lines) {
        if (line.operation() == operation
            && line.id().equals(id)
            && line.left().getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
          return line.fault();
        }
      }
      return Fault.NONE;
    }
  }
}
