package dev.slipway.engine.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Mistakes of whoever writes a blueprint show when it is registered, not when a user meets it. */
class ShapesTest {
  record NoKey(String name) {}

  record OddType(@Key(doc = "A file.") File file) {}

  record WrongDefault(@Key(doc = "A number.", byDefault = "many", max = 9) int number) {}

  record BoundedText(@Key(doc = "A text.", max = 9) String text) {}

  record PatternedNumber(@Key(doc = "A number.", pattern = "[0-9]") int number) {}

  record HoldsItself(@Key(doc = "Itself.") List<HoldsItself> inner) {}

  record BareOptional(@Key(doc = "Anything.") Optional<?> any) {}

  @Test
  void refusesAComponentThatIsNotDescribed() {
    refuses(NoKey.class, "NoKey.name has no @Key");
  }

  @Test
  void refusesATypeThatAStackFileCannotGive() {
    refuses(OddType.class, "OddType.file is a java.io.File");
    refuses(BareOptional.class, "BareOptional.any");
  }

  @Test
  void refusesADefaultThatTheKeyDoesNotTake() {
    refuses(WrongDefault.class, "WrongDefault.number can't be bound: many");
  }

  @Test
  void refusesLimitsThatDoNotApply() {
    refuses(BoundedText.class, "BoundedText.text is no number");
    refuses(PatternedNumber.class, "PatternedNumber.number is no text");
  }

  @Test
  void refusesARecordThatHoldsItself() {
    refuses(HoldsItself.class, "HoldsItself holds itself");
  }

  @Test
  void refusesTwoSystemsOfTheSameName() {
    Blueprint<?> milvus = Systems.BLUEPRINTS.getFirst();
    assertThatThrownBy(() -> new StackReader(List.of(milvus, milvus), Systems.TARGETS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'milvus'");
  }

  private static void refuses(Class<? extends Record> type, String message) {
    assertThatThrownBy(() -> Shapes.of(type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
