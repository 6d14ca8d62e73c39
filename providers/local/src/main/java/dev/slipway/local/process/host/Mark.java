package dev.slipway.local.process.host;

import java.util.Map;

/**
 * What every process of a stack carries in its environment, and its descendants inherit: by it a
 * process is found whose start nobody had the time to write down.
 *
 * @param owner the stack's mark
 * @param resource id of the resource that it is or belongs to
 * @param launch fingerprint of what was launched; empty if that doesn't matter
 */
public record Mark(String owner, String resource, String launch) {
  public static final String OWNER = "SLIPWAY_OWNER";
  public static final String RESOURCE = "SLIPWAY_RESOURCE";
  public static final String LAUNCH = "SLIPWAY_LAUNCH";

  public void putInto(Map<String, String> environment) {
    environment.put(OWNER, owner);
    environment.put(RESOURCE, resource);
    environment.put(LAUNCH, launch);
  }
}
