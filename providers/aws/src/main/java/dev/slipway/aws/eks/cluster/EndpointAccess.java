package dev.slipway.aws.eks.cluster;

import java.util.List;

/**
 * From where the API server is reached; at least one of both.
 *
 * @param publicAccess from the internet
 * @param privateAccess from within the VPC
 * @param publicAccessCidrs from where in the internet; empty for everywhere, and of no account
 *     without {@code publicAccess}
 */
public record EndpointAccess(
    boolean publicAccess, boolean privateAccess, List<String> publicAccessCidrs) {
  private static final List<String> EVERYWHERE = List.of("0.0.0.0/0");

  public EndpointAccess {
    publicAccessCidrs =
        publicAccessCidrs.isEmpty() || !publicAccess
            ? EVERYWHERE
            : publicAccessCidrs.stream().sorted().distinct().toList();
  }
}
