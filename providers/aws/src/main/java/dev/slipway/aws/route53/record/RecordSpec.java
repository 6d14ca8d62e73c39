package dev.slipway.aws.route53.record;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Objects;

/**
 * A record set. It has no tags, so a TXT record beside it, written in the same change, says whose
 * it is. Attributes: {@code name}, {@code type}, {@code zone}.
 *
 * @param zone the hosted zone's id
 * @param name its whole name, for example {@code milvus.example.org} or {@code *.example.org}
 * @param type for example {@code A}, {@code CNAME}, {@code TXT}
 * @param target what it answers
 * @param shared whether one with the same name and target that somebody else has made will do; it
 *     stays on removal then
 */
public record RecordSpec(
    Value<String> zone, Value<String> name, String type, Target target, boolean shared)
    implements Spec {
  public static final String TYPE = "aws.route53-record";

  public RecordSpec {
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(target, "target");
  }

  /** What a record set answers. */
  public sealed interface Target {
    /** Whether all of it is known. */
    boolean isKnown();
  }

  /**
   * Values.
   *
   * @param ttl seconds for which an answer may be kept, 0 to 2,147,483,647
   * @param values at least one; those of TXT records in quotation marks
   */
  public record Answers(long ttl, List<Value<String>> values) implements Target {
    public Answers {
      values = List.copyOf(values);
    }

    @Override
    public boolean isKnown() {
      return values.stream().allMatch(value -> value.known().isPresent());
    }
  }

  /**
   * What another name answers, such as a load balancer's.
   *
   * @param name the other name
   * @param zone id of the hosted zone that the other name is in, as its service tells it
   */
  public record Alias(Value<String> name, Value<String> zone) implements Target {
    public Alias {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(zone, "zone");
    }

    @Override
    public boolean isKnown() {
      return name.known().isPresent() && zone.known().isPresent();
    }
  }

  /** A record set with values. */
  public static RecordSpec of(
      Value<String> zone, String name, String type, long ttl, List<Value<String>> values) {
    return new RecordSpec(zone, Value.of(name), type, new Answers(ttl, values), false);
  }

  /** A record set that answers what another name does. */
  public static RecordSpec alias(
      Value<String> zone, String name, String type, Value<String> other, Value<String> otherZone) {
    return new RecordSpec(zone, Value.of(name), type, new Alias(other, otherZone), false);
  }
}
