package dev.slipway.kubernetes.order;

import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.util.Map;
import java.util.Optional;

/**
 * An object, or what a hook makes, among the resources.
 *
 * @param place of the resource among all that are wanted
 * @param hook whether a hook makes it
 * @param pod the pods that it makes, if it makes some
 */
record Item(int place, boolean hook, ApiObject object, ObjectKey key, Optional<PodTemplate> pod) {
  static Item of(int place, boolean hook, ApiObject object) {
    return new Item(place, hook, object, object.key(), PodTemplate.of(object));
  }

  /** The namespace, or empty for an object of the cluster as a whole. */
  String namespace() {
    return key.namespace().orElse("");
  }

  boolean is(String groupKind) {
    return key.groupKind().equals(groupKind);
  }

  /** The pods that an object makes. */
  record PodTemplate(Map<String, String> labels, String serviceAccount) {
    static Optional<PodTemplate> of(ApiObject object) {
      if (object.key().groupKind().equals("Pod")) {
        return Optional.of(new PodTemplate(object.labels(), account(object)));
      }
      return object
          .at("spec", "template")
          .or(() -> object.at("spec", "jobTemplate", "spec", "template"))
          .map(Trees::object)
          .filter(template -> !template.items("spec", "containers").isEmpty())
          .map(template -> new PodTemplate(template.labels(), account(template)));
    }

    private static String account(ApiObject pod) {
      return pod.text("spec", "serviceAccountName")
          .or(() -> pod.text("spec", "serviceAccount"))
          .orElse("default");
    }
  }
}
