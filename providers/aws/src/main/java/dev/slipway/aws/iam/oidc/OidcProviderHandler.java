package dev.slipway.aws.iam.oidc;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.iam.IamTags;
import dev.slipway.aws.iam.document.Trust;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;

/** Makes OIDC providers. There can be one for an issuer in an account. */
public final class OidcProviderHandler
    implements ResourceHandler<OidcProviderSpec, OidcProviderObserved> {
  private static final String ABSENT = "NoSuchEntity";
  private static final String HTTPS = "https://";

  private final Clients clients;

  public OidcProviderHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return OidcProviderSpec.TYPE;
  }

  @Override
  public Class<OidcProviderSpec> specType() {
    return OidcProviderSpec.class;
  }

  /** It is looked for where it was last, then by the issuer. */
  @Override
  public Optional<OidcProviderObserved> read(Subject<OidcProviderSpec> subject, Call call) {
    Optional<OidcProviderObserved> known =
        subject
            .last()
            .flatMap(last -> last.text("arn"))
            .flatMap(arn -> find(subject.id(), arn, call))
            .filter(found -> found.ownership() == Ownership.OURS);
    return known.or(
        () ->
            subject
                .spec()
                .flatMap(spec -> spec.issuer().known())
                .flatMap(this::arnOf)
                .flatMap(arn -> find(subject.id(), arn, call)));
  }

  private Optional<String> arnOf(String issuer) {
    String suffix = ":oidc-provider/" + bare(issuer);
    return iam().listOpenIDConnectProviders().openIDConnectProviderList().stream()
        .map(OpenIDConnectProviderListEntry::arn)
        .filter(arn -> arn.endsWith(suffix))
        .findFirst();
  }

  private Optional<OidcProviderObserved> find(ResourceId id, String arn, Call call) {
    return Refusals.find(
            () -> iam().getOpenIDConnectProvider(request -> request.openIDConnectProviderArn(arn)),
            ABSENT)
        .map(
            found ->
                new OidcProviderObserved(
                    arn,
                    HTTPS + bare(found.url()),
                    found.clientIDList(),
                    Marked.of(IamTags.map(found.tags()), id, call)));
  }

  private static String bare(String issuer) {
    return issuer.startsWith(HTTPS) ? issuer.substring(HTTPS.length()) : issuer;
  }

  @Override
  public Diff diff(OidcProviderSpec desired, OidcProviderObserved observed) {
    List<String> clientIds = new ArrayList<>(observed.clients());
    if (!clientIds.contains(Trust.CLIENT)) {
      clientIds.add(Trust.CLIENT);
    }
    return Diff.builder()
        .immutable("issuer", observed.issuer(), desired.issuer())
        .field("clients", observed.clients(), clientIds)
        .field("tags", observed.tags().seen(desired.tags()), desired.tags())
        .build();
  }

  /** Thumbprints of the issuer's certificate aren't needed any more. */
  @Override
  public OidcProviderObserved create(ResourceId id, OidcProviderSpec spec, Call call) {
    String issuer = spec.issuer().get();
    OidcProviderObserved made =
        Refusals.make(
            () ->
                new OidcProviderObserved(
                    iam()
                        .createOpenIDConnectProvider(
                            request ->
                                request
                                    .url(issuer)
                                    .clientIDList(Trust.CLIENT)
                                    .tags(IamTags.list(Tags.of(id, spec.tags(), call))))
                        .openIDConnectProviderArn(),
                    issuer,
                    List.of(Trust.CLIENT),
                    Marked.made(id, spec.tags(), call)),
            () -> arnOf(issuer).flatMap(arn -> find(id, arn, call)),
            "EntityAlreadyExists");
    return update(id, spec, made, call);
  }

  @Override
  public OidcProviderObserved update(
      ResourceId id, OidcProviderSpec spec, OidcProviderObserved observed, Call call) {
    String arn = observed.arn();
    List<String> clientIds = new ArrayList<>(observed.clients());
    if (!clientIds.contains(Trust.CLIENT)) {
      iam()
          .addClientIDToOpenIDConnectProvider(
              request -> request.openIDConnectProviderArn(arn).clientID(Trust.CLIENT));
      clientIds.add(Trust.CLIENT);
    }
    Map<String, String> missing = observed.tags().missing(spec.tags());
    if (!missing.isEmpty()) {
      iam()
          .tagOpenIDConnectProvider(
              request -> request.openIDConnectProviderArn(arn).tags(IamTags.list(missing)));
    }
    return new OidcProviderObserved(
        arn, observed.issuer(), clientIds, observed.tags().with(spec.tags()));
  }

  @Override
  public void delete(Subject<OidcProviderSpec> subject, OidcProviderObserved observed, Call call) {
    Refusals.unlessGone(
        () ->
            iam()
                .deleteOpenIDConnectProvider(
                    request -> request.openIDConnectProviderArn(observed.arn())),
        ABSENT);
  }

  @Override
  public Status status(OidcProviderObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(OidcProviderSpec spec) {
    return spec.issuer()
        .known()
        .map(issuer -> Attributes.of("issuer", issuer))
        .orElse(Attributes.NONE);
  }

  private IamClient iam() {
    return clients.iam();
  }
}
