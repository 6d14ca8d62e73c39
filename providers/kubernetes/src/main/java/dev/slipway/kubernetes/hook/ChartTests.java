package dev.slipway.kubernetes.hook;

import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.verify.Check;
import dev.slipway.engine.verify.CheckFailure;
import dev.slipway.engine.verify.Endpoint;
import dev.slipway.engine.verify.Proof;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;

/**
 * The tests of a chart as a proof of its system: the objects that {@code helm test} makes. They are
 * made in the order given, each is waited for, and all are removed in the end, whatever their
 * delete policies, so that nothing is left of them.
 */
public final class ChartTests {
  private ChartTests() {}

  /**
   * A proof with a check for each test.
   *
   * @param release its name
   * @param namespace where it lives
   * @param tests the objects, in the order of their weights
   * @param plain the plaintext of values in the tests that are secret
   * @param readiness tells why a Job or Pod isn't ready, with its last log lines if it failed
   */
  public static Proof proof(
      String release,
      String namespace,
      List<ObjectSpec> tests,
      Cluster cluster,
      Function<Value.Secret<String>, String> plain,
      Function<ApiObject, Status> readiness) {
    Collection<ObjectKey> made = new ConcurrentLinkedDeque<>();
    HookRun run = new HookRun(cluster, readiness, ChartTests::test, () -> false, _ -> {});
    List<Check> checks = new ArrayList<>();
    for (ObjectSpec test : tests) {
      checks.add(new Test(release, namespace, test, plain, run, made));
    }
    return new Proof(release, checks, () -> made.forEach(key -> discard(run, key)));
  }

  private static boolean test(ApiObject object) {
    return object.annotations().getOrDefault("helm.sh/hook", "").contains("test");
  }

  private static void discard(HookRun run, ObjectKey key) {
    try {
      run.discard(key);
    } catch (ProviderException _) {
      // A cleanup doesn't fail a proof; what is left carries the stack's mark and goes with it.
    }
  }

  private record Test(
      String release,
      String namespace,
      ObjectSpec spec,
      Function<Value.Secret<String>, String> plain,
      HookRun run,
      Collection<ObjectKey> made)
      implements Check {

    @Override
    public String name() {
      ObjectKey key = spec.key();
      return (HookSpec.runs(key) ? "run the chart's test " : "make, for the chart's tests, ")
          + key.kind()
          + " "
          + key.name();
    }

    @Override
    public String run(Endpoint endpoint) throws CheckFailure {
      ObjectKey key = spec.key();
      try {
        made.add(key);
        run.start(new HookManifest(spec, this::value).object(Map.of(), Map.of()), List.of());
        HookEnd end = run.await(key);
        if (end.phase() != HookPhase.DONE) {
          throw new CheckFailure(
              "the test " + key + " of the chart failed: " + end.reason(),
              "Read what it says, mend the release, and run 'slipway verify' again. Helm runs the"
                  + " same test with:\n  helm test "
                  + release
                  + " --namespace "
                  + namespace
                  + " --logs");
        }
      } catch (ProviderException refused) {
        throw new CheckFailure(
            refused.first().summary() + ": " + refused.first().detail(),
            refused.first().fix(),
            refused);
      }
      return HookSpec.runs(key) ? "it succeeded" : "made";
    }

    private String value(Value<String> value) {
      return switch (value) {
        case Value.Known<String>(String known) -> known;
        case Value.Secret<String> secret -> plain.apply(secret);
        case Value.Ref<String> ref ->
            throw ProviderException.refused(HookProblems.unknown(spec.key(), ref));
      };
    }
  }
}
