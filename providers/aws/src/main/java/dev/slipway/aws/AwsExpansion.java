package dev.slipway.aws;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.account.AccountHandler;
import dev.slipway.aws.account.AccountSpec;
import dev.slipway.aws.account.Identity;
import dev.slipway.aws.network.Zones;
import dev.slipway.aws.network.subnet.SubnetSpec;
import dev.slipway.aws.s3.bucket.BucketSpec;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Expansion;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fills in what only the account and the region tell: the account itself, and the names of zones.
 * What was filled in once stays.
 */
record AwsExpansion(Clients clients, Identity identity, Zones zones) {

  Expansion expand(List<Resource<?>> wanted, Map<ResourceId, Map<String, Object>> last, Call call) {
    Optional<ResourceId> account =
        wanted.stream()
            .map(Resource::id)
            .filter(id -> id.type().equals(AccountSpec.TYPE))
            .findFirst();
    if (account.isEmpty()) {
      return Expansion.of(wanted);
    }
    List<Resource<?>> filled = new ArrayList<>();
    for (Resource<?> resource : wanted) {
      Map<String, Object> before = last.getOrDefault(resource.id(), Map.of());
      filled.add(after(account.get(), fill(resource, before, call)));
    }
    return new Expansion(filled, List.of(), List.of(whereabouts()));
  }

  /** Everything in the account comes after the account. */
  private static Resource<?> after(ResourceId account, Resource<?> resource) {
    if (!resource.id().type().startsWith(AwsProvider.NAME + ".") || resource.id().equals(account)) {
      return resource;
    }
    Set<ResourceId> after = new LinkedHashSet<>(resource.after());
    after.add(account);
    return resource.after(after.toArray(ResourceId[]::new));
  }

  @SuppressWarnings("unchecked") // the spec tells the type
  private Resource<?> fill(Resource<?> resource, Map<String, Object> before, Call call) {
    return switch (resource.spec()) {
      case AccountSpec spec -> ((Resource<AccountSpec>) resource).withSpec(account(spec, before));
      case BucketSpec spec -> ((Resource<BucketSpec>) resource).withSpec(name(spec, before, call));
      case SubnetSpec spec -> ((Resource<SubnetSpec>) resource).withSpec(zone(spec, before));
      default -> resource;
    };
  }

  /**
   * The account and region that the stack was begun in, or else what the stack file and the
   * credentials say.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if the credentials lead elsewhere
   */
  private AccountSpec account(AccountSpec spec, Map<String, Object> before) {
    AccountSpec bound = bound(spec, before);
    AccountHandler.check(bound, identity, clients.region().id());
    return bound;
  }

  private AccountSpec bound(AccountSpec spec, Map<String, Object> before) {
    if (before.get("id") instanceof String id && before.get("region") instanceof String region) {
      AccountHandler.checkStays(id, spec);
      return new AccountSpec(id, region);
    }
    return spec.id().isEmpty() ? new AccountSpec(identity.account(), spec.region()) : spec;
  }

  private SubnetSpec zone(SubnetSpec spec, Map<String, Object> before) {
    if (!spec.zone().matches("[0-9]+")) {
      return spec;
    }
    return before.get("zone") instanceof String known
        ? spec.in(known)
        : spec.in(zones.name(Integer.parseInt(spec.zone())));
  }

  /**
   * Names of buckets are unique in all of AWS: one that ends with a dash goes on with the stack's
   * mark, by which it is known as the stack's own, and a trace of the account.
   */
  private BucketSpec name(BucketSpec spec, Map<String, Object> before, Call call) {
    if (!spec.name().endsWith("-")) {
      return spec;
    }
    return before.get("name") instanceof String known && known.startsWith(spec.name())
        ? spec.called(known)
        : spec.called(spec.name() + call.owner() + "-" + trace(identity.account()));
  }

  private static String trace(String account) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 3);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private Diagnostic whereabouts() {
    return Diagnostic.environment(
        "AWS-IDENTITY",
        "The account that this is about",
        "Account %s in %s, as %s."
            .formatted(identity.account(), clients.region(), identity.caller()),
        "Use other credentials if it is to be another account.");
  }
}
