package dev.slipway.aws.logs.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogGroupsTest {
  @Test
  void namesInAFolderAreListedTogether() {
    assertThat(LogGroups.beginnings(Set.of("/aws/eks/c/cluster", "/app/a", "/app/b", "plain")))
        .containsExactlyInAnyOrder(
            Optional.of("/aws/eks/c/"), Optional.of("/app/"), Optional.of("plain"));
  }

  @Test
  void ofManyFoldersWhatTheyShareIsListed() {
    assertThat(LogGroups.beginnings(folders("/app/"))).containsExactly(Optional.of("/app/"));
    assertThat(LogGroups.beginnings(folders(""))).containsExactly(Optional.empty());
  }

  private static Set<String> folders(String before) {
    return IntStream.range(0, 10)
        .mapToObj(i -> before + (char) ('a' + i) + "/group")
        .collect(Collectors.toSet());
  }
}
