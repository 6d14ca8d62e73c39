package dev.slipway.aws.iam.role;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.iam.IamTags;
import dev.slipway.aws.iam.ProfileRole;
import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.aws.iam.document.PolicyJson;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.mark.Named;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;

/** Makes roles. */
public final class RoleHandler implements ResourceHandler<RoleSpec, RoleObserved> {
  static final String ABSENT = "NoSuchEntity";

  private final Clients clients;

  public RoleHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return RoleSpec.TYPE;
  }

  @Override
  public Class<RoleSpec> specType() {
    return RoleSpec.class;
  }

  @Override
  public Optional<RoleObserved> read(Subject<RoleSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, RoleObserved> readAll(List<Subject<RoleSpec>> subjects, Call call) {
    Set<String> names = Named.candidates(subjects, RoleSpec::name);
    return Named.pick(subjects, RoleSpec::name, new Roles(iam()).finder(names, call)::find);
  }

  @Override
  public Diff diff(RoleSpec desired, RoleObserved observed) {
    Diff.Builder diff = Diff.builder().immutable("name", observed.name(), desired.name());
    Optional<Value.Ref<String>> unknown = desired.trust().unknown();
    if (unknown.isPresent()) {
      diff.field("trust", observed.trust(), unknown.get());
    } else if (!PolicyJson.same(observed.trust(), desired.trust().tree())) {
      diff.field("trust", observed.trust(), desired.trust().tree());
    }
    if (!attached(desired).equals(Optional.of(Set.copyOf(observed.policies())))) {
      diff.field("policies", observed.policies(), desired.policies());
    }
    Map<String, Object> inline = new TreeMap<>(observed.inline());
    desired
        .inline()
        .forEach(
            (name, document) ->
                inline.computeIfPresent(
                    name, (_, found) -> isSame(found, document) ? document.tree() : found));
    Map<String, Object> wanted = new TreeMap<>();
    desired.inline().forEach((name, document) -> wanted.put(name, document.tree()));
    return diff.field("inline", inline, wanted)
        .field("tags", observed.tags().seen(desired.tags()), desired.tags())
        .build();
  }

  /** The wanted ARNs, if all are known. */
  private static Optional<Set<String>> attached(RoleSpec spec) {
    return spec.policies().stream().allMatch(arn -> arn.known().isPresent())
        ? Optional.of(spec.policies().stream().map(Value::get).collect(Collectors.toSet()))
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // an inline policy that was found is a tree
  private static boolean isSame(Object found, PolicyDocument document) {
    return PolicyJson.same((Map<String, Object>) found, document.tree());
  }

  @Override
  public RoleObserved create(ResourceId id, RoleSpec spec, Call call) {
    RoleObserved made =
        Refusals.make(
            () -> made(id, spec, call),
            () -> read(new Subject<>(id, Optional.of(spec), Optional.empty()), call),
            "EntityAlreadyExists");
    return update(id, spec, made, call);
  }

  private RoleObserved made(ResourceId id, RoleSpec spec, Call call) {
    Role role =
        iam()
            .createRole(
                request ->
                    request
                        .roleName(spec.name())
                        .assumeRolePolicyDocument(PolicyJson.write(spec.trust().tree()))
                        .tags(IamTags.list(Tags.of(id, spec.tags(), call))))
            .role();
    return new RoleObserved(
        role.arn(),
        spec.name(),
        role.roleId(),
        spec.trust().tree(),
        List.of(),
        Map.of(),
        Marked.made(id, spec.tags(), call));
  }

  @Override
  public RoleObserved update(ResourceId id, RoleSpec spec, RoleObserved observed, Call call) {
    String role = observed.name();
    if (!PolicyJson.same(observed.trust(), spec.trust().tree())) {
      iam()
          .updateAssumeRolePolicy(
              request ->
                  request.roleName(role).policyDocument(PolicyJson.write(spec.trust().tree())));
    }
    RolePolicies policies = new RolePolicies(iam(), role);
    Set<String> wanted = attached(spec).orElseThrow();
    policies.attachOnly(wanted, observed.policies());
    policies.holdOnly(spec.inline(), observed.inline());
    Map<String, String> missing = observed.tags().missing(spec.tags());
    if (!missing.isEmpty()) {
      iam().tagRole(request -> request.roleName(role).tags(IamTags.list(missing)));
    }
    Map<String, Map<String, Object>> inline = new TreeMap<>();
    spec.inline().forEach((name, document) -> inline.put(name, document.tree()));
    return new RoleObserved(
        observed.arn(),
        role,
        observed.id(),
        spec.trust().tree(),
        wanted.stream().sorted().toList(),
        inline,
        observed.tags().with(spec.tags()));
  }

  /** A role with anything attached can't be deleted, whoever attached it. */
  @Override
  public void delete(Subject<RoleSpec> subject, RoleObserved observed, Call call) {
    String role = observed.name();
    RolePolicies policies = new RolePolicies(iam(), role);
    policies.attachOnly(Set.of(), observed.policies());
    policies.holdOnly(Map.of(), observed.inline());
    Refusals.unlessGone(
        () -> {
          iam().listInstanceProfilesForRolePaginator(request -> request.roleName(role)).stream()
              .flatMap(page -> page.instanceProfiles().stream())
              .forEach(profile -> ProfileRole.takeOut(iam(), profile.instanceProfileName(), role));
          iam().deleteRole(request -> request.roleName(role));
        },
        ABSENT);
  }

  @Override
  public Status status(RoleObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(RoleSpec spec) {
    return Attributes.of("name", spec.name());
  }

  private IamClient iam() {
    return clients.iam();
  }
}
