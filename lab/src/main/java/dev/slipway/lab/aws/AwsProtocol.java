package dev.slipway.lab.aws;

import dev.slipway.lab.kubernetes.wire.HttpHead;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The protocols of AWS's services, and how a refusal looks in each.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/index.html">AWS protocols</a>
 */
enum AwsProtocol {
  QUERY,
  EC2,
  JSON,
  REST_JSON,
  S3,
  ROUTE53;

  private static final JsonMapper JSON_MAPPER = JsonMapper.builder().build();

  static AwsProtocol of(String service, HttpHead head) {
    if (head.field("X-Amz-Target").isPresent()) {
      return JSON;
    }
    return switch (service) {
      case "ec2" -> EC2;
      case "s3" -> S3;
      case "route53" -> ROUTE53;
      case "iam", "sts", "autoscaling", "elasticloadbalancing", "rds", "cloudformation" -> QUERY;
      default -> REST_JSON;
    };
  }

  /** What the services of this protocol say when every service would refuse. */
  AwsFault.Refused usual(AwsFault.Trouble trouble) {
    return switch (trouble) {
      case THROTTLED ->
          switch (this) {
            case EC2 -> refused(503, "RequestLimitExceeded", "Request limit exceeded.");
            case S3 -> refused(503, "SlowDown", "Please reduce your request rate.");
            case QUERY, ROUTE53 -> refused(400, "Throttling", "Rate exceeded");
            case JSON -> refused(400, "ThrottlingException", "Rate exceeded");
            case REST_JSON -> refused(429, "ThrottlingException", "Rate exceeded");
          };
      case BROKEN ->
          switch (this) {
            case EC2, S3 -> refused(500, "InternalError", "An internal error has occurred");
            case QUERY, ROUTE53 -> refused(500, "InternalFailure", "An internal error occurred");
            case JSON, REST_JSON -> refused(500, "ServerException", "Internal server error");
          };
      case DENIED ->
          switch (this) {
            case EC2 -> refused(403, "UnauthorizedOperation", "You are not authorized to do this.");
            case S3, QUERY, ROUTE53 -> refused(403, "AccessDenied", "Access Denied");
            case JSON -> refused(400, "AccessDeniedException", "You are not authorized to do this");
            case REST_JSON ->
                refused(403, "AccessDeniedException", "You are not authorized to do this");
          };
      case EXPIRED ->
          switch (this) {
            case EC2 -> refused(400, "RequestExpired", "Request has expired.");
            case S3 -> refused(400, "ExpiredToken", "The provided token has expired.");
            case QUERY, ROUTE53 ->
                refused(
                    403, "ExpiredToken", "The security token included in the request is expired");
            case JSON ->
                refused(
                    400,
                    "ExpiredTokenException",
                    "The security token included in the request is expired");
            case REST_JSON ->
                refused(
                    403,
                    "ExpiredTokenException",
                    "The security token included in the request is expired");
          };
    };
  }

  private static AwsFault.Refused refused(int status, String code, String message) {
    return new AwsFault.Refused(status, code, message);
  }

  /** A refusal as it goes over the wire. */
  AwsAnswer answer(AwsFault.Refused refused, String request) {
    List<String> fields = new ArrayList<>();
    fields.add("x-amzn-RequestId: " + request);
    String body =
        switch (this) {
          case EC2 ->
              "<Response><Errors><Error>%s</Error></Errors><RequestID>%s</RequestID></Response>"
                  .formatted(error(refused), request);
          case S3 ->
              "<Error>%s<RequestId>%s</RequestId></Error>".formatted(error(refused), request);
          case QUERY, ROUTE53 ->
              "<ErrorResponse><Error><Type>Sender</Type>%s</Error><RequestId>%s</RequestId></ErrorResponse>"
                  .formatted(error(refused), request);
          case JSON ->
              JSON_MAPPER
                  .createObjectNode()
                  .put("__type", refused.code())
                  .put("message", refused.message())
                  .toString();
          case REST_JSON -> {
            fields.add("x-amzn-ErrorType: " + refused.code());
            yield JSON_MAPPER.createObjectNode().put("message", refused.message()).toString();
          }
        };
    fields.add(
        "Content-Type: "
            + switch (this) {
              case JSON -> "application/x-amz-json-1.1";
              case REST_JSON -> "application/json";
              case EC2, S3, QUERY, ROUTE53 -> "text/xml";
            });
    return new AwsAnswer(refused.status(), fields, body);
  }

  private static String error(AwsFault.Refused refused) {
    return "<Code>%s</Code><Message>%s</Message>"
        .formatted(escaped(refused.code()), escaped(refused.message()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
