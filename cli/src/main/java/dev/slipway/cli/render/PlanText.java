package dev.slipway.cli.render;

import dev.slipway.cli.render.PlanEntry.Action;
import dev.slipway.engine.plan.Change;
import dev.slipway.engine.plan.Known;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.Step;
import dev.slipway.engine.plan.StepId.Verb;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.spec.SpecTree;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as people read it: what is done to which resource, field by field, and a summary.
 *
 * @param verbose whether resources that stay as they are are listed too, and every field of what is
 *     made
 */
public record PlanText(Terminal terminal, boolean verbose) {
  private static final int INDENT = 6;
  private static final int MOST_FIELDS = 80;

  /** Lines, each with its line end. */
  public String render(Plan plan) {
    Map<Action, List<PlanEntry>> byAction = new EnumMap<>(Action.class);
    for (PlanEntry entry : PlanEntry.of(plan)) {
      byAction.computeIfAbsent(entry.action(), _ -> new ArrayList<>()).add(entry);
    }
    Page page = new Page(plan);
    byAction.forEach(
        (action, entries) -> {
          if (action != Action.KEEP || verbose) {
            page.section(action, entries);
          }
        });
    page.lines.add(style().bold(PlanSummary.of(plan)));
    return String.join("\n", page.lines) + "\n";
  }

  private Style style() {
    return Style.of(terminal);
  }

  /** One plan being written. */
  private final class Page {
    private final List<String> lines = new ArrayList<>();
    private final Known known = new Known();
    private final FieldLines fields;

    Page(Plan plan) {
      Map<ResourceId, Verb> verbs = new HashMap<>();
      for (Step step : plan.steps()) {
        verbs.put(step.id().resource(), step.id().verb());
        if (step.change() instanceof Change.Keep keep) {
          known.put(keep.id(), keep.attributes());
        }
      }
      fields =
          new FieldLines(
              style(), Glyphs.of(terminal), new ValueText(verbs), terminal.columns() - INDENT);
    }

    void section(Action action, List<PlanEntry> entries) {
      lines.add(style().bold(action.heading()));
      for (PlanEntry entry : entries) {
        String sign = Width.pad(action.sign(Glyphs.of(terminal)), 3);
        lines.add(style().paint(action.ink(), sign + " " + entry.id()));
        entry(entry);
      }
      lines.add("");
    }

    private void entry(PlanEntry entry) {
      switch (entry.changes().getLast()) {
        case Change.Create(Resource<?> resource, boolean _) -> {
          if (entry.changes().getFirst() instanceof Change.Delete replaced) {
            replacement(replaced, resource);
          } else {
            creation(SpecFields.of(known.resolve(resource.spec()).shown()));
          }
        }
        case Change.Update(Resource<?> _, var diff) ->
            diff.fields().forEach(field -> add(fields.change(field)));
        case Change.Delete delete ->
            Place.of(delete.attributes()).ifPresent(at -> add(List.of("removes " + at)));
        case Change.Forget(ResourceId _, Attributes attributes, Removal removal) ->
            add(List.of(Glyphs.of(terminal).plain(reason(attributes, removal))));
        case Change.Keep _ -> {}
      }
    }

    private void creation(Map<String, Object> made) {
      // Definitions of custom resources have thousands.
      int most = verbose || made.size() <= MOST_FIELDS + 1 ? made.size() : MOST_FIELDS;
      made.entrySet().stream()
          .limit(most)
          .forEach(field -> add(fields.field(field.getKey(), field.getValue())));
      if (made.size() > most) {
        add(
            List.of(
                style()
                    .dim(
                        "%s %d more fields, which -v shows"
                            .formatted(Glyphs.of(terminal).ellipsis(), made.size() - most))));
      }
    }

    private void replacement(Change.Delete before, Resource<?> after) {
      Spec spec = known.resolve(after.spec());
      Spec former = SpecTree.decode(before.spec(), spec.getClass());
      List<FieldChange> changes = SpecFields.changes(former.shown(), spec.shown());
      if (changes.isEmpty()) {
        add(List.of("its definition is the same; what is there differs from it"));
      }
      changes.forEach(change -> add(fields.change(change)));
    }

    private static String reason(Attributes attributes, Removal removal) {
      return switch (removal) {
        case DELETE -> "it is gone already";
        case KEEP ->
            "its data is kept" + Place.of(attributes).map(place -> ": " + place).orElse("");
      };
    }

    private void add(List<String> more) {
      more.forEach(line -> lines.add(" ".repeat(INDENT) + line));
    }
  }
}
