package dev.slipway.aws.permission;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Records which operations of AWS the handlers call, and in which of their methods. The SDK finds
 * it by the file {@code execution.interceptors}. What tests themselves call doesn't count.
 */
public final class CallRecorder implements ExecutionInterceptor {
  private static final String TELLING = "dev.slipway.aws.Telling";

  /** Where IAM names a service otherwise than the SDK. */
  private static final Map<String, String> SERVICES =
      Map.of(
          "cloudwatchlogs", "logs",
          "elasticloadbalancingv2", "elasticloadbalancing",
          "resourcegroupstaggingapi", "tag");

  /** Where IAM names an action otherwise than the operation. */
  private static final Map<String, String> ACTIONS =
      Map.of(
          "s3:GetBucketEncryption", "s3:GetEncryptionConfiguration",
          "s3:PutBucketEncryption", "s3:PutEncryptionConfiguration",
          "s3:GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock",
          "s3:PutPublicAccessBlock", "s3:PutBucketPublicAccessBlock",
          "s3:GetBucketLifecycleConfiguration", "s3:GetLifecycleConfiguration",
          "s3:PutBucketLifecycleConfiguration", "s3:PutLifecycleConfiguration",
          "s3:DeleteBucketLifecycle", "s3:PutLifecycleConfiguration",
          "s3:ListObjectVersions", "s3:ListBucketVersions",
          "s3:ListMultipartUploads", "s3:ListBucketMultipartUploads",
          "s3:DeleteObjects", "s3:DeleteObjectVersion");

  private static final Set<Made> MADE = ConcurrentHashMap.newKeySet();

  /**
   * A call that a handler made.
   *
   * @param handler the handler's class
   * @param method which of its methods the engine called
   * @param action the operation as policies name it, for example {@code ec2:CreateVpc}
   */
  public record Made(String handler, String method, String action) {}

  /** Every call so far. */
  public static Set<Made> made() {
    return Set.copyOf(MADE);
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    List<StackWalker.StackFrame> frames = StackWalker.getInstance().walk(all -> all.toList());
    String handler = "";
    String method = "";
    for (StackWalker.StackFrame frame : frames) {
      if (frame.getClassName().equals(TELLING)) {
        method = frame.getMethodName().startsWith("lambda") ? method : frame.getMethodName();
      } else if (method.isEmpty()
          && frame.getClassName().matches("dev\\.slipway\\.aws\\..*Handler")) {
        handler = frame.getClassName();
      }
    }
    if (!method.isEmpty()) {
      MADE.add(new Made(handler, method, action(attributes)));
    }
  }

  private static String action(ExecutionAttributes attributes) {
    String service =
        attributes
            .getAttribute(SdkExecutionAttribute.SERVICE_NAME)
            .replace(" ", "")
            .toLowerCase(Locale.ROOT);
    String action =
        SERVICES.getOrDefault(service, service)
            + ":"
            + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    return ACTIONS.getOrDefault(action, action);
  }
}
