package dev.slipway.aws.access;

import dev.slipway.aws.refusal.Attempts;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The services of one account in one region. A client is made when it is first asked for. What a
 * service refuses is thrown as the SDK's own exceptions, with a note on which call it was; {@link
 * dev.slipway.aws.refusal.Refusals} tells what they mean.
 */
public final class Clients implements AutoCloseable {
  private final Region region;
  private final AwsCredentialsProvider credentials;
  private final Optional<URI> endpoint;
  private final ClientOverrideConfiguration overrides;
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final Map<Class<?>, SdkClient> made = new HashMap<>();

  /**
   * @param endpoint where all services are asked instead of at AWS
   */
  public Clients(Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint) {
    this.region = region;
    this.credentials = credentials;
    this.endpoint = endpoint;
    this.overrides =
        ClientOverrideConfiguration.builder()
            .retryStrategy(Patience.strategy())
            .addExecutionInterceptor(new Attempts())
            .build();
  }

  public Region region() {
    return region;
  }

  public AwsCredentialsProvider credentials() {
    return credentials;
  }

  public AcmClient acm() {
    return client(AcmClient.class, AcmClient::builder);
  }

  public AutoScalingClient autoScaling() {
    return client(AutoScalingClient.class, AutoScalingClient::builder);
  }

  public Ec2Client ec2() {
    return client(Ec2Client.class, Ec2Client::builder);
  }

  public EcrClient ecr() {
    return client(EcrClient.class, EcrClient::builder);
  }

  public EksClient eks() {
    return client(EksClient.class, EksClient::builder);
  }

  public ElasticLoadBalancingV2Client loadBalancing() {
    return client(ElasticLoadBalancingV2Client.class, ElasticLoadBalancingV2Client::builder);
  }

  /** Load balancers of the first kind, which Kubernetes makes without a controller. */
  public ElasticLoadBalancingClient classicLoadBalancing() {
    return client(ElasticLoadBalancingClient.class, ElasticLoadBalancingClient::builder);
  }

  public IamClient iam() {
    return client(IamClient.class, IamClient::builder);
  }

  public CloudWatchLogsClient logs() {
    return client(CloudWatchLogsClient.class, CloudWatchLogsClient::builder);
  }

  public ServiceQuotasClient quotas() {
    return client(ServiceQuotasClient.class, ServiceQuotasClient::builder);
  }

  public RdsClient rds() {
    return client(RdsClient.class, RdsClient::builder);
  }

  public Route53Client route53() {
    return client(Route53Client.class, Route53Client::builder);
  }

  public S3Client s3() {
    return client(S3Client.class, S3Client::builder);
  }

  public SecretsManagerClient secretsManager() {
    return client(SecretsManagerClient.class, SecretsManagerClient::builder);
  }

  public SqsClient sqs() {
    return client(SqsClient.class, SqsClient::builder);
  }

  public StsClient sts() {
    return client(StsClient.class, StsClient::builder);
  }

  /** Finds what carries a tag, of many services. */
  public ResourceGroupsTaggingApiClient tagging() {
    return client(ResourceGroupsTaggingApiClient.class, ResourceGroupsTaggingApiClient::builder);
  }

  private synchronized <C extends SdkClient> C client(
      Class<C> type, Supplier<? extends AwsClientBuilder<?, C>> builder) {
    return type.cast(made.computeIfAbsent(type, _ -> make(builder.get())));
  }

  @SuppressWarnings("unchecked") // every builder of a synchronous client is of both types
  private <C extends SdkClient, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>>
      C make(AwsClientBuilder<?, C> builder) {
    B typed = (B) builder;
    typed.region(region).credentialsProvider(credentials).overrideConfiguration(overrides);
    typed.httpClient(new BoundedHttpClient(http));
    endpoint.ifPresent(typed::endpointOverride);
    return typed.build();
  }

  @Override
  public synchronized void close() {
    List<SdkClient> all = new ArrayList<>(made.values());
    made.clear();
    all.forEach(SdkClient::close);
    http.close();
  }
}
