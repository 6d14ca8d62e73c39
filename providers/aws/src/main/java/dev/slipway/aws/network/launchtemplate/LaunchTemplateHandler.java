package dev.slipway.aws.network.launchtemplate;

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
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateBlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateEbsBlockDevice;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/** Makes launch templates; what changes is a new version. */
public final class LaunchTemplateHandler
    implements ResourceHandler<LaunchTemplateSpec, LaunchTemplateObserved> {
  private static final String NEWEST = "$Latest";

  private final Clients clients;

  public LaunchTemplateHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return LaunchTemplateSpec.TYPE;
  }

  @Override
  public Class<LaunchTemplateSpec> specType() {
    return LaunchTemplateSpec.class;
  }

  @Override
  public Optional<LaunchTemplateObserved> read(Subject<LaunchTemplateSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, LaunchTemplateObserved> readAll(
      List<Subject<LaunchTemplateSpec>> subjects, Call call) {
    List<LaunchTemplate> found =
        ec2()
            .describeLaunchTemplatesPaginator(request -> request.filters(Ec2Tags.ofStack(call)))
            .launchTemplates()
            .stream()
            .toList();
    Map<ResourceId, LaunchTemplateObserved> observed = new LinkedHashMap<>();
    Tags.pick(subjects, found, template -> Ec2Tags.map(template.tags()))
        .forEach((id, template) -> observed.put(id, observed(template)));
    return observed;
  }

  private LaunchTemplateObserved observed(LaunchTemplate template) {
    ResponseLaunchTemplateData data =
        ec2()
            .describeLaunchTemplateVersions(
                request -> request.launchTemplateId(template.launchTemplateId()).versions(NEWEST))
            .launchTemplateVersions()
            .getFirst()
            .launchTemplateData();
    return new LaunchTemplateObserved(
        template.launchTemplateId(),
        template.launchTemplateName(),
        template.latestVersionNumber(),
        data,
        Ec2Tags.map(template.tags()));
  }

  @Override
  public Diff diff(LaunchTemplateSpec desired, LaunchTemplateObserved observed) {
    ResponseLaunchTemplateData data = observed.data();
    Optional<LaunchTemplateBlockDeviceMapping> root =
        data.blockDeviceMappings().stream().findFirst();
    return Diff.builder()
        .immutable("name", observed.name(), desired.name())
        .field("image", Optional.ofNullable(data.imageId()), desired.image())
        .field(
            "instanceType",
            Optional.ofNullable(data.instanceTypeAsString()),
            desired.instanceType())
        .field(
            "rootDevice",
            root.map(LaunchTemplateBlockDeviceMapping::deviceName),
            desired.rootDevice())
        .field(
            "rootGib",
            root.map(LaunchTemplateBlockDeviceMapping::ebs)
                .map(LaunchTemplateEbsBlockDevice::volumeSize),
            desired.rootGib())
        .field(
            "metadataHops",
            Optional.ofNullable(data.metadataOptions())
                .map(options -> options.httpPutResponseHopLimit()),
            desired.metadataHops())
        .field(
            "securityGroups",
            Set.copyOf(data.securityGroupIds()),
            Set.copyOf(desired.securityGroups()))
        .field("userData", Optional.ofNullable(data.userData()), TemplateData.encoded(desired))
        .field("machineTags", machineTags(data), desired.machineTags())
        .field("tags", Tags.seen(desired.tags(), observed.tags()), desired.tags())
        .build();
  }

  private static Map<String, String> machineTags(ResponseLaunchTemplateData data) {
    return data.tagSpecifications().stream()
        .filter(tags -> tags.resourceType() == ResourceType.INSTANCE)
        .findFirst()
        .map(tags -> Ec2Tags.map(tags.tags()))
        .orElse(Map.of());
  }

  @Override
  public LaunchTemplateObserved create(ResourceId id, LaunchTemplateSpec spec, Call call) {
    LaunchTemplate made =
        ec2()
            .createLaunchTemplate(
                request ->
                    request
                        .launchTemplateName(spec.name())
                        .launchTemplateData(TemplateData.of(spec))
                        .clientToken(call.token())
                        .tagSpecifications(
                            Ec2Tags.specification(
                                ResourceType.LAUNCH_TEMPLATE, id, spec.tags(), call)))
            .launchTemplate();
    return observed(made);
  }

  @Override
  public LaunchTemplateObserved update(
      ResourceId id, LaunchTemplateSpec spec, LaunchTemplateObserved observed, Call call) {
    long version =
        ec2()
            .createLaunchTemplateVersion(
                request ->
                    request
                        .launchTemplateId(observed.id())
                        .launchTemplateData(TemplateData.of(spec))
                        .clientToken(call.token()))
            .launchTemplateVersion()
            .versionNumber();
    ec2()
        .modifyLaunchTemplate(
            request ->
                request.launchTemplateId(observed.id()).defaultVersion(Long.toString(version)));
    Ec2Tags.set(ec2(), observed.id(), Tags.missing(spec.tags(), observed.tags()));
    return observed(
        ec2()
            .describeLaunchTemplates(request -> request.launchTemplateIds(observed.id()))
            .launchTemplates()
            .getFirst());
  }

  /** What refers to the version must learn of the new one. */
  @Override
  public Attributes stable(LaunchTemplateSpec desired, LaunchTemplateObserved observed, Diff diff) {
    return observed.attributes().without("version");
  }

  @Override
  public void delete(
      Subject<LaunchTemplateSpec> subject, LaunchTemplateObserved observed, Call call) {
    Refusals.unlessGone(
        () -> ec2().deleteLaunchTemplate(request -> request.launchTemplateId(observed.id())),
        "InvalidLaunchTemplateId.NotFound",
        "InvalidLaunchTemplateId.NotFoundException");
  }

  @Override
  public Status status(LaunchTemplateObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(LaunchTemplateSpec spec) {
    return Attributes.of("name", spec.name());
  }

  private Ec2Client ec2() {
    return clients.ec2();
  }
}
