package dev.slipway.lab.aws;

/**
 * A request that came to an {@link AwsFront}.
 *
 * @param number of the request, from 1, in the order in which requests came
 * @param service as it is named in a signature, for example {@code ec2}; empty if the request isn't
 *     signed
 * @param operation for example {@code CreateVpc}; the method and the path where it isn't known
 * @param region for example {@code eu-central-1}
 * @param method of HTTP
 * @param path with its query
 * @param body as text; empty for what is longer than 256 KiB
 */
public record AwsRequest(
    int number,
    String service,
    String operation,
    String region,
    String method,
    String path,
    String body) {
  /** Whether it is that operation of a service. */
  public boolean is(String service, String operation) {
    return this.service.equals(service) && this.operation.equals(operation);
  }

  /** Whether it asks for a change, as the operation's name tells. */
  public boolean changes() {
    return !operation.matches("(Describe|List|Get|Head|Lookup|Simulate|Generate).*");
  }

  @Override
  public String toString() {
    return number + " " + service + " " + operation;
  }
}
