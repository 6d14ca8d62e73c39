package dev.slipway.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManagersTest {
  private static final ApiObject LIVE =
      Trees.of(
          """
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: c
            namespace: n
            resourceVersion: "7"
            managedFields:
            - {manager: helm, operation: Update, apiVersion: v1, fieldsType: FieldsV1, fieldsV1: {f:data: {f:a: {}, f:b: {}}}}
            - {manager: kubectl-edit, operation: Update, apiVersion: v1, fieldsType: FieldsV1, fieldsV1: {f:data: {f:b: {}}}}
          data: {a: "1", b: "2"}
          """);

  @Test
  void updatesOfHelmAreTheFormerFieldsOfItsSuccessor() {
    Managers managers = Managers.of(LIVE, ObjectSpec.HELM);

    assertThat(managers.former()).hasSize(1);
    assertThat(managers.ours().field("data").field("a").owned()).isTrue();
    assertThat(managers.others()).containsOnlyKeys("kubectl-edit");
    assertThat(Managers.of(LIVE, ObjectSpec.SLIPWAY).former()).isEmpty();
  }

  @Test
  @SuppressWarnings("unchecked") // as the patch is made
  void migrationTurnsUpdatesIntoApplies() {
    List<Map<String, Object>> patch = Managers.migration(LIVE, ObjectSpec.HELM);

    List<Map<String, Object>> entries = (List<Map<String, Object>>) patch.getFirst().get("value");
    assertThat(entries).hasSize(2);
    assertThat(entries.getLast())
        .containsEntry("manager", "helm")
        .containsEntry("operation", "Apply")
        .containsEntry("fieldsV1", Map.of("f:data", Map.of("f:a", Map.of(), "f:b", Map.of())));
    assertThat(patch.getLast()).containsEntry("value", "7");
  }

  @Test
  void whatOthersHoldTooStaysWhenItIsDropped() {
    ObjectSpec none =
        Trees.spec("{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: n}}");
    ObjectSpec ofHelm =
        new ObjectSpec(none.manifest(), none.holes(), none.data(), ObjectSpec.HELM, none.adopt());

    assertThat(
            Seen.diff(
                    ofHelm,
                    Seen.live(LIVE, new dev.slipway.lab.cloud.Vault(), java.util.Optional.empty()))
                .fields())
        .extracting(change -> change.path())
        .containsExactly("data.a");
  }
}
