package dev.slipway.lab.aws.eks;

import tools.jackson.databind.node.ObjectNode;

/** Something of EKS's that is described, and whose state changes by being looked at. */
final class Item {
  private final ObjectNode json;
  private int looks;
  private Runnable then;

  Item(ObjectNode json) {
    this.json = json;
  }

  ObjectNode json() {
    return json;
  }

  String status() {
    return json.path("status").asString("");
  }

  /** Whether something is under way. */
  boolean isBusy() {
    return then != null;
  }

  /**
   * Is in a passing state.
   *
   * @param looks how many looks still find it so
   * @param then what happens at the look after those
   */
  void begin(String status, int looks, Runnable then) {
    json.put("status", status);
    this.looks = looks;
    this.then = then;
  }

  void look() {
    if (then != null && looks-- <= 0) {
      Runnable now = then;
      then = null;
      now.run();
    }
  }
}
