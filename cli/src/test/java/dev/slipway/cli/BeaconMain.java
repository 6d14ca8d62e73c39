package dev.slipway.cli;

import dev.slipway.cli.beacon.BeaconBlueprint;
import dev.slipway.cli.beacon.CostlyTarget;
import dev.slipway.local.LocalTarget;
import java.util.List;

/** The whole command line, with a small system of the tests' own in place of Milvus. */
public final class BeaconMain {
  private BeaconMain() {}

  public static void main(String[] args) {
    System.exit(
        Main.run(
            new Catalogue(
                List.of(new BeaconBlueprint()), List.of(new LocalTarget(), new CostlyTarget())),
            args));
  }
}
