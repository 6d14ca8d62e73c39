package dev.slipway.lab.process;

/** The lab itself doesn't work: a program can't be built or a component doesn't start. */
public final class LabException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LabException(String message) {
    super(message);
  }

  public LabException(String message, Throwable cause) {
    super(message, cause);
  }
}
