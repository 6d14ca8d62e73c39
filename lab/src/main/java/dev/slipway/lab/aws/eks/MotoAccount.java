package dev.slipway.lab.aws.eks;

import dev.slipway.lab.process.LabException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few things that the lab's EKS asks and does in the account that moto holds. */
final class MotoAccount {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI moto;

  MotoAccount(URI moto) {
    this.moto = moto;
  }

  /**
   * A subnet of the account.
   *
   * @param vpc its VPC's id
   */
  record Subnet(String id, String vpc, String zone) {}

  /** A subnet; empty if there is none of that id. */
  Optional<Subnet> subnet(String region, String id) {
    HttpResponse<String> answer =
        ask(region, "ec2", "2016-11-15", "DescribeSubnets", "SubnetId.1", id);
    return answer.statusCode() == 200
        ? Optional.of(new Subnet(id, tag(answer, "vpcId"), tag(answer, "availabilityZone")))
        : Optional.empty();
  }

  boolean hasRole(String arn) {
    String name = arn.substring(arn.lastIndexOf('/') + 1);
    return ask("us-east-1", "iam", "2010-05-08", "GetRole", "RoleName", name).statusCode() == 200;
  }

  /** Makes the security group of a cluster, and tells its id. */
  String makeSecurityGroup(String region, String vpc, String cluster, String unique) {
    HttpResponse<String> made =
        ask(
            region,
            "ec2",
            "2016-11-15",
            "CreateSecurityGroup",
            "GroupName",
            "eks-cluster-sg-" + cluster + "-" + unique,
            "GroupDescription",
            "EKS created security group applied to ENI that is attached to EKS Control Plane"
                + " master nodes, as well as any managed workloads.",
            "VpcId",
            vpc,
            "TagSpecification.1.ResourceType",
            "security-group",
            "TagSpecification.1.Tag.1.Key",
            "kubernetes.io/cluster/" + cluster,
            "TagSpecification.1.Tag.1.Value",
            "owned");
    if (made.statusCode() != 200) {
      throw new LabException("moto made no security group: " + made.body());
    }
    return tag(made, "groupId");
  }

  /** Deletes a cluster's security group, unless something holds it: then it stays, as on AWS. */
  void deleteSecurityGroup(String region, String id) {
    ask(region, "ec2", "2016-11-15", "DeleteSecurityGroup", "GroupId", id);
  }

  /** Whose an access key is, as an ARN; empty if moto doesn't know. */
  Optional<String> caller(String accessKey, String region) {
    HttpResponse<String> answer =
        ask(accessKey, region, "sts", "2011-06-15", "GetCallerIdentity", List.of());
    return answer.statusCode() == 200
        ? Optional.of(
            tag(answer, "Arn")
                .replaceFirst("^arn:aws:sts::([0-9]+):user/", "arn:aws:iam::$1:user/"))
        : Optional.empty();
  }

  /** Asks moto. */
  HttpResponse<String> ask(
      String region, String service, String version, String action, String... parameters) {
    return ask("AKIDLAB", region, service, version, action, List.of(parameters));
  }

  private HttpResponse<String> ask(
      String accessKey,
      String region,
      String service,
      String version,
      String action,
      List<String> parameters) {
    List<String> form = new ArrayList<>(List.of("Action=" + action, "Version=" + version));
    for (int i = 0; i < parameters.size(); i += 2) {
      form.add(encoded(parameters.get(i)) + "=" + encoded(parameters.get(i + 1)));
    }
    HttpRequest request =
        HttpRequest.newBuilder(moto.resolve("/"))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/20260101/%s/%s/aws4_request, SignedHeaders=host, Signature=lab"
                    .formatted(accessKey, region, service))
            .POST(BodyPublishers.ofString(String.join("&", form)))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LabException("moto doesn't answer " + action, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while asking moto", e);
    }
  }

  private static String tag(HttpResponse<String> answer, String name) {
    Matcher matcher = Pattern.compile("<" + name + ">([^<]*)<").matcher(answer.body());
    if (!matcher.find()) {
      throw new LabException("moto's answer has no " + name + ": " + answer.body());
    }
    return matcher.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
