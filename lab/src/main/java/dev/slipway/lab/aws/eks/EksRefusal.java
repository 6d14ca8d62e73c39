package dev.slipway.lab.aws.eks;

/** The lab's EKS says no, as EKS would. */
public final class EksRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private EksRefusal(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static EksRefusal notFound(String message) {
    return new EksRefusal(404, "ResourceNotFoundException", message);
  }

  static EksRefusal inUse(String message) {
    return new EksRefusal(409, "ResourceInUseException", message);
  }

  static EksRefusal invalid(String message) {
    return new EksRefusal(400, "InvalidParameterException", message);
  }

  static EksRefusal notNow(String message) {
    return new EksRefusal(400, "InvalidRequestException", message);
  }

  /** The status of HTTP. */
  public int status() {
    return status;
  }

  /** EKS's own, for example {@code ResourceInUseException}. */
  public String code() {
    return code;
  }
}
