package dev.slipway.cli;

import dev.slipway.cli.render.ShownOutput;
import dev.slipway.engine.session.OutputView;
import dev.slipway.engine.session.StackView;
import java.util.List;

/**
 * A stack's outputs as they are shown: a secret is only read from its store when it is to be
 * revealed.
 */
final class ShownOutputs {
  private ShownOutputs() {}

  static List<ShownOutput> of(StackView view, boolean reveal) {
    return view.outputs().stream().map(output -> shown(view, output, reveal)).toList();
  }

  private static ShownOutput shown(StackView view, OutputView output, boolean reveal) {
    String value = output.sensitive() && !reveal ? "" : view.reveal(output).orElse("");
    return new ShownOutput(output.name(), value, output.sensitive());
  }
}
