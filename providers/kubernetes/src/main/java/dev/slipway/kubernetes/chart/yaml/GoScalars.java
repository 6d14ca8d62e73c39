package dev.slipway.kubernetes.chart.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What plain scalars mean to Helm and the API server, which read YAML with Go's yaml.v2: like YAML
 * 1.1 ({@code yes} is true, {@code 0755} is octal), but without sexagesimal numbers and dates.
 */
final class GoScalars {
  private static final Pattern TRUTH =
      Pattern.compile(
          "y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF");
  private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL|");
  private static final Pattern WHOLE =
      Pattern.compile("[-+]?(0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)");
  private static final Pattern DECIMAL =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9][0-9_]*(\\.[0-9_]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final Set<String> TRUE = Set.of("y", "yes", "true", "on");

  private GoScalars() {}

  /** Whether a text would be read as something else if it stood without quotes. */
  static boolean special(String text) {
    return TRUTH.matcher(text).matches()
        || NOTHING.matcher(text).matches()
        || WHOLE.matcher(text).matches()
        || DECIMAL.matcher(text).matches();
  }

  static final class GoResolver extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, TRUTH, "yYnNtTfFoO");
      addImplicitResolver(Tag.INT, WHOLE, "-+0123456789");
      addImplicitResolver(Tag.FLOAT, DECIMAL, "-+0123456789.");
      addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
      addImplicitResolver(Tag.NULL, NOTHING, "~nN\0");
      addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
    }
  }

  static final class GoConstructor extends SafeConstructor {
    GoConstructor(LoaderOptions options) {
      super(options);
      yamlConstructors.put(Tag.BOOL, of(text -> TRUE.contains(text.toLowerCase(Locale.ROOT))));
      yamlConstructors.put(Tag.INT, of(GoScalars::whole));
      yamlConstructors.put(Tag.FLOAT, of(GoScalars::decimal));
    }

    private static AbstractConstruct of(java.util.function.Function<String, Object> reading) {
      return new AbstractConstruct() {
        @Override
        public Object construct(Node node) {
          return reading.apply(((ScalarNode) node).getValue());
        }
      };
    }
  }

  private static Object whole(String text) {
    String digits = text.replace("_", "").replaceFirst("^\\+", "");
    boolean negative = digits.startsWith("-");
    String plain = negative ? digits.substring(1) : digits;
    int radix = radix(plain);
    String bare =
        switch (radix) {
          case 2, 16 -> plain.substring(2);
          case 8 -> plain.startsWith("0o") ? plain.substring(2) : plain.substring(1);
          default -> plain;
        };
    BigInteger number = new BigInteger(bare, radix);
    return fitting(new BigDecimal(negative ? number.negate() : number));
  }

  private static int radix(String plain) {
    if (plain.startsWith("0x")) {
      return 16;
    }
    if (plain.startsWith("0b")) {
      return 2;
    }
    if (plain.startsWith("0o")) {
      return 8;
    }
    // A number such as 08 is no octal one.
    return plain.matches("0[0-7]+") ? 8 : 10;
  }

  private static Object decimal(String text) {
    String plain = text.replace("_", "").toLowerCase(Locale.ROOT);
    if (plain.endsWith(".inf")) {
      return plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return plain.equals(".nan") ? (Object) Double.NaN : fitting(new BigDecimal(plain));
  }

  /** Whole numbers as longs where they fit, whichever way they were written, as in JSON. */
  private static Object fitting(BigDecimal number) {
    boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    if (whole && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
      return number.longValueExact();
    }
    return number.doubleValue();
  }
}
