package dev.slipway.cli.render;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A terminal as far as our output uses one: what a user would see, the scrolled part included. */
final class Screen {
  private static final Pattern CODE = Pattern.compile("\\x1b\\[(\\??)([0-9;]*)([A-Za-z])");

  private final int columns;
  private final int rows;
  private final List<StringBuilder> lines = new ArrayList<>();
  private final Bytes bytes = new Bytes();
  private int row;
  private int column;
  private boolean wraps = true;
  private boolean cursorShown = true;
  private int writes;

  Screen(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    lines.add(new StringBuilder());
  }

  /** Where to write. */
  PrintStream stream() {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  synchronized String text() {
    return lines.stream()
            .map(line -> line.toString().stripTrailing())
            .collect(Collectors.joining("\n"))
            .stripTrailing()
        + "\n";
  }

  synchronized boolean cursorShown() {
    return cursorShown;
  }

  /** Number of writes that reached the terminal. */
  synchronized int writes() {
    return writes;
  }

  private synchronized void show(String text) {
    writes++;
    Matcher code = CODE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '\u001b') {
        if (!code.region(at, text.length()).lookingAt()) {
          throw new AssertionError("unknown escape code at " + text.substring(at));
        }
        control(code.group(1) + code.group(3), code.group(2));
        at = code.end();
      } else {
        int point = text.codePointAt(at);
        put(point);
        at += Character.charCount(point);
      }
    }
  }

  private void control(String kind, String argument) {
    switch (kind) {
      case "A" -> {
        row -= Integer.parseInt(argument);
        if (row < Math.max(0, lines.size() - rows)) {
          throw new AssertionError("the cursor was moved out of the terminal");
        }
      }
      case "K" -> line().setLength(Math.min(line().length(), column));
      case "J" -> {
        line().setLength(Math.min(line().length(), column));
        lines.subList(row + 1, lines.size()).clear();
      }
      case "?h", "?l" -> {
        boolean on = kind.equals("?h");
        switch (argument) {
          case "25" -> cursorShown = on;
          case "7" -> wraps = on;
          default -> throw new AssertionError("unknown mode " + argument);
        }
      }
      case "m" -> {}
      default -> throw new AssertionError("unknown code " + kind);
    }
  }

  private void put(int point) {
    switch (point) {
      case '\n' -> {
        row++;
        column = 0;
        if (row == lines.size()) {
          lines.add(new StringBuilder());
        }
      }
      case '\r' -> column = 0;
      default -> {
        if (column >= columns) {
          if (!wraps) {
            throw new AssertionError("wider than the terminal: " + line());
          }
          put('\n');
        }
        while (line().length() < column) {
          line().append(' ');
        }
        line().replace(column, Math.min(column + 1, line().length()), Character.toString(point));
        column++;
      }
    }
  }

  private StringBuilder line() {
    return lines.get(row);
  }

  /** Each flush is one write. */
  private final class Bytes extends ByteArrayOutputStream {
    @Override
    public synchronized void flush() {
      if (size() > 0) {
        String text = toString(StandardCharsets.UTF_8);
        reset();
        show(text);
      }
    }
  }
}
