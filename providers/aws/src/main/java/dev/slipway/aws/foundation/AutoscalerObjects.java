package dev.slipway.aws.foundation;

import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Cluster Autoscaler with its rights in the cluster. It finds its node groups by their tags;
 * what it may do is what its own example for AWS with auto-discovery lets it do.
 */
record AutoscalerObjects(String cluster, String region, String version) {
  static final String NAME = "cluster-autoscaler";
  static final String NAMESPACE = "kube-system";
  private static final String RBAC = "rbac.authorization.k8s.io/v1";
  private static final Map<String, Object> LABELS = Map.of("app.kubernetes.io/name", NAME);

  static ResourceId deployment() {
    return new ObjectKey("apps/v1", "Deployment", Optional.of(NAMESPACE), NAME).id();
  }

  List<Resource<?>> all() {
    return List.of(
        object("v1", "ServiceAccount", true, Map.of()),
        object(RBAC, "ClusterRole", false, Map.of("rules", clusterRules())),
        object(RBAC, "Role", true, Map.of("rules", rules())),
        object(RBAC, "ClusterRoleBinding", false, binding("ClusterRole")),
        object(RBAC, "RoleBinding", true, binding("Role")),
        object("apps/v1", "Deployment", true, Map.of("spec", deploymentSpec())));
  }

  private static Resource<ObjectSpec> object(
      String apiVersion, String kind, boolean namespaced, Map<String, Object> content) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", apiVersion);
    tree.put("kind", kind);
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", NAME);
    if (namespaced) {
      metadata.put("namespace", NAMESPACE);
    }
    metadata.put("labels", LABELS);
    tree.put("metadata", metadata);
    tree.putAll(content);
    ObjectSpec spec = ObjectSpec.of(tree);
    return Resource.of(spec.key().id(), spec);
  }

  private static Map<String, Object> binding(String kind) {
    return Map.of(
        "roleRef",
        Map.of("apiGroup", "rbac.authorization.k8s.io", "kind", kind, "name", NAME),
        "subjects",
        List.of(Map.of("kind", "ServiceAccount", "name", NAME, "namespace", NAMESPACE)));
  }

  private static List<Map<String, Object>> clusterRules() {
    List<String> look = List.of("get", "list", "watch");
    return List.of(
        rule("", List.of("events", "endpoints"), List.of("create", "patch")),
        rule("", List.of("pods/eviction"), List.of("create")),
        rule("", List.of("pods/status"), List.of("update")),
        rule("", List.of("nodes"), List.of("get", "list", "watch", "update")),
        rule(
            "",
            List.of(
                "namespaces",
                "persistentvolumeclaims",
                "persistentvolumes",
                "pods",
                "replicationcontrollers",
                "services"),
            look),
        rule("apps", List.of("daemonsets", "replicasets", "statefulsets"), look),
        rule("batch", List.of("cronjobs", "jobs"), look),
        rule("policy", List.of("poddisruptionbudgets"), look),
        rule("resource.k8s.io", List.of("deviceclasses", "resourceclaims", "resourceslices"), look),
        rule(
            "storage.k8s.io",
            List.of(
                "csidrivers",
                "csinodes",
                "csistoragecapacities",
                "storageclasses",
                "volumeattachments"),
            look),
        rule("coordination.k8s.io", List.of("leases"), List.of("create")),
        Map.of(
            "apiGroups", List.of("coordination.k8s.io"),
            "resources", List.of("leases"),
            "resourceNames", List.of(NAME),
            "verbs", List.of("get", "update")));
  }

  private static List<Map<String, Object>> rules() {
    return List.of(
        rule("", List.of("configmaps"), List.of("create", "list", "watch")),
        Map.of(
            "apiGroups", List.of(""),
            "resources", List.of("configmaps"),
            "resourceNames", List.of(NAME + "-status", NAME + "-priority-expander"),
            "verbs", List.of("delete", "get", "update", "watch")));
  }

  private static Map<String, Object> rule(
      String group, List<String> resources, List<String> verbs) {
    return Map.of("apiGroups", List.of(group), "resources", resources, "verbs", verbs);
  }

  private Map<String, Object> deploymentSpec() {
    return Map.of(
        "replicas",
        1,
        "selector",
        Map.of("matchLabels", LABELS),
        "template",
        Map.of("metadata", Map.of("labels", LABELS), "spec", podSpec()));
  }

  private Map<String, Object> podSpec() {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("serviceAccountName", NAME);
    spec.put("priorityClassName", "system-cluster-critical");
    spec.put(
        "securityContext",
        Map.of(
            "runAsNonRoot",
            true,
            "runAsUser",
            65534,
            "fsGroup",
            65534,
            "seccompProfile",
            Map.of("type", "RuntimeDefault")));
    spec.put("containers", List.of(container()));
    return spec;
  }

  private Map<String, Object> container() {
    Map<String, Object> container = new LinkedHashMap<>();
    container.put("name", NAME);
    container.put("image", "registry.k8s.io/autoscaling/cluster-autoscaler:v" + version);
    List<String> command = new ArrayList<>();
    command.add("./cluster-autoscaler");
    command.add("--v=4");
    command.add("--stderrthreshold=info");
    command.add("--cloud-provider=aws");
    command.add("--skip-nodes-with-local-storage=false");
    command.add("--expander=least-waste");
    command.add("--balance-similar-node-groups");
    command.add(
        "--node-group-auto-discovery=asg:tag=k8s.io/cluster-autoscaler/enabled,"
            + "k8s.io/cluster-autoscaler/"
            + cluster);
    container.put("command", command);
    container.put("env", List.of(Map.of("name", "AWS_REGION", "value", region)));
    container.put(
        "resources",
        Map.of(
            "limits", Map.of("memory", "600Mi"),
            "requests", Map.of("cpu", "100m", "memory", "600Mi")));
    container.put(
        "securityContext",
        Map.of(
            "allowPrivilegeEscalation", false,
            "capabilities", Map.of("drop", List.of("ALL")),
            "readOnlyRootFilesystem", true));
    return container;
  }
}
