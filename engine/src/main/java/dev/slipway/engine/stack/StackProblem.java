package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic;

/** What can be wrong with a stack file: the stable code and fixed summary of each. */
enum StackProblem {
  NO_FILE("STACK-NO-FILE", "The stack file does not exist"),
  NOT_A_FILE("STACK-NOT-A-FILE", "The stack file is a folder"),
  UNREADABLE("STACK-UNREADABLE", "The stack file can't be read"),
  TOO_LARGE("STACK-TOO-LARGE", "The stack file is too large"),
  NOT_UTF8("STACK-NOT-UTF8", "The stack file is not UTF-8 text"),
  EMPTY("STACK-EMPTY", "The stack file is empty"),
  NOT_YAML("STACK-NOT-YAML", "The stack file is not well-formed YAML"),
  TAB("STACK-TAB", "A tab is used as indentation"),
  MANY_DOCUMENTS("STACK-MANY-DOCUMENTS", "The stack file holds several documents"),
  TOO_DEEP("STACK-TOO-DEEP", "The stack file is nested too deeply"),
  ALIAS_LOOP("STACK-ALIAS-LOOP", "An alias stands inside of what it stands for"),
  ALIAS_BOMB("STACK-ALIAS-BOMB", "Aliases blow the stack file up"),
  DUPLICATE_KEY("STACK-DUPLICATE-KEY", "A key is given twice"),
  UNKNOWN_KEY("STACK-UNKNOWN-KEY", "A key is unknown"),
  UNKNOWN_SYSTEM("STACK-UNKNOWN-SYSTEM", "A system is unknown"),
  UNKNOWN_TARGET("STACK-UNKNOWN-TARGET", "The target is unknown"),
  UNKNOWN_VARIANT("STACK-UNKNOWN-VARIANT", "A variant is unknown"),
  UNKNOWN_WORD("STACK-UNKNOWN-WORD", "A word is not one of those allowed"),
  MISSING_KEY("STACK-MISSING-KEY", "A required key is missing"),
  NO_SYSTEM("STACK-NO-SYSTEM", "The stack file asks for no system"),
  NOT_ONE("STACK-NOT-ONE", "Exactly one variant must be chosen"),
  WRONG_TYPE("STACK-WRONG-TYPE", "A value is of the wrong type"),
  OUT_OF_RANGE("STACK-OUT-OF-RANGE", "A number is out of range"),
  WRONG_FORM("STACK-WRONG-FORM", "A text does not have the required form"),
  INVALID("STACK-INVALID", "Values do not fit together");

  private final String code;
  private final String summary;

  StackProblem(String code, String summary) {
    this.code = code;
    this.summary = summary;
  }

  String code() {
    return code;
  }

  /** This problem as the user's mistake, without a place. */
  Diagnostic diagnostic(String detail, String fix) {
    return Diagnostic.user(code, summary, detail, fix);
  }
}
