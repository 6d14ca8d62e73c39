package dev.slipway.aws;

import dev.slipway.aws.acm.certificate.CertificateSpec;
import dev.slipway.aws.acm.validation.ValidationSpec;
import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.aws.iam.document.Statement;
import dev.slipway.aws.iam.document.Trust;
import dev.slipway.aws.iam.instanceprofile.InstanceProfileSpec;
import dev.slipway.aws.iam.oidc.OidcProviderSpec;
import dev.slipway.aws.iam.policy.PolicySpec;
import dev.slipway.aws.iam.role.RoleSpec;
import dev.slipway.aws.network.subnet.SubnetSpec;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.aws.route53.record.RecordSpec;
import dev.slipway.aws.route53.zone.ZoneSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stack with one resource of each of many types. */
final class OneOfEach {
  private static final ResourceId VPC = new ResourceId(VpcSpec.TYPE, "network");
  private static final ResourceId ZONE = new ResourceId(ZoneSpec.TYPE, "domain");
  private static final ResourceId POLICY = new ResourceId(PolicySpec.TYPE, "own");
  private static final ResourceId ROLE = new ResourceId(RoleSpec.TYPE, "nodes");
  private static final ResourceId OIDC = new ResourceId(OidcProviderSpec.TYPE, "cluster");
  private static final ResourceId CERTIFICATE = new ResourceId(CertificateSpec.TYPE, "web");

  private OneOfEach() {}

  /** One of each; in the second form everything is changed in place that can be. */
  static Resource<?>[] of(AwsStack stack, String form) {
    boolean first = form.equals("one");
    String domain = stack.owner() + ".example.org";
    Map<String, String> tags = Map.of("form", form);
    PolicyDocument document =
        PolicyDocument.of(Statement.allow(first ? "sqs:SendMessage" : "sqs:ReceiveMessage"));
    return new Resource<?>[] {
      Resource.of(VPC, new VpcSpec("10.5.0.0/16", tags)),
      Resource.of(
          new ResourceId(SubnetSpec.TYPE, "a"),
          new SubnetSpec(
              Value.ref(VPC, "id"), "10.5.0.0/20", AwsStack.REGION.id() + "a", first, tags)),
      Resource.of(ZONE, new ZoneSpec(domain, form, Optional.empty(), tags)),
      Resource.of(
          new ResourceId(RecordSpec.TYPE, "milvus"),
          RecordSpec.of(
              Value.ref(ZONE, "id"),
              "milvus." + domain,
              "CNAME",
              300,
              List.of(Value.of(form + ".example.com")))),
      Resource.of(CERTIFICATE, new CertificateSpec(domain, List.of(), tags)),
      Resource.of(
          new ResourceId(ValidationSpec.TYPE, "web"),
          new ValidationSpec(Value.ref(CERTIFICATE, "arn"))),
      Resource.of(POLICY, new PolicySpec(stack.owner(), document, tags)),
      Resource.of(
          ROLE,
          new RoleSpec(
              stack.owner(),
              first ? Trust.Service.of("ec2.amazonaws.com") : Trust.Service.pods(),
              first ? List.of(Value.ref(POLICY, "arn")) : List.of(),
              first ? Map.of("queue", document) : Map.of(),
              tags)),
      Resource.of(
          new ResourceId(InstanceProfileSpec.TYPE, "nodes"),
          new InstanceProfileSpec(
              stack.owner(),
              Value.ref(first ? ROLE : new ResourceId(RoleSpec.TYPE, "b"), "name"),
              tags)),
      role(stack, "b"),
      role(stack, "c"),
      Resource.of(
          OIDC,
          new OidcProviderSpec(
              Value.of("https://oidc.example.org/permitted/" + stack.owner()), tags))
    };
  }

  private static Resource<RoleSpec> role(AwsStack stack, String name) {
    return Resource.of(
        new ResourceId(RoleSpec.TYPE, name),
        RoleSpec.of(stack.owner() + "-" + name, Trust.Service.of("ec2.amazonaws.com"), List.of()));
  }
}
