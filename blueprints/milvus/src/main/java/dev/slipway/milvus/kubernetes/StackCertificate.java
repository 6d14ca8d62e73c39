package dev.slipway.milvus.kubernetes;

import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.local.certificate.AuthoritySpec;
import dev.slipway.local.certificate.CertificateSpec;
import dev.slipway.milvus.config.kubernetes.ExposeConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The certificate that Milvus or its ingress shows, from the stack's own authority: for all names
 * of the Service, for the host that clients use, and for a port-forward.
 */
record StackCertificate(String stack, ReleaseNames names, Optional<String> host) {
  private static final ResourceId AUTHORITY = new ResourceId(AuthoritySpec.TYPE, "stack");
  private static final ResourceId CERTIFICATE = new ResourceId(CertificateSpec.TYPE, "milvus");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  static StackCertificate of(String stack, ReleaseNames names, ExposeConfig expose) {
    return new StackCertificate(stack, names, expose.host());
  }

  /** The authority and the certificate. */
  List<Resource<?>> resources() {
    List<String> hosts = new ArrayList<>(names.hosts());
    hosts.add("localhost");
    List<String> addresses = new ArrayList<>(List.of("127.0.0.1", "::1"));
    host.ifPresent(name -> (ADDRESS.matcher(name).matches() ? addresses : hosts).add(name));
    return List.of(
        Resource.of(AUTHORITY, new AuthoritySpec("Slipway stack " + stack)),
        Resource.of(
            CERTIFICATE,
            new CertificateSpec(authorityFile(), Value.ref(AUTHORITY, "key"), hosts, addresses)));
  }

  /** What the Secret holds. */
  static Map<String, Object> secret() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("tls.crt", Value.ref(CERTIFICATE, "certificate"));
    data.put("tls.key", Value.ref(CERTIFICATE, "key"));
    data.put("ca.crt", Value.ref(AUTHORITY, "certificate"));
    return data;
  }

  static Value<String> authorityFile() {
    return Value.ref(AUTHORITY, "certificate-file");
  }

  static Value<String> notAfter() {
    return Value.ref(CERTIFICATE, "not-after");
  }

  /** The name that clients check the certificate for. */
  String serverName(ExposeConfig.Way as) {
    return as == ExposeConfig.Way.INGRESS ? host.orElseThrow() : names.host(names.full());
  }
}
