package dev.slipway.milvus.kubernetes;

import dev.slipway.milvus.config.MilvusConfig;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig.Mode;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig.Size;
import dev.slipway.milvus.config.kubernetes.S3Config;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chart's values for etcd, and for MinIO or a bucket. */
record StorageValues(
    KubernetesConfig config,
    MilvusConfig.Data data,
    ReleaseNames names,
    Optional<MadeBucket> made) {
  /** The user name of the chart's MinIO. */
  static final String USER = "milvus";

  void putInto(Tree values) {
    Optional<String> storageClass = config.storage().storageClass();
    boolean small = config.size() == Size.SMALL;
    values.put("etcd.replicaCount", small ? 1 : 3);
    storageClass.ifPresent(name -> values.put("etcd.persistence.storageClass", name));
    if (made.isPresent()) {
      bucket(values, made.get());
    } else {
      config.storage().s3().ifPresentOrElse(s3 -> bucket(values, s3), () -> minio(values, small));
    }
  }

  private static void bucket(Tree values, MadeBucket bucket) {
    values.put("minio.enabled", false);
    values.put("externalS3.enabled", true);
    values.put("externalS3.host", "s3." + bucket.region() + ".amazonaws.com");
    values.put("externalS3.port", "443");
    values.put("externalS3.useSSL", true);
    values.put("externalS3.bucketName", bucket.name());
    values.put("externalS3.rootPath", bucket.folder());
    values.put("externalS3.region", bucket.region());
    values.put("externalS3.useIAM", true);
    values.put("externalS3.cloudProvider", "aws");
    values.put("serviceAccount.create", true);
    values.put("serviceAccount.name", bucket.serviceAccount());
    values.put("serviceAccount.annotations", Map.of("eks.amazonaws.com/role-arn", bucket.role()));
  }

  private void minio(Tree values, boolean small) {
    boolean one = small || config.mode() == Mode.STANDALONE;
    values.put("minio.mode", one ? "standalone" : "distributed");
    values.put("minio.existingSecret", names.storage());
    values.put("minio.accessKey", USER);
    values.put("minio.secretKey", "");
    values.put("minio.persistence.size", config.storage().size());
    values.put("minio.persistence.annotations", policy(data));
    values.put("minio.podDisruptionBudget.enabled", !one);
    values.put("minio.resources", Map.of("requests", Map.of("memory", small ? "512Mi" : "2Gi")));
    config
        .storage()
        .storageClass()
        .ifPresent(name -> values.put("minio.persistence.storageClass", name));
  }

  private void bucket(Tree values, S3Config s3) {
    values.put("minio.enabled", false);
    values.put("externalS3.enabled", true);
    values.put("externalS3.host", s3.host());
    values.put("externalS3.port", s3.port());
    values.put("externalS3.useSSL", s3.tls());
    values.put("externalS3.bucketName", s3.bucket().orElseThrow());
    values.put("externalS3.rootPath", s3.rootPath());
    values.put("externalS3.region", s3.region());
    values.put("externalS3.useIAM", s3.iam());
    values.put("externalS3.cloudProvider", "aws");
    s3.role()
        .ifPresent(
            role -> {
              values.put("serviceAccount.create", true);
              values.put("serviceAccount.name", names.full());
              values.put("serviceAccount.annotations", Map.of("eks.amazonaws.com/role-arn", role));
            });
    s3.serviceAccount().ifPresent(name -> values.put("serviceAccount.name", name));
  }

  /** What a chart's volume claim says of its removal, so that Helm does the same as Slipway. */
  static Map<String, Object> policy(MilvusConfig.Data data) {
    String policy =
        switch (data) {
          case KEEP -> "keep";
          case DELETE -> "delete";
        };
    return Map.of("helm.sh/resource-policy", policy);
  }

  /** The variables by which each part of Milvus gets the keys of its storage; none with IAM. */
  List<Map<String, Object>> keys() {
    Optional<S3Config> s3 = config.storage().s3();
    if (made.isPresent() || (s3.isPresent() && s3.get().iam())) {
      return List.of();
    }
    String secret = s3.flatMap(S3Config::secret).orElse(names.storage());
    return List.of(
        ChartValues.fromSecret("MINIO_ACCESS_KEY_ID", secret, "accesskey"),
        ChartValues.fromSecret("MINIO_SECRET_ACCESS_KEY", secret, "secretkey"));
  }
}
