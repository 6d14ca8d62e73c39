package dev.slipway.aws.s3.bucket;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.mark.Named;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.aws.s3.S3Tags;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Makes buckets. A bucket is made together with its tags. Where a server doesn't take them then and
 * the run ends in between, the bucket is known by the stack's mark in its name, if it is there; any
 * other without tags counts as somebody else's.
 */
public final class BucketHandler implements ResourceHandler<BucketSpec, BucketObserved> {
  private static final String ABSENT = "NoSuchBucket";

  private final Clients clients;

  public BucketHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return BucketSpec.TYPE;
  }

  @Override
  public Class<BucketSpec> specType() {
    return BucketSpec.class;
  }

  @Override
  public Optional<BucketObserved> read(Subject<BucketSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  /** A list would tell the names alone, so each is asked for. */
  @Override
  public Map<ResourceId, BucketObserved> readAll(List<Subject<BucketSpec>> subjects, Call call) {
    return Named.pick(subjects, BucketSpec::name, (id, name) -> find(id, name, call));
  }

  private Optional<BucketObserved> find(ResourceId id, String name, Call call) {
    return tags(name)
        .map(
            tags -> {
              Marked marked =
                  tags.containsKey(Tags.OWNER) || !name.contains(call.owner())
                      ? Marked.of(tags, id, call)
                      : new Marked(tags, Ownership.OURS);
              return new BucketObserved(
                  new BucketName(name, clients.region()),
                  marked.ownership() == Ownership.OURS
                      ? new BucketAccess(s3(), name).read()
                      : BucketSettings.NONE,
                  marked);
            });
  }

  /** Empty if there is no such bucket. */
  private Optional<Map<String, String>> tags(String name) {
    try {
      return Optional.of(
          S3Tags.map(s3().getBucketTagging(request -> request.bucket(name)).tagSet()));
    } catch (S3Exception refused) {
      if (Refusals.isOneOf(refused, ABSENT)) {
        return Optional.empty();
      }
      if (Refusals.isOneOf(refused, "NoSuchTagSet")) {
        return Optional.of(Map.of());
      }
      if (Refusals.isOneOf(refused, "AccessDenied")) {
        throw BucketProblems.taken(name, refused);
      }
      if (refused.statusCode() == 301
          || Refusals.isOneOf(refused, "AuthorizationHeaderMalformed")) {
        throw BucketProblems.elsewhere(name, clients.region().id(), refused);
      }
      throw refused;
    }
  }

  @Override
  public Diff diff(BucketSpec desired, BucketObserved observed) {
    BucketSettings settings = observed.settings();
    return Diff.builder()
        .immutable("name", observed.name().name(), desired.name())
        .field("ownership", settings.ownership(), BucketAccess.ownership(desired).toString())
        .field("encryption", settings.encryption(), BucketSettings.encryption(desired))
        .field("kmsKey", settings.kmsKey(), desired.kmsKey())
        .field("publicAccessBlocked", settings.publicAccessBlocked(), true)
        .field("versioning", settings.versioning(), desired.versioning())
        .field("lifecycle", settings.rules(), BucketSettings.rules(desired.lifecycle()))
        .field("marked", observed.tags().all().containsKey(Tags.OWNER), true)
        .field("tags", observed.tags().seen(desired.tags()), desired.tags())
        .build();
  }

  /**
   * The bucket is looked for first: in us-east-1, making one that the account has already is no
   * error.
   */
  @Override
  public BucketObserved create(ResourceId id, BucketSpec spec, Call call) {
    BucketObserved made =
        Refusals.ours(find(id, spec.name(), call), "a bucket named '" + spec.name() + "'")
            .orElseGet(() -> made(id, spec, call));
    return update(id, spec, made, call);
  }

  private BucketObserved made(ResourceId id, BucketSpec spec, Call call) {
    CreateBucketConfiguration.Builder configuration =
        CreateBucketConfiguration.builder().tags(S3Tags.list(Tags.of(id, spec.tags(), call)));
    if (!clients.region().equals(Region.US_EAST_1)) {
      configuration.locationConstraint(clients.region().id());
    }
    try {
      s3().createBucket(
              request ->
                  request.bucket(spec.name()).createBucketConfiguration(configuration.build()));
    } catch (S3Exception refused) {
      if (Refusals.isOneOf(refused, "BucketAlreadyExists")) {
        throw BucketProblems.taken(spec.name(), refused);
      }
      throw refused;
    }
    return new BucketObserved(
        new BucketName(spec.name(), clients.region()),
        BucketSettings.NONE,
        new Marked(tags(spec.name()).orElse(Map.of()), Ownership.OURS));
  }

  @Override
  public BucketObserved update(ResourceId id, BucketSpec spec, BucketObserved observed, Call call) {
    String name = observed.name().name();
    new BucketAccess(s3(), name).set(observed.settings(), spec);
    Map<String, String> wanted =
        observed.tags().all().containsKey(Tags.OWNER)
            ? spec.tags()
            : Tags.of(id, spec.tags(), call);
    Marked tags = observed.tags().with(wanted);
    if (!observed.tags().missing(wanted).isEmpty()) {
      s3().putBucketTagging(
              request -> request.bucket(name).tagging(set -> set.tagSet(S3Tags.list(tags.all()))));
    }
    return new BucketObserved(observed.name(), BucketSettings.of(spec), tags);
  }

  @Override
  public void delete(Subject<BucketSpec> subject, BucketObserved observed, Call call) {
    String name = observed.name().name();
    try {
      deleteEmpty(name);
    } catch (S3Exception refused) {
      if (!Refusals.isOneOf(refused, "BucketNotEmpty")) {
        throw refused;
      }
      BucketContent content = new BucketContent(s3(), name);
      if (!subject.spec().map(BucketSpec::emptyOnDelete).orElse(false)) {
        throw BucketProblems.notEmpty(name, content.size(), refused);
      }
      String left = content.delete(call);
      if (!left.isEmpty()) {
        throw BucketProblems.notEmptied(name, left);
      }
      deleteEmpty(name);
    }
  }

  private void deleteEmpty(String name) {
    Refusals.unlessGone(() -> s3().deleteBucket(request -> request.bucket(name)), ABSENT);
  }

  @Override
  public Status status(BucketObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(BucketSpec spec) {
    return new BucketName(spec.name(), clients.region()).attributes();
  }

  private S3Client s3() {
    return clients.s3();
  }
}
