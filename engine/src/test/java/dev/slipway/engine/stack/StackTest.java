package dev.slipway.engine.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.diagnostic.DiagnosticException;
import org.junit.jupiter.api.Test;

class StackTest {
  private final StackReader reader = new StackReader(Systems.BLUEPRINTS, Systems.TARGETS);

  @Test
  void buildsEverySystemInTheOrderOfTheFile() {
    Stack stack = reader.read("a.yaml", "name: a\ntarget: local\nsampler:\nmilvus:\n");

    assertThat(stack.launches())
        .extracting(launch -> launch.proof().system())
        .containsExactly("sampler", "milvus");
    assertThat(stack.site().target()).isEqualTo("local");
    assertThat(stack.site().targetConfig()).isInstanceOf(Systems.LocalConfig.class);
  }

  @Test
  void reportsEverySystemThatCannotBeBuiltAtItsKey() {
    Stack stack = reader.read("a.yaml", "name: a\ntarget: bare\nsampler:\nmilvus:\n");

    DiagnosticException problems = catchThrowableOfType(DiagnosticException.class, stack::launches);

    assertThat(problems.diagnostics())
        .extracting(problem -> problem.location().orElseThrow() + " " + problem.code())
        .containsExactly("a.yaml:3:1 TEST-NOT-HERE", "a.yaml:4:1 TEST-NOT-HERE");
  }
}
