package dev.slipway.milvus.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.milvus.rig.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {mode: cluster, queue: rocksmq}                        | 'rocksmq' lives within
          {queue-address: 'k:9092'}                              | what listens there
          {queue: rocksmq, queue-address: 'k:9092'}              | has no address
          {queue: pulsar, queue-address: 'a:6650,b:6650'}        | one address
          {tls: one-way}                                         | certificate to a standalone
          {version: 2.4.6}                                       | everybody knows
          {autoscaling: {}}                                      | can't be scaled
          {components: {proxy: {replicas: 2}}}                   | no part 'proxy'
          {components: {standalone: {replicas: 2}}}              | has one pod, not 2
          {mode: cluster, components: {prxy: {}}}                | no part 'prxy'
          {storage: {s3: {role: r}}}                             | names no bucket
          {storage: {s3: {bucket: b}}}                           | it says none
          {storage: {s3: {bucket: b, role: r, secret: s}}}       | it says 2
          {mode: cluster, tls: one-way, attu: {enabled: true}}   | Attu the certificate
          {attu: {host: h}}                                      | isn't enabled
          {expose: {as: ingress}}                                | needs to know
          {expose: {as: node-port}}                              | needs to know
          {expose: {host: h}}                                    | no host of its own
          {expose: {as: load-balancer, node-port: 30000}}        | no port on the nodes
          {expose: {source-ranges: [10.0.0.0/8]}}                | who connects
          {expose: {ingress-class: nginx}}                       | makes no Ingress
          {expose: {as: ingress, host: h, internal: true}}       | past the ingress
          """)
  void whatCantBeTogetherIsToldWithAWayOut(String settings, String told) {
    Diagnostic problem = problems("kubernetes: " + settings).getFirst();
    assertThat(problem.code()).isEqualTo("MILVUS-CONFLICT");
    assertThat(problem.fault()).isEqualTo(Diagnostic.Fault.USER);
    assertThat(problem.detail()).contains(told).endsWith(".");
    assertThat(problem.fix()).matches("(?s).+[.?]");
    assertThat(problem.location()).isPresent();
  }

  @Test
  void allOfThemAreToldAtOnce() {
    assertThat(problems("kubernetes: {autoscaling: {}, expose: {as: ingress}, tls: one-way}"))
        .hasSize(3);
  }

  @Test
  void attuFindsMilvusAtItsUsualPortOnly() {
    assertThat(problems("port: 19540\nkubernetes: {attu: {enabled: true}}").getFirst().detail())
        .contains("19530", "19540");
  }

  @Test
  void laterChartsCanGiveACertificateToAStandaloneMilvus() {
    assertThat(
            Stacks.onKubernetes(
                    "data: delete\nkubernetes: {tls: one-way, chart: {version: 4.2.31}}")
                .outputs())
        .isNotEmpty();
  }

  private static List<Diagnostic> problems(String settings) {
    return catchThrowableOfType(
            DiagnosticException.class, () -> Stacks.milvus("data: delete\n" + settings))
        .diagnostics();
  }
}
