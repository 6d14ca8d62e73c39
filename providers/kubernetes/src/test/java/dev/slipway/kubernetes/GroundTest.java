package dev.slipway.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroundTest {
  private static final ResourceId CLUSTER = ResourceId.parse("cloud.cluster/search");
  private static final ResourceId NODES = ResourceId.parse("cloud.nodes/search");
  private static final Ground GROUND = new Ground(List.of(CLUSTER), List.of(NODES));

  @Test
  void objectsComeAfterTheClusterAndWhatRunsAfterItsNodes() {
    assertThat(after(object("v1", "ConfigMap"))).containsExactly(CLUSTER);
    assertThat(after(object("apps/v1", "Deployment"))).containsExactly(CLUSTER, NODES);
    assertThat(after(object("v1", "PersistentVolumeClaim"))).containsExactly(CLUSTER, NODES);
  }

  @Test
  void whatWasGivenStays() {
    ResourceId given = ResourceId.parse("cloud.role/search");

    assertThat(after(object("v1", "Service").after(given))).containsExactly(given, CLUSTER);
  }

  @Test
  void whatIsNotOfTheClusterIsLeftAlone() {
    record Role() implements Spec {}

    assertThat(after(Resource.of(ResourceId.parse("cloud.role/search"), new Role()))).isEmpty();
  }

  private static List<ResourceId> after(Resource<?> resource) {
    return GROUND.under(List.of(resource)).getFirst().after();
  }

  private static Resource<ObjectSpec> object(String apiVersion, String kind) {
    ObjectSpec spec =
        ObjectSpec.of(
            Map.of(
                "apiVersion",
                apiVersion,
                "kind",
                kind,
                "metadata",
                Map.of("name", "search", "namespace", "default")));
    return Resource.of(spec.key().id(), spec);
  }
}
