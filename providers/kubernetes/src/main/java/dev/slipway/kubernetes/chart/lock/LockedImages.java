package dev.slipway.kubernetes.chart.lock;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.Provider.Purpose;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Holds images to the digests that their tags stood for when they were first planned. An image
 * whose registry didn't answer then stays with its tag, so that a plan doesn't change by itself.
 */
public final class LockedImages {
  /** Leaves every image as it is. */
  public static final LockedImages NONE = new LockedImages();

  private static final String BY_TAG = "by-tag";

  private final Optional<LockFile> lock;
  private final boolean ask;

  /**
   * @param purpose what is to be removed isn't looked up
   */
  public LockedImages(LockFile lock, Purpose purpose) {
    this.lock = Optional.of(lock);
    this.ask = purpose == Purpose.UP;
  }

  private LockedImages() {
    this.lock = Optional.empty();
    this.ask = false;
  }

  /**
   * Looks up and locks the images that objects name for the first time.
   *
   * @param unknown markers of values that are not known yet
   * @return what could not be looked up, in one notice
   */
  public List<Diagnostic> lookUp(Collection<ApiObject> objects, Collection<String> unknown) {
    if (lock.isEmpty() || !ask) {
      return List.of();
    }
    LockFile file = lock.get();
    SortedSet<String> fresh = new TreeSet<>();
    objects.forEach(
        object ->
            images(
                object.tree(),
                false,
                image -> {
                  fresh.add(image);
                  return image;
                }));
    fresh.removeIf(
        image ->
            image.isBlank()
                || image.contains("@")
                || unknown.stream().anyMatch(image::contains)
                || file.image(image).isPresent());
    if (fresh.isEmpty()) {
      return List.of();
    }
    try (ImageRegistry registry = new ImageRegistry();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String image : fresh) {
        threads.execute(
            () -> file.lockImage(image, registry.digest(ImageName.of(image)).orElse(BY_TAG)));
      }
    }
    file.write();
    List<String> byTag =
        fresh.stream().filter(i -> file.image(i).equals(Optional.of(BY_TAG))).toList();
    return byTag.isEmpty() ? List.of() : List.of(notice(byTag, file));
  }

  /** The object with every image that is locked held to its digest. */
  public ApiObject held(ApiObject object) {
    return lock.isEmpty() ? object : new ApiObject(cast(images(object.tree(), false, this::held)));
  }

  private String held(String image) {
    return lock.flatMap(file -> file.image(image))
        .filter(digest -> digest.startsWith("sha256:"))
        .map(digest -> image + "@" + digest)
        .orElse(image);
  }

  /** Changes the images of containers, wherever in a tree their lists stand. */
  private static Object images(Object tree, boolean container, UnaryOperator<String> change) {
    return switch (tree) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new TreeMap<>();
        map.forEach(
            (key, value) ->
                copy.put(
                    key.toString(),
                    container && key.equals("image") && value instanceof String image
                        ? change.apply(image)
                        : images(
                            value, List.of("containers", "initContainers").contains(key), change)));
        yield copy;
      }
      case List<?> list -> list.stream().map(item -> images(item, container, change)).toList();
      default -> tree;
    };
  }

  private static Diagnostic notice(List<String> images, LockFile lock) {
    return Diagnostic.environment(
        "LOCK-IMAGE-BY-TAG",
        "Images are not held to a digest",
        "No registry told the digests of "
            + String.join(", ", images)
            + ", so "
            + lock.file()
            + " holds them to their tags only.",
        "Nothing needs to be done. To have one looked up again, remove its entry from the lock"
            + " file.");
  }

  @SuppressWarnings("unchecked") // a map stays a map
  private static Map<String, Object> cast(Object tree) {
    return (Map<String, Object>) tree;
  }
}
