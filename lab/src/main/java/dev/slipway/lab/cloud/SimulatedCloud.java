package dev.slipway.lab.cloud;

import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A cloud in memory that many machines may call at once. It counts the calls and writes down every
 * violation: what was made twice, what was deleted while others used it, what was touched without
 * being the caller's.
 */
public final class SimulatedCloud {
  /** Something that should never have been asked. */
  public record Violation(String rule, ResourceId id, String detail) {}

  private final Map<ResourceId, Thing> things = new HashMap<>();

  /** Who uses which uid. */
  private final Map<String, Set<ResourceId>> users = new HashMap<>();

  private final List<Violation> violations = new ArrayList<>();
  private final Map<Operation, Integer> calls = new EnumMap<>(Operation.class);
  private final Vault secrets = new Vault();
  private int given;
  private int running;
  private int mostRunning;

  public Vault secrets() {
    return secrets;
  }

  public synchronized List<Thing> things() {
    return things.values().stream().sorted(Comparator.comparing(Thing::id)).toList();
  }

  public synchronized Optional<Thing> find(String id) {
    return Optional.ofNullable(things.get(ResourceId.parse(id)));
  }

  public synchronized List<Violation> violations() {
    return List.copyOf(violations);
  }

  /** Violations of one rule: {@code made-twice}, {@code used}, {@code foreign} or {@code token}. */
  public synchronized List<Violation> violations(String rule) {
    return violations.stream().filter(violation -> violation.rule().equals(rule)).toList();
  }

  public synchronized int calls(Operation operation) {
    return calls.getOrDefault(operation, 0);
  }

  /** Number of calls that changed or could have changed something. */
  public synchronized int changes() {
    return calls(Operation.CREATE) + calls(Operation.UPDATE) + calls(Operation.DELETE);
  }

  /** The most calls that ever ran at the same time. */
  public synchronized int mostRunning() {
    return mostRunning;
  }

  /** Changes a thing without Slipway. */
  public synchronized void edit(String id, UnaryOperator<ThingSpec> change) {
    Thing thing = things.get(ResourceId.parse(id));
    put(thing.with(change.apply(thing.spec()), thing.looksLeft()));
  }

  /** Removes a thing without Slipway. */
  public synchronized void vanish(String id) {
    drop(ResourceId.parse(id));
  }

  /** Makes a thing that somebody else owns. */
  public synchronized void plant(String id, ThingSpec spec, String owner) {
    ResourceId parsed = ResourceId.parse(id);
    put(new Thing(parsed, uid(), owner, "", spec, Optional.empty(), 0, false, Ownership.FOREIGN));
  }

  synchronized void began(Operation operation) {
    calls.merge(operation, 1, Integer::sum);
    running++;
    mostRunning = Math.max(mostRunning, running);
  }

  synchronized void ended() {
    running--;
  }

  private String uid() {
    return "uid-" + ++given;
  }

  synchronized Optional<Thing> look(ResourceId id, String owner) {
    Thing thing = things.get(id);
    if (thing == null) {
      return Optional.empty();
    }
    Thing next =
        thing.with(Math.max(0, thing.looksLeft() - 1), thing.terminating(), Ownership.OURS);
    if (next.terminating() && next.looksLeft() == 0) {
      drop(id);
      return Optional.empty();
    }
    put(next);
    return Optional.of(thing.seenBy(owner));
  }

  synchronized Thing make(ResourceId id, ThingSpec spec, String owner, String token) {
    Thing there = things.get(id);
    if (there != null) {
      return again(there, spec, owner, token);
    }
    Kind kind = Kind.of(id);
    Optional<Value.Secret<String>> secret =
        kind == Kind.SECRET
            ? Optional.of(secrets.put(id.name(), "plaintext-of-" + id.name() + "-" + (given + 1)))
            : Optional.empty();
    Thing made =
        new Thing(
            id,
            uid(),
            owner,
            token,
            spec,
            secret,
            kind == Kind.SLOW ? spec.looks() : 0,
            false,
            Ownership.OURS);
    put(made);
    return made;
  }

  private Thing again(Thing there, ThingSpec spec, String owner, String token) {
    if (!there.owner().equals(owner)) {
      throw Refusals.taken(there.id());
    }
    if (!there.token().equals(token)) {
      violations.add(
          new Violation("made-twice", there.id(), "with tokens " + there.token() + ", " + token));
      throw Refusals.taken(there.id());
    }
    if (!there.spec().equals(spec)) {
      violations.add(
          new Violation("token", there.id(), "used for " + there.spec() + " and " + spec));
      throw Refusals.taken(there.id());
    }
    return there.seenBy(owner);
  }

  synchronized Thing change(ResourceId id, ThingSpec spec, String owner) {
    Thing there = things.get(id);
    if (there == null) {
      throw Refusals.missing(id);
    }
    mustBeOurs(there, owner);
    Thing changed = there.with(spec, Kind.of(id) == Kind.SLOW ? spec.looks() : 0);
    put(changed);
    return changed.seenBy(owner);
  }

  synchronized void remove(ResourceId id, String owner) {
    Thing there = things.get(id);
    if (there == null) {
      return;
    }
    mustBeOurs(there, owner);
    if (there.terminating()) {
      return;
    }
    for (ResourceId user : users.getOrDefault(there.uid(), Set.of())) {
      violations.add(new Violation("used", id, "by " + user));
    }
    if (Kind.of(id) == Kind.SLOW && there.spec().looks() > 0) {
      put(there.with(there.spec().looks(), true, Ownership.OURS));
    } else {
      drop(id);
      there.secret().ifPresent(secret -> secrets.delete(secret.name()));
    }
  }

  private void put(Thing thing) {
    drop(thing.id());
    things.put(thing.id(), thing);
    for (String used : thing.uses()) {
      users.computeIfAbsent(used, _ -> new TreeSet<>()).add(thing.id());
    }
  }

  private void drop(ResourceId id) {
    Thing thing = things.remove(id);
    if (thing != null) {
      for (String used : thing.uses()) {
        users.getOrDefault(used, new TreeSet<>()).remove(id);
      }
    }
  }

  private void mustBeOurs(Thing thing, String owner) {
    if (!thing.owner().equals(owner)) {
      violations.add(new Violation("foreign", thing.id(), "touched by " + owner));
      throw Refusals.taken(thing.id());
    }
  }
}
