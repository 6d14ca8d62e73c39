package dev.slipway.aws.network.subnettags;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.network.Ec2Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Adds tags to subnets that aren't ours, and takes away what it added. */
public final class SubnetTagsHandler
    implements ResourceHandler<SubnetTagsSpec, SubnetTagsObserved> {
  private final Clients clients;

  public SubnetTagsHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return SubnetTagsSpec.TYPE;
  }

  @Override
  public Class<SubnetTagsSpec> specType() {
    return SubnetTagsSpec.class;
  }

  @Override
  public Optional<SubnetTagsObserved> read(Subject<SubnetTagsSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, SubnetTagsObserved> readAll(
      List<Subject<SubnetTagsSpec>> subjects, Call call) {
    Filter tagged = Filter.builder().name("tag-key").values(AddedTags.key(call)).build();
    Map<String, SubnetTagsObserved> bySubnet = new TreeMap<>();
    for (Subnet subnet :
        ec2().describeSubnetsPaginator(request -> request.filters(tagged)).subnets()) {
      Map<String, String> tags = Ec2Tags.map(subnet.tags());
      AddedTags.of(tags, call)
          .map(added -> new SubnetTagsObserved(subnet.subnetId(), added, tags))
          .ifPresent(observed -> bySubnet.put(observed.subnet(), observed));
    }
    Map<ResourceId, SubnetTagsObserved> found = new LinkedHashMap<>();
    for (Subject<SubnetTagsSpec> subject : subjects) {
      subnet(subject).map(bySubnet::get).ifPresent(observed -> found.put(subject.id(), observed));
    }
    return found;
  }

  /** Without a spec, the resource's own name tells: it is the subnet's. */
  private static Optional<String> subnet(Subject<SubnetTagsSpec> subject) {
    return subject
        .spec()
        .map(SubnetTagsSpec::subnet)
        .or(() -> subject.last().flatMap(last -> last.text("subnet")))
        .or(() -> Optional.of(subject.id().name()));
  }

  @Override
  public Diff diff(SubnetTagsSpec desired, SubnetTagsObserved observed) {
    return Diff.builder()
        .immutable("subnet", observed.subnet(), desired.subnet())
        .field("tags", Tags.seen(desired.tags(), observed.tags()), desired.tags())
        .build();
  }

  @Override
  public SubnetTagsObserved create(ResourceId id, SubnetTagsSpec spec, Call call) {
    Subnet subnet =
        ec2().describeSubnets(request -> request.subnetIds(spec.subnet())).subnets().getFirst();
    Map<String, String> tags = Ec2Tags.map(subnet.tags());
    Set<String> added = AddedTags.of(tags, call).orElseGet(TreeSet::new);
    return add(spec, new SubnetTagsObserved(spec.subnet(), added, tags), call);
  }

  @Override
  public SubnetTagsObserved update(
      ResourceId id, SubnetTagsSpec spec, SubnetTagsObserved observed, Call call) {
    return add(spec, observed, call);
  }

  private SubnetTagsObserved add(SubnetTagsSpec spec, SubnetTagsObserved observed, Call call) {
    Map<String, String> set = Tags.missing(spec.tags(), observed.tags());
    Set<String> added = new TreeSet<>(observed.added());
    set.keySet().stream().filter(key -> !observed.tags().containsKey(key)).forEach(added::add);
    set.put(AddedTags.key(call), AddedTags.value(added));
    Ec2Tags.set(ec2(), observed.subnet(), set);
    return new SubnetTagsObserved(observed.subnet(), added, Tags.merged(observed.tags(), set));
  }

  /** What another stack needs on the same subnet is left to it. */
  @Override
  public void delete(Subject<SubnetTagsSpec> subject, SubnetTagsObserved observed, Call call) {
    Set<String> keys = new TreeSet<>(observed.added());
    Optional<String> other = AddedTags.other(observed.tags(), call);
    if (other.isPresent()) {
      Set<String> theirs = AddedTags.keys(observed.tags().get(other.get()));
      keys.stream().filter(key -> key.startsWith("kubernetes.io/role/")).forEach(theirs::add);
      keys.removeAll(theirs);
      Ec2Tags.set(ec2(), observed.subnet(), Map.of(other.get(), AddedTags.value(theirs)));
    }
    keys.add(AddedTags.key(call));
    List<Tag> tags = keys.stream().map(key -> Tag.builder().key(key).build()).toList();
    Refusals.unlessGone(
        () -> ec2().deleteTags(request -> request.resources(observed.subnet()).tags(tags)),
        "InvalidSubnetID.NotFound",
        "InvalidID");
  }

  @Override
  public Status status(SubnetTagsObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(SubnetTagsSpec spec) {
    return Attributes.of("subnet", spec.subnet());
  }

  private Ec2Client ec2() {
    return clients.ec2();
  }
}
