package dev.slipway.engine.journal;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes of a damaged journal's whole entries a sequence that can be replayed. Whatever is mentioned
 * and may be there stays known, so that the next plan looks at it; where it isn't known what
 * becomes of a resource when it leaves, it is kept.
 */
final class Salvage {
  private static final Pattern ID = Pattern.compile("\"id\":\"([a-z0-9.-]+)/([^\"\\\\]+)\"");

  private final List<Entry> entries = new ArrayList<>();
  private final Set<ResourceId> known = new HashSet<>();
  private final Set<String> types = new HashSet<>();

  /** The last line that mentions a resource, and the last that tells that it is gone. */
  private final Map<ResourceId, Integer> mentioned = new HashMap<>();

  private final Map<ResourceId, Integer> gone = new HashMap<>();
  private final SortedSet<ResourceId> doubtful = new TreeSet<>();

  Salvage(JournalText text) {
    int line = 0;
    int damaged = 0;
    for (Entry entry : text.entries()) {
      line++;
      while (damaged < text.damage().size() && text.damage().get(damaged).line() == line) {
        damaged++;
        line++;
      }
      add(entry, line);
    }
    for (JournalText.Damage damage : text.damage()) {
      Matcher matcher = ID.matcher(damage.text());
      if (matcher.find() && types.contains(matcher.group(1))) {
        mention(new ResourceId(matcher.group(1), matcher.group(2)), damage.line());
      }
    }
    mentioned.forEach(
        (id, at) -> {
          if (!known.contains(id) && gone.getOrDefault(id, 0) < at) {
            doubtful.add(id);
          }
        });
    for (ResourceId id : doubtful) {
      if (!known.contains(id)) {
        entries.add(
            new Entry.Started(id, Entry.Action.CREATE, Map.of(), List.of(), Removal.KEEP, ""));
      }
    }
  }

  /** A sequence that can be replayed, without the journal's own beginning. */
  List<Entry> entries() {
    return entries;
  }

  /** Resources of which it isn't known from the journal alone whether or how they are there. */
  List<ResourceId> doubtful() {
    return List.copyOf(doubtful);
  }

  private void add(Entry entry, int line) {
    switch (entry) {
      case Entry.Opened _ -> {}
      case Entry.Began _, Entry.Ended _ -> entries.add(entry);
      case Entry.Started started -> {
        started.dependencies().forEach(id -> mention(id, line));
        know(started.id(), entry);
      }
      case Entry.Noted noted -> {
        noted.dependencies().forEach(id -> mention(id, line));
        know(noted.id(), entry);
      }
      case Entry.Called(ResourceId id, Attributes attributes) -> result(id, attributes, entry);
      case Entry.Finished(ResourceId id, Attributes attributes) -> result(id, attributes, entry);
      case Entry.Deleted(ResourceId id) -> gone(id, entry, line);
      case Entry.Forgot(ResourceId id, String _) -> gone(id, entry, line);
      case Entry.Failed(ResourceId id, String _, String _) -> {
        mention(id, line);
        entries.add(entry);
      }
    }
  }

  private void know(ResourceId id, Entry entry) {
    types.add(id.type());
    known.add(id);
    entries.add(entry);
  }

  private void result(ResourceId id, Attributes attributes, Entry entry) {
    if (known.contains(id)) {
      entries.add(entry);
    } else {
      doubtful.add(id);
      know(id, new Entry.Noted(id, Map.of(), attributes, List.of(), Removal.KEEP));
    }
  }

  private void gone(ResourceId id, Entry entry, int line) {
    known.remove(id);
    gone.put(id, line);
    entries.add(entry);
  }

  private void mention(ResourceId id, int line) {
    mentioned.merge(id, line, Math::max);
  }
}
