package dev.slipway.engine.stack;

import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.verify.Proof;
import java.util.List;
import java.util.Objects;

/**
 * What a blueprint makes of a system.
 *
 * @param resources everything the system needs
 * @param outputs what its user needs to reach it
 * @param proof how it is proven to serve
 * @param guides how to connect to it
 */
public record Launch(
    List<Resource<?>> resources, List<Output> outputs, Proof proof, List<Guide> guides) {
  public Launch {
    resources = List.copyOf(resources);
    outputs = List.copyOf(outputs);
    Objects.requireNonNull(proof, "proof");
    guides = List.copyOf(guides);
  }

  /**
   * How to connect from one language or tool.
   *
   * @param title for example {@code Python}
   * @param text lines to copy; <code>{{milvus.uri}}</code> stands for the output of that name. A
   *     sensitive output stands in it as the command that reveals it.
   */
  public record Guide(String title, String text) {}
}
