package dev.slipway.aws.sqs.queue;

import dev.slipway.aws.access.Clients;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes queues. */
public final class QueueHandler implements ResourceHandler<QueueSpec, QueueObserved> {
  private static final String[] ABSENT = {
    "AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist"
  };

  private final Clients clients;

  public QueueHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return QueueSpec.TYPE;
  }

  @Override
  public Class<QueueSpec> specType() {
    return QueueSpec.class;
  }

  @Override
  public Optional<QueueObserved> read(Subject<QueueSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  /** A list would tell the names alone, so each is asked for. */
  @Override
  public Map<ResourceId, QueueObserved> readAll(List<Subject<QueueSpec>> subjects, Call call) {
    return Named.pick(subjects, QueueSpec::name, (id, name) -> find(id, name, call));
  }

  private Optional<QueueObserved> find(ResourceId id, String name, Call call) {
    return Refusals.find(
        () -> {
          String url = sqs().getQueueUrl(request -> request.queueName(name)).queueUrl();
          Map<QueueAttributeName, String> attributes =
              sqs()
                  .getQueueAttributes(
                      request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                  .attributes();
          return new QueueObserved(
              attributes.get(QueueAttributeName.QUEUE_ARN),
              name,
              url,
              QueueAttributes.seconds(attributes, QueueAttributeName.VISIBILITY_TIMEOUT),
              QueueAttributes.seconds(attributes, QueueAttributeName.MESSAGE_RETENTION_PERIOD),
              QueueAttributes.redrive(attributes),
              Marked.of(sqs().listQueueTags(request -> request.queueUrl(url)).tags(), id, call));
        },
        ABSENT);
  }

  @Override
  public Diff diff(QueueSpec desired, QueueObserved observed) {
    return Diff.builder()
        .immutable("name", observed.name(), desired.name())
        .field("visibilityTimeout", observed.visibilityTimeout(), desired.visibilityTimeout())
        .field("retention", observed.retention(), desired.retention())
        .field("redrive", observed.redrive(), desired.redrive())
        .field("tags", observed.tags().seen(desired.tags()), desired.tags())
        .build();
  }

  /**
   * The queue is looked for first: making one that is there with the same settings is no error,
   * whoever has it.
   */
  @Override
  public QueueObserved create(ResourceId id, QueueSpec spec, Call call) {
    Optional<QueueObserved> before =
        Refusals.ours(find(id, spec.name(), call), "a queue named '" + spec.name() + "'");
    if (before.isPresent()) {
      return update(id, spec, before.get(), call);
    }
    String url =
        sqs()
            .createQueue(
                request ->
                    request
                        .queueName(spec.name())
                        .attributes(QueueAttributes.of(spec))
                        .tags(Tags.of(id, spec.tags(), call)))
            .queueUrl();
    String arn =
        sqs()
            .getQueueAttributes(
                request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    return observed(arn, url, spec, Marked.made(id, spec.tags(), call));
  }

  @Override
  public QueueObserved update(ResourceId id, QueueSpec spec, QueueObserved observed, Call call) {
    String url = observed.url();
    Map<QueueAttributeName, String> attributes = QueueAttributes.of(spec);
    if (observed.redrive().isPresent()) {
      attributes.putIfAbsent(QueueAttributeName.REDRIVE_POLICY, "");
    }
    if (!isSetAs(spec, observed)) {
      sqs().setQueueAttributes(request -> request.queueUrl(url).attributes(attributes));
    }
    Map<String, String> missing = observed.tags().missing(spec.tags());
    if (!missing.isEmpty()) {
      sqs().tagQueue(request -> request.queueUrl(url).tags(missing));
    }
    return observed(observed.arn(), url, spec, observed.tags().with(spec.tags()));
  }

  private static boolean isSetAs(QueueSpec spec, QueueObserved observed) {
    return observed.visibilityTimeout().equals(spec.visibilityTimeout())
        && observed.retention().equals(spec.retention())
        && observed.redrive().equals(spec.redrive());
  }

  /** It can be seen for up to a minute after it was deleted. */
  @Override
  public void delete(Subject<QueueSpec> subject, QueueObserved observed, Call call) {
    Refusals.unlessGone(
        () -> sqs().deleteQueue(request -> request.queueUrl(observed.url())), ABSENT);
  }

  @Override
  public Status status(QueueObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(QueueSpec spec) {
    return Attributes.of("name", spec.name());
  }

  private static QueueObserved observed(String arn, String url, QueueSpec spec, Marked tags) {
    return new QueueObserved(
        arn, spec.name(), url, spec.visibilityTimeout(), spec.retention(), spec.redrive(), tags);
  }

  private SqsClient sqs() {
    return clients.sqs();
  }
}
