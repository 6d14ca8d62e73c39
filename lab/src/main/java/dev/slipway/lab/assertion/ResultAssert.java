package dev.slipway.lab.assertion;

import dev.slipway.engine.apply.Applier;
import dev.slipway.engine.diagnostic.Diagnostic;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Asserts what became of a plan. */
public final class ResultAssert extends AbstractAssert<ResultAssert, Applier.Result> {
  ResultAssert(Applier.Result result) {
    super(result, ResultAssert.class);
  }

  public ResultAssert isClean() {
    Assertions.assertThat(actual.problems()).isEmpty();
    Assertions.assertThat(actual.outcome().clean()).as("%s", actual.outcome()).isTrue();
    return this;
  }

  public ResultAssert finished(int steps) {
    Assertions.assertThat(actual.outcome().finished()).as("finished").isEqualTo(steps);
    return this;
  }

  public ResultAssert skipped(int steps) {
    Assertions.assertThat(actual.outcome().skipped()).as("skipped").isEqualTo(steps);
    return this;
  }

  /** These problems, in any order. */
  public ResultAssert failedWith(String... codes) {
    Assertions.assertThat(actual.problems())
        .extracting(Diagnostic::code)
        .containsExactlyInAnyOrder(codes);
    Assertions.assertThat(actual.outcome().failed()).as("failed").isEqualTo(codes.length);
    return this;
  }

  /** A problem's detail holds each of these. */
  public ResultAssert tells(String... parts) {
    Assertions.assertThat(actual.problems())
        .extracting(Diagnostic::detail)
        .anySatisfy(detail -> Assertions.assertThat(detail).contains(parts));
    return this;
  }
}
