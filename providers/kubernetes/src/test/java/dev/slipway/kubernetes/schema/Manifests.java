package dev.slipway.kubernetes.schema;

import dev.slipway.engine.resource.Resource;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Objects out of YAML, for tests. */
public final class Manifests {
  private Manifests() {}

  /** The objects of a text with several documents. */
  public static List<ApiObject> read(String yaml) {
    List<ApiObject> objects = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml)) {
      @SuppressWarnings("unchecked") // the fixtures hold maps
      Map<String, Object> tree = (Map<String, Object>) document;
      if (tree != null) {
        objects.add(new ApiObject(tree));
      }
    }
    return objects;
  }

  public static List<Resource<?>> resources(String yaml) {
    List<Resource<?>> resources = new ArrayList<>();
    read(yaml)
        .forEach(
            object -> resources.add(Resource.of(object.key().id(), ObjectSpec.of(object.tree()))));
    return resources;
  }

  /** A file beside the test. */
  public static String file(Class<?> test, String name) {
    try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
