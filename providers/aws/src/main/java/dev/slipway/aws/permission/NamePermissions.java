package dev.slipway.aws.permission;

import static dev.slipway.aws.permission.Verb.CREATE;
import static dev.slipway.aws.permission.Verb.DELETE;
import static dev.slipway.aws.permission.Verb.READ;
import static dev.slipway.aws.permission.Verb.UPDATE;

import dev.slipway.aws.acm.certificate.CertificateSpec;
import dev.slipway.aws.acm.validation.ValidationSpec;
import dev.slipway.aws.route53.record.RecordSpec;
import dev.slipway.aws.route53.zone.ZoneSpec;
import dev.slipway.engine.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Permissions of Route 53 and ACM. */
final class NamePermissions {
  private static final String ALL_ZONES = "hostedzone/*";

  static final Map<String, List<Permission>> ALL =
      Map.of(
          ZoneSpec.TYPE, zone(),
          RecordSpec.TYPE, record(),
          CertificateSpec.TYPE, certificate(),
          ValidationSpec.TYPE, validation());

  private NamePermissions() {}

  /** Ids of zones are AWS's own, and Route 53 knows no conditions on tags. */
  private static List<Permission> zone() {
    BiFunction<Resource<?>, Place, List<String>> zones =
        (_, place) -> List.of(place.global("route53", ALL_ZONES));
    return List.of(
        Permission.everywhere(READ, "ListZones", "route53:ListHostedZones"),
        Permission.on(
            zones, READ, "ReadZones", "route53:GetHostedZone", "route53:ListTagsForResources"),
        changes("FollowChangesOfZones"),
        Permission.everywhere(CREATE, "CreateZones", "route53:CreateHostedZone"),
        Permission.on(
                (resource, _) ->
                    ((ZoneSpec) resource.spec()).vpc().isPresent() ? List.of("*") : List.of(),
                CREATE,
                "CreatePrivateZones")
            .with("ec2:DescribeVpcs"),
        Permission.on(
            zones,
            UPDATE,
            "UpdateZones",
            "route53:ChangeTagsForResource",
            "route53:UpdateHostedZoneComment"),
        Permission.on(zones, DELETE, "DeleteZones", "route53:DeleteHostedZone"));
  }

  /** Asked for only while a change is on its way. */
  private static Permission changes(String sid) {
    return Permission.on((_, place) -> List.of(place.global("route53", "change/*")), READ, sid)
        .with("route53:GetChange");
  }

  private static List<Permission> record() {
    BiFunction<Resource<?>, Place, List<String>> zone =
        (resource, place) ->
            List.of(
                ((RecordSpec) resource.spec())
                    .zone()
                    .known()
                    .map(id -> place.global("route53", "hostedzone/" + id))
                    .orElse(place.global("route53", ALL_ZONES)));
    return List.of(
        Permission.on(zone, READ, "ReadRecords", "route53:ListResourceRecordSets"),
        changes("FollowChangesOfRecords"),
        Permission.on(zone, CREATE, "CreateRecords", "route53:ChangeResourceRecordSets"),
        Permission.on(zone, UPDATE, "UpdateRecords", "route53:ChangeResourceRecordSets"),
        Permission.on(zone, DELETE, "DeleteRecords", "route53:ChangeResourceRecordSets"));
  }

  private static List<Permission> certificate() {
    BiFunction<Resource<?>, Place, List<String>> all =
        (_, place) -> List.of(place.regional("acm", "certificate/*"));
    return List.of(
        Permission.everywhere(READ, "ListCertificates", "acm:ListCertificates"),
        Permission.on(all, READ, "ReadTagsOfCertificates", "acm:ListTagsForCertificate"),
        Permission.on(all, READ, "ReadCertificates", "acm:DescribeCertificate").ifOwn(),
        Permission.on(all, CREATE, "RequestCertificates", "acm:RequestCertificate")
            .with("acm:AddTagsToCertificate")
            .ifMarked(),
        Permission.on(all, UPDATE, "UpdateCertificates", "acm:AddTagsToCertificate").ifOwn(),
        Permission.on(all, DELETE, "DeleteCertificates", "acm:DeleteCertificate").ifOwn());
  }

  private static List<Permission> validation() {
    return List.of(
        Permission.on(
            (resource, place) ->
                List.of(
                    ((ValidationSpec) resource.spec())
                        .certificate()
                        .known()
                        .orElse(place.regional("acm", "certificate/*"))),
            READ,
            "FollowValidationOfCertificates",
            "acm:DescribeCertificate"));
  }
}
