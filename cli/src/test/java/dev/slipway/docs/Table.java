package dev.slipway.docs;

import java.util.Arrays;
import java.util.List;

/** The rows of the tables in a document. */
final class Table {
  private Table() {}

  /**
   * The cells of each row whose first cell is code, without back quotes.
   *
   * @param path of the document
   */
  static List<List<String>> rows(String path) {
    return Repository.text(path)
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(
            line ->
                Arrays.stream(line.substring(1).split("(?<!\\\\)\\|", -1))
                    .map(cell -> cell.strip().replace("`", ""))
                    .filter(cell -> !cell.isEmpty())
                    .toList())
        .toList();
  }
}
