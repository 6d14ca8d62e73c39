package dev.slipway.lab.aws;

import dev.slipway.lab.aws.eks.EksRoutes;
import dev.slipway.lab.kubernetes.wire.HttpHead;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which operation of which service a request asks for. */
final class AwsOperations {
  private static final int LONGEST_BODY = 256 * 1024;

  /** In a signature's header, or in the query of a request that was signed beforehand. */
  private static final Pattern SCOPE =
      Pattern.compile(
          "Credential=[^/%,]+(?:/|%2F)[0-9]+(?:/|%2F)([^/%]+)(?:/|%2F)([^/%]+)(?:/|%2F)aws4_request");

  private static final Pattern ACTION = Pattern.compile("(?:^|[?&])Action=([A-Za-z0-9]+)");

  private static final List<RestRoute> ROUTE53 =
      RestRoute.parse(
          """
          POST /2013-04-01/hostedzone CreateHostedZone
          GET /2013-04-01/hostedzone ListHostedZones
          GET /2013-04-01/hostedzonesbyname ListHostedZonesByName
          GET /2013-04-01/hostedzone/{id} GetHostedZone
          POST /2013-04-01/hostedzone/{id} UpdateHostedZoneComment
          DELETE /2013-04-01/hostedzone/{id} DeleteHostedZone
          POST /2013-04-01/hostedzone/{id}/rrset ChangeResourceRecordSets
          GET /2013-04-01/hostedzone/{id}/rrset ListResourceRecordSets
          GET /2013-04-01/change/{id} GetChange
          GET /2013-04-01/tags/{type}/{id} ListTagsForResource
          POST /2013-04-01/tags/{type}/{id} ChangeTagsForResource
          POST /2013-04-01/tags/{type} ListTagsForResources
          """);

  /** What follows the verb where a subresource of S3 isn't named as in its query. */
  private static final Map<String, String> S3_PARTS =
      Map.ofEntries(
          Map.entry("acl", "BucketAcl"),
          Map.entry("encryption", "BucketEncryption"),
          Map.entry("lifecycle", "BucketLifecycleConfiguration"),
          Map.entry("location", "BucketLocation"),
          Map.entry("logging", "BucketLogging"),
          Map.entry("ownershipControls", "BucketOwnershipControls"),
          Map.entry("policy", "BucketPolicy"),
          Map.entry("publicAccessBlock", "PublicAccessBlock"),
          Map.entry("tagging", "BucketTagging"),
          Map.entry("versioning", "BucketVersioning"));

  private AwsOperations() {}

  static AwsRequest of(int number, HttpHead head, byte[] body) {
    String method = head.word(0);
    String path = head.word(1);
    String text = body.length > LONGEST_BODY ? "" : new String(body, StandardCharsets.UTF_8);
    Matcher scope = SCOPE.matcher(head.field("Authorization").orElse(path));
    boolean signed = scope.find();
    String service = signed ? scope.group(2) : "";
    String region = signed ? scope.group(1) : "";
    String operation =
        head.field("X-Amz-Target")
            .map(target -> target.substring(target.lastIndexOf('.') + 1))
            .or(() -> found(ACTION, path))
            .or(() -> rest(service, method, path))
            .or(() -> found(ACTION, text))
            .orElse(method + " " + path);
    return new AwsRequest(number, service, operation, region, method, path, text);
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<String> rest(String service, String method, String path) {
    return switch (service) {
      case "eks" -> RestRoute.find(EksRoutes.ALL, method, path).map(RestRoute::operation);
      case "route53" -> RestRoute.find(ROUTE53, method, path).map(RestRoute::operation);
      case "s3" -> Optional.of(s3(method, path));
      default -> Optional.empty();
    };
  }

  private static String s3(String method, String path) {
    String[] parts = path.split("\\?", 2);
    String query = parts.length > 1 ? parts[1] : "";
    String[] segments = parts[0].replaceAll("^/+|/+$", "").split("/", 2);
    String verb =
        switch (method) {
          case "PUT" -> "Put";
          case "DELETE" -> "Delete";
          case "HEAD" -> "Head";
          case "POST" -> "Post";
          default -> "Get";
        };
    if (segments.length > 1) {
      return verb + "Object";
    }
    if (segments[0].isEmpty()) {
      return "ListBuckets";
    }
    for (String option : query.split("&", -1)) {
      String name = option.split("=", 2)[0];
      if (S3_PARTS.containsKey(name)) {
        return verb + S3_PARTS.get(name);
      }
      switch (name) {
        case "delete" -> {
          return "DeleteObjects";
        }
        case "versions" -> {
          return "ListObjectVersions";
        }
        case "uploads" -> {
          return "ListMultipartUploads";
        }
        default -> {}
      }
    }
    return switch (method) {
      case "PUT" -> "CreateBucket";
      case "GET" -> "ListObjects";
      default -> verb + "Bucket";
    };
  }
}
