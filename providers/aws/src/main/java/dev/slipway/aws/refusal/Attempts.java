package dev.slipway.aws.refusal;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Notes on each exception of the SDK which call it was about: the SDK doesn't say it. */
public final class Attempts implements ExecutionInterceptor {
  @Override
  public Throwable modifyException(
      Context.FailedExecution context, ExecutionAttributes attributes) {
    context
        .exception()
        .addSuppressed(
            new Note(
                attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME),
                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
    return context.exception();
  }

  /** Which call an exception is about, in words, for example {@code Ec2 CreateVpc}. */
  static String about(Throwable failure) {
    for (Throwable suppressed : failure.getSuppressed()) {
      if (suppressed instanceof Note note) {
        return note.getMessage();
      }
    }
    return "a call";
  }

  private static final class Note extends Exception {
    private static final long serialVersionUID = 1;

    Note(String service, String operation) {
      super(service + " " + operation, null, false, false);
    }
  }
}
