package dev.slipway.aws.rds.subnetgroup;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.mark.Named;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.rds.RdsTags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Subnet;

/** Makes subnet groups for databases. */
public final class SubnetGroupHandler
    implements ResourceHandler<SubnetGroupSpec, SubnetGroupObserved> {
  private static final String ABSENT = "DBSubnetGroupNotFoundFault";

  private final Clients clients;

  public SubnetGroupHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return SubnetGroupSpec.TYPE;
  }

  @Override
  public Class<SubnetGroupSpec> specType() {
    return SubnetGroupSpec.class;
  }

  @Override
  public Optional<SubnetGroupObserved> read(Subject<SubnetGroupSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  /** All come by one list, their tags one group at a time. */
  @Override
  public Map<ResourceId, SubnetGroupObserved> readAll(
      List<Subject<SubnetGroupSpec>> subjects, Call call) {
    SequencedSet<String> names = Named.candidates(subjects, SubnetGroupSpec::name);
    Map<String, DBSubnetGroup> found = new HashMap<>();
    rds().describeDBSubnetGroupsPaginator().dbSubnetGroups().stream()
        .filter(group -> names.contains(group.dbSubnetGroupName()))
        .forEach(group -> found.put(group.dbSubnetGroupName(), group));
    return Named.pick(
        subjects,
        SubnetGroupSpec::name,
        (id, name) ->
            Optional.ofNullable(found.get(name)).flatMap(group -> observed(group, id, call)));
  }

  private Optional<SubnetGroupObserved> observed(DBSubnetGroup group, ResourceId id, Call call) {
    return Refusals.find(
            () ->
                rds()
                    .listTagsForResource(request -> request.resourceName(group.dbSubnetGroupArn()))
                    .tagList(),
            ABSENT)
        .map(tags -> observed(group, Marked.of(RdsTags.map(tags), id, call)));
  }

  private static SubnetGroupObserved observed(DBSubnetGroup group, Marked tags) {
    return new SubnetGroupObserved(
        group.dbSubnetGroupArn(),
        group.dbSubnetGroupName(),
        group.dbSubnetGroupDescription(),
        group.subnets().stream().map(Subnet::subnetIdentifier).toList(),
        tags);
  }

  @Override
  public Diff diff(SubnetGroupSpec desired, SubnetGroupObserved observed) {
    Diff.Builder diff =
        Diff.builder()
            .immutable("name", observed.name(), desired.name())
            .field("description", observed.description(), desired.description());
    if (!known(desired).equals(Optional.of(observed.subnets()))) {
      diff.field("subnets", observed.subnets(), desired.subnets());
    }
    return diff.field("tags", observed.tags().seen(desired.tags()), desired.tags()).build();
  }

  /** The wanted subnets, sorted, if all are known. */
  private static Optional<List<String>> known(SubnetGroupSpec spec) {
    return spec.subnets().stream().allMatch(subnet -> subnet.known().isPresent())
        ? Optional.of(ids(spec))
        : Optional.empty();
  }

  private static List<String> ids(SubnetGroupSpec spec) {
    return spec.subnets().stream().map(Value::get).sorted().toList();
  }

  @Override
  public SubnetGroupObserved create(ResourceId id, SubnetGroupSpec spec, Call call) {
    return Refusals.make(
        () ->
            observed(
                rds()
                    .createDBSubnetGroup(
                        request ->
                            request
                                .dbSubnetGroupName(spec.name())
                                .dbSubnetGroupDescription(spec.description())
                                .subnetIds(ids(spec))
                                .tags(RdsTags.list(Tags.of(id, spec.tags(), call))))
                    .dbSubnetGroup(),
                Marked.made(id, spec.tags(), call)),
        () -> read(new Subject<>(id, Optional.of(spec), Optional.empty()), call),
        "DBSubnetGroupAlreadyExists");
  }

  @Override
  public SubnetGroupObserved update(
      ResourceId id, SubnetGroupSpec spec, SubnetGroupObserved observed, Call call) {
    List<String> subnets = ids(spec);
    if (!observed.subnets().equals(subnets) || !observed.description().equals(spec.description())) {
      rds()
          .modifyDBSubnetGroup(
              request ->
                  request
                      .dbSubnetGroupName(observed.name())
                      .dbSubnetGroupDescription(spec.description())
                      .subnetIds(subnets));
    }
    RdsTags.set(rds(), observed.arn(), observed.tags().missing(spec.tags()));
    return new SubnetGroupObserved(
        observed.arn(),
        observed.name(),
        spec.description(),
        subnets,
        observed.tags().with(spec.tags()));
  }

  /** One with databases is refused, which passes when they are gone. */
  @Override
  public void delete(Subject<SubnetGroupSpec> subject, SubnetGroupObserved observed, Call call) {
    Refusals.unlessGone(
        () -> rds().deleteDBSubnetGroup(request -> request.dbSubnetGroupName(observed.name())),
        ABSENT);
  }

  @Override
  public Status status(SubnetGroupObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(SubnetGroupSpec spec) {
    return Attributes.of("name", spec.name());
  }

  private RdsClient rds() {
    return clients.rds();
  }
}
