package dev.slipway.kubernetes.release;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Makes a revision in Helm's form of what a spec says. */
record ReleaseContent(ReleaseSpec spec, Call call) {
  /** What an API server takes at most as a Secret's data, in bytes. */
  private static final int LARGEST = 1 << 20;

  /**
   * The whole release.
   *
   * @param number of the revision
   * @param first when the release was first made
   */
  Map<String, Object> revision(int number, String first, Instant now) {
    Map<String, String> values = new TreeMap<>();
    spec.holes().forEach((marker, value) -> values.put(marker, plain(value)));
    ReleaseText text = new ReleaseText(values);
    Map<String, Object> content = ReleaseCodec.parse(plain(spec.content()));
    Map<String, Object> release = new LinkedHashMap<>();
    release.put("name", spec.name());
    release.put("info", info(number, first, now, text.filled(notes(content))));
    release.put("chart", text.tree(content.getOrDefault("chart", Map.of())));
    release.put("config", text.tree(content.getOrDefault("config", Map.of())));
    release.put("manifest", text.manifest(Objects.toString(content.get("manifest"), "")));
    List<Object> hooks = new ArrayList<>();
    if (content.get("hooks") instanceof List<?> list) {
      list.forEach(hook -> hooks.add(hook((Map<?, ?>) hook, text)));
    }
    release.put("hooks", hooks);
    release.put("version", number);
    release.put("namespace", spec.namespace());
    // Helm 4 then goes on with server-side apply, as Slipway does; Helm 3 passes over it.
    release.put("apply_method", "ssa");
    return release;
  }

  /** The release encoded; without the chart's own files if it would be too large with them. */
  String encoded(Map<String, Object> release) {
    String encoded = ReleaseCodec.encode(release);
    if (ReleaseCodec.size(encoded) <= LARGEST) {
      return encoded;
    }
    // A rollback goes by the manifest and the hooks; the templates are never rendered again.
    Map<Object, Object> chart = new LinkedHashMap<>((Map<?, ?>) release.get("chart"));
    chart.put("templates", List.of());
    chart.put("files", List.of());
    Map<String, Object> slim = new LinkedHashMap<>(release);
    slim.put("chart", chart);
    encoded = ReleaseCodec.encode(slim);
    if (ReleaseCodec.size(encoded) > LARGEST) {
      throw ReleaseProblems.tooLarge(spec, ReleaseCodec.size(encoded)).asException();
    }
    return encoded;
  }

  private static Map<String, Object> info(int number, String first, Instant now, String notes) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("first_deployed", first);
    info.put("last_deployed", now.toString());
    info.put("description", number == 1 ? "Installed by Slipway" : "Upgraded by Slipway");
    info.put("status", Revision.DEPLOYED);
    info.put("notes", notes);
    return info;
  }

  private static String notes(Map<String, Object> content) {
    return content.get("info") instanceof Map<?, ?> info
        ? Objects.toString(info.get("notes"), "")
        : "";
  }

  private static Object hook(Map<?, ?> hook, ReleaseText text) {
    Map<Object, Object> copy = new LinkedHashMap<>(hook);
    copy.put("manifest", text.manifest(Objects.toString(hook.get("manifest"), "")));
    return copy;
  }

  private String plain(Value<String> value) {
    return value instanceof Value.Secret<String>(String name, String _)
        ? call.secrets().reveal(name)
        : value.get();
  }
}
