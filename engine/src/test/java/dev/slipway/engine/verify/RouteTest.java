package dev.slipway.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RouteTest {
  private static final Map<String, String> OUTPUTS =
      Map.of("demo.uri", "https://demo.inside.svc:19530/path", "demo.user", "root");
  private static final Route ROUTE =
      new Route("demo.uri", new ResourceId("kubernetes.object", "Service/inside/demo"), 19530);

  private final List<String> happened = new ArrayList<>();

  @Test
  void checksAndCleanupSeeTheOutputThroughTheOpenWay() {
    Proof proof = proof();
    Report report = verify(proof, route -> way(40001));
    assertThat(report.proven()).isTrue();
    assertThat(happened)
        .containsExactly("check https://127.0.0.1:40001/path as root", "cleanup", "closed 40001");
  }

  @Test
  void aWayThatCantBeOpenedIsTheProofsFailure() {
    Diagnostic problem =
        Diagnostic.environment("DEMO-UNREACHED", "It is not there", "No pod.", "Look.");
    Report report =
        verify(
            proof(),
            route -> {
              throw problem.asException();
            });
    assertThat(report.problems()).containsExactly(problem);
    assertThat(report.results())
        .extracting(result -> result.check() + " " + result.getClass().getSimpleName())
        .containsExactly("reach it from here Failed", "answers NotRun");
    assertThat(happened).isEmpty();
  }

  @Test
  void whatAProviderRefusesToACheckIsToldAsItIs() {
    Diagnostic problem =
        Diagnostic.environment("DEMO-FORBIDDEN", "Not allowed", "Ann may not look.", "Ask.");
    Check check =
        new Check() {
          @Override
          public String name() {
            return "looks";
          }

          @Override
          public String run(Endpoint endpoint) {
            throw ProviderException.refused(problem);
          }
        };
    Report report =
        verify(new Proof("demo", List.of(check), () -> {}, List.of()), route -> way(40003));
    assertThat(report.problems()).containsExactly(problem);
  }

  @Test
  void whatIsOpenIsClosedWhenAnotherWayFails() {
    Route second = new Route("demo.other", ROUTE.to(), 1);
    Proof proof = new Proof("demo", List.of(), () -> {}, List.of(ROUTE, second));
    Report report =
        verify(
            proof,
            route -> {
              if (route.equals(second)) {
                throw Diagnostic.environment("DEMO-UNREACHED", "It", "No.", "Look.").asException();
              }
              return way(40002);
            });
    assertThat(report.proven()).isFalse();
    assertThat(happened).containsExactly("closed 40002");
  }

  private Proof proof() {
    Check check =
        new Check() {
          @Override
          public String name() {
            return "answers";
          }

          @Override
          public String run(Endpoint endpoint) {
            happened.add(
                "check " + endpoint.output("demo.uri") + " as " + endpoint.output("demo.user"));
            return "yes";
          }
        };
    return new Proof("demo", List.of(check), () -> happened.add("cleanup"), List.of(ROUTE));
  }

  private Way way(int port) {
    return new Way() {
      @Override
      public int port() {
        return port;
      }

      @Override
      public void close() {
        happened.add("closed " + port);
      }
    };
  }

  private static Report verify(Proof proof, Function<Route, Way> opener) {
    return new Verifier(RouteTest::ignore, () -> false, opener)
        .verify(List.of(proof), OUTPUTS::get);
  }

  private static void ignore(Event event) {}
}
