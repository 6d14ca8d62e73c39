package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.docs.Codes.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documents say nothing of files, codes and dependencies that isn't so. */
class DocsTest {
  private static final String DIAGNOSTICS = "docs/diagnostics.md";

  /** A name with a part to be filled in, like {@code <Kind>Spec.java}, is no file. */
  private static final Pattern JAVA_FILE = Pattern.compile("(?<![\\w./>-])[\\w./-]*\\w\\.java\\b");

  /** What a command writes, which may not have been run here yet. */
  private static final Set<String> WRITTEN = Set.of("bench/RESULTS.md");

  private static final Pattern PATH =
      Pattern.compile(
          "`((?:engine|providers|blueprints|cli|lab|bench|docs|build|examples|\\.ci)/[\\w./-]+)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern CODE = Pattern.compile("(?<![\\w$-])" + Codes.FORM + "(?![\\w-])");

  /** Names that look like codes and are none. */
  private static final Pattern STANDARD =
      Pattern.compile("(SHA|UTF|CRC|AES|HMAC|HKDF|ISO|RFC|HTTP|TLS|P|X|VT)-.*");

  @Test
  void javaFilesAreThere() {
    Set<String> names =
        Repository.sources().stream().map(Repository::name).collect(Collectors.toSet());
    assertThat(
            mentions(
                JAVA_FILE,
                file ->
                    file.contains("/")
                        ? Files.isRegularFile(Repository.ROOT.resolve(file))
                        : names.contains(file)))
        .as("Java files that documents mention and that are not there")
        .isEmpty();
  }

  @Test
  void pathsAndLinksLeadSomewhere() {
    assertThat(mentions(PATH, path -> Files.exists(Repository.ROOT.resolve(path))))
        .as("paths that documents mention and that are not there")
        .isEmpty();
    List<String> broken = new ArrayList<>();
    for (Path document : Repository.documents()) {
      Matcher links = LINK.matcher(Repository.text(document));
      while (links.find()) {
        String link = links.group(1);
        if (!WRITTEN.contains(link) && !Files.exists(document.resolveSibling(link))) {
          broken.add(Repository.name(document) + ": " + link);
        }
      }
    }
    assertThat(broken).as("links that lead nowhere").isEmpty();
  }

  @Test
  void codesAreInTheSources() {
    Set<String> known = Codes.all().keySet();
    assertThat(mentions(CODE, code -> known.contains(code) || STANDARD.matcher(code).matches()))
        .as("codes that documents mention and no source has")
        .isEmpty();
  }

  @Test
  void everyCodeIsListedWithItsFaultItsSummaryAndItsPlace() {
    Map<String, List<String>> rows =
        Table.rows(DIAGNOSTICS).stream().collect(Collectors.toMap(List::getFirst, row -> row));
    List<String> wrong = new ArrayList<>();
    for (Code code : Codes.all().values()) {
      List<String> row = rows.getOrDefault(code.code(), List.of());
      if (row.size() != 4
          || code.fault().filter(fault -> !fault.equals(row.get(1))).isPresent()
          || code.summary().filter(summary -> !summary.equals(row.get(2))).isPresent()
          || !code.files().contains(row.get(3))) {
        wrong.add(code + " is listed as " + row);
      }
    }
    assertThat(wrong).as("rows to be mended in %s", DIAGNOSTICS).isEmpty();
  }

  @Test
  void everyDependencyHasItsReason() {
    Set<String> listed =
        Table.rows("docs/dependencies.md").stream()
            .map(List::getFirst)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed).isEqualTo(Poms.artifacts());
  }

  private static List<String> mentions(Pattern pattern, Predicate<String> isRight) {
    List<String> wrong = new ArrayList<>();
    for (Path document : Repository.documents()) {
      Matcher found = pattern.matcher(Repository.text(document));
      while (found.find()) {
        String mentioned = found.group(found.groupCount() > 0 ? 1 : 0);
        if (!isRight.test(mentioned)) {
          wrong.add(Repository.ROOT.relativize(document) + ": " + mentioned);
        }
      }
    }
    return wrong;
  }
}
