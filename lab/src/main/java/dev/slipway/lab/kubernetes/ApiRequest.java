package dev.slipway.lab.kubernetes;

/**
 * A request that came to a {@link FaultProxy}.
 *
 * @param number of the request, from 1, in the order in which requests came
 * @param verb of HTTP
 * @param path with its query
 */
public record ApiRequest(int number, String verb, String path) {
  /** Whether it asks for a change; a dry run doesn't. */
  public boolean changes() {
    return !verb.equals("GET") && !verb.equals("HEAD") && !path.contains("dryRun=");
  }

  @Override
  public String toString() {
    return number + " " + verb + " " + path;
  }
}
