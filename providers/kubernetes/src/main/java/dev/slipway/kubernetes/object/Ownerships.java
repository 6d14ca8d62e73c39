package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.kubernetes.Mark;
import java.util.Map;
import java.util.Optional;

/** Whose an object is, by the marks that it carries. */
final class Ownerships {
  private static final String RELEASE = "meta.helm.sh/release-name";
  private static final String RELEASE_NAMESPACE = "meta.helm.sh/release-namespace";

  private Ownerships() {}

  /** Who has an object that isn't ours, as far as its marks tell. */
  static Optional<String> holder(ApiObject live) {
    return Optional.ofNullable(live.labels().get(Mark.STACK))
        .map("the stack '%s'"::formatted)
        .or(
            () ->
                Optional.ofNullable(live.annotations().get(RELEASE))
                    .map(release -> live.annotations().get(RELEASE_NAMESPACE) + "/" + release)
                    .map("the Helm release %s"::formatted));
  }

  static Ownership of(ApiObject live, Optional<ObjectSpec> spec, String owner) {
    String marked = live.labels().get(Mark.OWNER);
    if (marked != null) {
      return marked.equals(owner) ? Ownership.OURS : Ownership.FOREIGN;
    }
    Map<String, String> annotations = live.annotations();
    String release = annotations.get(RELEASE_NAMESPACE) + "/" + annotations.get(RELEASE);
    boolean adopted = spec.flatMap(ObjectSpec::adopt).filter(release::equals).isPresent();
    return adopted || owner.equals(annotations.get(Mark.KEPT))
        ? Ownership.ADOPTABLE
        : Ownership.FOREIGN;
  }
}
