package dev.slipway.kubernetes.release;

import dev.slipway.kubernetes.object.ApiObject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML as Helm reads it: version 1.1, the last of several equal keys counts, {@code y} and {@code
 * n} are booleans, and no text is a date. It is printed so that Helm reads the same again: every
 * text that could be taken for anything else stands in quotes.
 */
final class ReleaseYaml {
  private static final int LARGEST = 64 << 20;
  private static final Pattern PLAIN = Pattern.compile("[a-zA-Z/][a-zA-Z0-9_./-]*");
  private static final Pattern WORDS =
      Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null|nan|inf");
  private static final Pattern BOOLEAN =
      Pattern.compile(
          "y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF");

  private static final Pattern TRUE = Pattern.compile("(?i)y|yes|true|on");

  private ReleaseYaml() {}

  /** One document's tree; null if it is empty or no YAML. */
  static Object parse(String document) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(true);
    options.setCodePointLimit(LARGEST);
    options.setMaxAliasesForCollections(1000);
    DumperOptions dumping = new DumperOptions();
    try {
      return new Yaml(
              new Booleans(options), new Representer(dumping), dumping, options, new NoDates())
          .load(document);
    } catch (YAMLException _) {
      return null;
    }
  }

  /** One document's object, if it is one. */
  static Optional<ApiObject> object(String document) {
    if (!(parse(document) instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    Map<String, Object> tree = new TreeMap<>();
    map.forEach((key, value) -> tree.put(String.valueOf(key), value));
    return Optional.of(new ApiObject(tree)).filter(object -> !object.kind().isEmpty());
  }

  static String print(Object tree) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    options.setWidth(Integer.MAX_VALUE);
    return new Yaml(new Quoting(options), options).dump(tree);
  }

  private static final class Booleans extends SafeConstructor {
    Booleans(LoaderOptions options) {
      super(options);
      yamlConstructors.put(Tag.BOOL, new Word());
    }
  }

  private static final class Word extends AbstractConstruct {
    @Override
    public Object construct(Node node) {
      return TRUE.matcher(((ScalarNode) node).getValue()).matches();
    }
  }

  private static final class NoDates extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, BOOLEAN, "yYnNtTfFoO");
      addImplicitResolver(Tag.INT, INT, "-+0123456789");
      addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
      addImplicitResolver(Tag.MERGE, MERGE, "<");
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }

  private static final class Quoting extends Representer {
    Quoting(DumperOptions options) {
      super(options);
      representers.put(String.class, data -> text(data.toString()));
    }

    private Node text(String text) {
      if (text.indexOf('\n') >= 0 && text.strip().length() == text.length() - 1) {
        return representScalar(Tag.STR, text, DumperOptions.ScalarStyle.LITERAL);
      }
      boolean plain = PLAIN.matcher(text).matches() && !WORDS.matcher(text).matches();
      return representScalar(
          Tag.STR,
          text,
          plain ? DumperOptions.ScalarStyle.PLAIN : DumperOptions.ScalarStyle.DOUBLE_QUOTED);
    }
  }
}
