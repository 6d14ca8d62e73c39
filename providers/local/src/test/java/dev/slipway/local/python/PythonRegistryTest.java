package dev.slipway.local.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.local.directory.FolderTree;
import dev.slipway.local.directory.RecordingCall;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the package registry and the settings for pip that this machine has. */
class PythonRegistryTest {
  private static final Set<String> OUT_OF_REACH =
      Set.of("PYTHON-NOT-FOUND", "PYTHON-TOO-OLD", "PYTHON-REGISTRY-UNREACHABLE");

  @TempDir Path stack;

  @Test
  void installsAPublishedPackage() throws Exception {
    String six =
        """
        six==1.17.0 \\
            --hash=sha256:4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274 \\
            --hash=sha256:ff70335d468e7eb6ec65b95b99d3a2836546063f63acc5171de367e834932a81
        tomli==2.5.0 ; python_version < '3' \\
            --hash=sha256:0000000000000000000000000000000000000000000000000000000000000000
        """;
    RecordingCall call = RecordingCall.of("t1");
    try {
      PythonObserved made =
          new PythonHandler(stack)
              .create(new ResourceId(PythonSpec.TYPE, "six"), new PythonSpec(six, "3.10"), call);

      assertThat(made.folder().resolve("lib"))
          .isDirectoryRecursivelyContaining(file -> file.endsWith("six.py"));
    } catch (ProviderException problem) {
      assumeTrue(
          !OUT_OF_REACH.contains(problem.first().code()),
          "needs Python and the package registry: " + problem.first().detail());
      throw problem;
    } finally {
      FolderTree.deleteChildren(stack, _ -> false);
    }
  }
}
