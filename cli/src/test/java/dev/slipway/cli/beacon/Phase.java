package dev.slipway.cli.beacon;

import dev.slipway.cli.rig.Running;
import java.nio.file.Files;

/** What an {@code up} is at; the gates keep it from coming to its end before it was disturbed. */
public enum Phase {
  /** It holds the lock and looks at what is there. */
  PLANNING {
    @Override
    public void await(Running up, BeaconStack stack) {
      up.untilTrue("the lock", () -> Files.exists(stack.stack().state().resolve("lock.json")));
    }
  },
  /** pip makes the Python environment. */
  INSTALLING {
    @Override
    public void await(Running up, BeaconStack stack) {
      up.until("the environment", told -> told.told("step-progress", BeaconStack.PYTHON));
    }
  },
  /** The supervisor has started the process, which doesn't serve yet. */
  STARTING {
    @Override
    public void await(Running up, BeaconStack stack) {
      up.until("the wait for the process", told -> told.told("step-waiting", BeaconStack.PROCESS));
    }
  },
  /** The checks run. */
  PROVING {
    @Override
    public void hold(BeaconStack stack) {
      stack.open("start");
      stack.shut("proof");
    }

    @Override
    public void await(Running up, BeaconStack stack) {
      up.until("the first check", told -> told.events("check-started").findAny().isPresent());
    }

    @Override
    public void release(BeaconStack stack) {
      stack.open("proof");
    }
  };

  /** Has the next {@code up} come to this phase, but not to its end. */
  public void hold(BeaconStack stack) {
    stack.shut("start");
  }

  /** Waits until {@code up} is at it. */
  public abstract void await(Running up, BeaconStack stack);

  /** Lets what is running come to its end; what would be begun after it is still held. */
  public void release(BeaconStack stack) {}
}
