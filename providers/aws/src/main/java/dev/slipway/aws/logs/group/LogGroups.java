package dev.slipway.aws.logs.group;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** Lists log groups, fifty at a time. */
record LogGroups(CloudWatchLogsClient logs) {
  private static final int PAGE = 50;

  /** With more beginnings than this, one that they share is listed instead. */
  private static final int BEGINNINGS = 8;

  /** Those that have one of some names, by name. */
  Map<String, LogGroup> named(Set<String> names) {
    if (names.size() == 1) {
      return one(names.iterator().next());
    }
    Map<String, LogGroup> found = new HashMap<>();
    for (Optional<String> beginning : beginnings(names)) {
      logs
          .describeLogGroupsPaginator(
              request -> request.logGroupNamePrefix(beginning.orElse(null)).limit(PAGE))
          .stream()
          .flatMap(page -> page.logGroups().stream())
          .filter(group -> names.contains(group.logGroupName()))
          .forEach(group -> found.put(group.logGroupName(), group));
    }
    return found;
  }

  /** The list is sorted: the name itself comes before those that begin with it. */
  private Map<String, LogGroup> one(String name) {
    return logs
        .describeLogGroups(request -> request.logGroupNamePrefix(name).limit(1))
        .logGroups()
        .stream()
        .filter(group -> group.logGroupName().equals(name))
        .collect(Collectors.toMap(LogGroup::logGroupName, group -> group));
  }

  /** What the names begin with; empty if that is nothing, since an empty prefix is refused. */
  static Collection<Optional<String>> beginnings(Set<String> names) {
    Set<String> folders = new TreeSet<>();
    names.forEach(name -> folders.add(folder(name)));
    Collection<String> chosen = folders.size() <= BEGINNINGS ? folders : List.of(shared(names));
    return chosen.stream()
        .map(beginning -> Optional.of(beginning).filter(text -> !text.isEmpty()))
        .toList();
  }

  private static String folder(String name) {
    int slash = name.lastIndexOf('/');
    return slash > 0 ? name.substring(0, slash + 1) : name;
  }

  private static String shared(Collection<String> names) {
    TreeSet<String> sorted = new TreeSet<>(names);
    String first = sorted.first();
    String last = sorted.last();
    int length = 0;
    while (length < Math.min(first.length(), last.length())
        && first.charAt(length) == last.charAt(length)) {
      length++;
    }
    return first.substring(0, length);
  }
}
