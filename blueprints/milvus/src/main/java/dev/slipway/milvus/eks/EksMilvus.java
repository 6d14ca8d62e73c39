package dev.slipway.milvus.eks;

import dev.slipway.aws.foundation.EksConfig;
import dev.slipway.aws.foundation.EksFoundation;
import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.aws.iam.document.Statement;
import dev.slipway.aws.iam.policy.PolicySpec;
import dev.slipway.aws.iam.role.RoleSpec;
import dev.slipway.aws.s3.bucket.BucketSpec;
import dev.slipway.aws.s3.bucket.BucketSpec.Lifecycle;
import dev.slipway.aws.s3.bucket.BucketSpec.ObjectOwnership;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.stack.Site;
import dev.slipway.kubernetes.chart.ChartSpec;
import dev.slipway.milvus.config.MilvusConfig;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig;
import dev.slipway.milvus.kubernetes.KubernetesMilvus;
import dev.slipway.milvus.kubernetes.MadeBucket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Milvus on Amazon EKS: as on any cluster, with its vectors in a bucket that the stack makes, which
 * its pods may use by their service account, and behind a network load balancer.
 */
public final class EksMilvus {
  private static final ResourceId BUCKET = new ResourceId(BucketSpec.TYPE, "milvus");
  private static final ResourceId POLICY = new ResourceId(PolicySpec.TYPE, "milvus");
  private static final ResourceId ROLE = new ResourceId(RoleSpec.TYPE, "milvus");
  private static final String SERVICE_ACCOUNT = "milvus-s3-access-sa";

  /** Parts of uploads that were never completed cost money and are seen by nobody. */
  private static final int UPLOAD_DAYS = 7;

  private final MilvusConfig.Data data;
  private final MilvusConfig milvus;
  private final Site site;
  private final EksConfig target;
  private final EksFoundation foundation;
  private final KubernetesMilvus inCluster;

  public EksMilvus(MilvusConfig config, Site site) {
    this.site = site;
    this.target = (EksConfig) site.targetConfig();
    this.foundation = new EksFoundation(target, site.stack());
    this.data = config.data();
    this.milvus = withBalancer(config);
    this.inCluster = new KubernetesMilvus(milvus, site, bucket());
  }

  /** How it is reached. */
  public KubernetesMilvus inCluster() {
    return inCluster;
  }

  /** Everything that Milvus needs there. */
  public List<Resource<?>> resources() {
    List<Resource<?>> all = new ArrayList<>();
    bucket().ifPresent(_ -> all.addAll(storage()));
    inCluster.resources().forEach(resource -> all.add(placed(resource)));
    return all;
  }

  /**
   * Its configuration within the cluster, with what a load balancer of AWS is told. Everything
   * there goes with the cluster; only the bucket can outlive it.
   */
  private MilvusConfig withBalancer(MilvusConfig config) {
    KubernetesConfig inside = config.kubernetes();
    return new MilvusConfig(
        MilvusConfig.Data.DELETE,
        config.port(),
        inside.exposedWith(
            NetworkBalancer.annotations(site.stack(), inside.expose(), target.tags())));
  }

  /** The bucket, unless the stack file names one that is there. */
  private Optional<MadeBucket> bucket() {
    return milvus.kubernetes().storage().s3().isPresent()
        ? Optional.empty()
        : Optional.of(
            new MadeBucket(
                Value.ref(BUCKET, "name"),
                target.region(),
                EksFoundation.securityGroup(),
                SERVICE_ACCOUNT,
                Value.ref(ROLE, "arn")));
  }

  private List<Resource<?>> storage() {
    Removal removal =
        switch (data) {
          case KEEP -> Removal.KEEP;
          case DELETE -> Removal.DELETE;
        };
    return List.of(
        Resource.of(
                BUCKET,
                new BucketSpec(
                    "milvus-",
                    ObjectOwnership.BUCKET_OWNER_ENFORCED,
                    Optional.empty(),
                    false,
                    new Lifecycle(Optional.empty(), Optional.of(UPLOAD_DAYS)),
                    removal == Removal.DELETE,
                    target.tags()))
            .onRemoval(removal),
        Resource.of(
            POLICY,
            new PolicySpec(
                "MilvusS3ReadWrite-" + foundation.cluster(), readWrite(), target.tags())),
        Resource.of(
            ROLE,
            new RoleSpec(
                foundation.cluster() + "-milvus",
                EksFoundation.trust(milvus.kubernetes().namespace(), SERVICE_ACCOUNT),
                List.of(Value.ref(POLICY, "arn")),
                Map.of(),
                target.tags())));
  }

  private static PolicyDocument readWrite() {
    return PolicyDocument.of(
        Statement.allow(
            List.of("s3:ListBucket", "s3:GetBucketLocation"), List.of(Value.ref(BUCKET, "arn"))),
        Statement.allow(
            List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject"),
            List.of(Value.ref(BUCKET, "objects"))));
  }

  /** The chart comes after what makes load balancers, so that those go while it still lives. */
  private Resource<?> placed(Resource<?> resource) {
    if (!(resource.spec() instanceof ChartSpec)) {
      return resource;
    }
    Set<ResourceId> after = new LinkedHashSet<>(resource.after());
    after.addAll(foundation.loadBalancers());
    return resource.after(after.toArray(ResourceId[]::new));
  }
}
