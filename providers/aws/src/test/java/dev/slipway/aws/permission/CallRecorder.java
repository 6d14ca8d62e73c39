package dev.slipway.aws.permission;

import java.util.List;
import java.util.Locale;
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
    return service + ":" + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
  }
}
