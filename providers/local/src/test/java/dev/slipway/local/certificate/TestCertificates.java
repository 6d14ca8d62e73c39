package dev.slipway.local.certificate;

import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.nio.file.Path;
import java.util.List;

/** An authority and a certificate for localhost, made by the handlers in a folder. */
public record TestCertificates(Path folder, TestCall call) {
  static final ResourceId AUTHORITY = new ResourceId(AuthoritySpec.TYPE, "milvus");
  static final ResourceId SERVER = new ResourceId(CertificateSpec.TYPE, "milvus");

  public static TestCertificates in(Path folder) {
    TestCertificates made =
        new TestCertificates(folder, new TestCall("owner-1", new MemorySecrets()));
    new AuthorityHandler(folder).create(AUTHORITY, new AuthoritySpec("Slipway test"), made.call);
    made.issue(List.of("localhost"));
    return made;
  }

  /** Issues the server's certificate, again if there is one. */
  public void issue(List<String> dnsNames) {
    new CertificateHandler(folder).create(SERVER, spec(dnsNames), call);
  }

  CertificateSpec spec(List<String> dnsNames) {
    return new CertificateSpec(
        Value.of(authorityFile().toString()),
        call.secrets().find("authority-milvus-key").orElseThrow(),
        dnsNames,
        List.of("127.0.0.1", "::1"));
  }

  public Path authorityFile() {
    return folder.resolve("certificates/authority-milvus.pem");
  }

  public Path certificateFile() {
    return folder.resolve("certificates/certificate-milvus.pem");
  }

  public String key() {
    return call.secrets().reveal("certificate-milvus-key");
  }
}
