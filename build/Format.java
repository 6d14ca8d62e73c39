import com.google.googlejavaformat.java.Formatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats every Java source of the project, or checks that it is formatted.
 *
 * <p>Arguments: {@code check} or {@code write}, and the project's folder. Run by {@code mvn verify}
 * (check) and by {@code mvn process-classes -N -Dformat=write} (write), on the JDK of the
 * toolchain: the formatter parses with the compiler of the JDK that runs it.
 */
public final class Format {
  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    Path root = Path.of(args[1]);
    List<Path> wrong = new ArrayList<>();
    Formatter formatter = new Formatter();
    for (Path file : sources(root)) {
      String before = Files.readString(file);
      String after = formatter.formatSourceAndFixImports(before);
      if (!after.equals(before)) {
        wrong.add(root.relativize(file));
        if (write) {
          Files.writeString(file, after);
        }
      }
    }
    if (write) {
      System.out.println("formatted " + wrong.size() + " file(s)");
    } else if (!wrong.isEmpty()) {
      System.err.println("These files are not formatted:");
      wrong.forEach(file -> System.err.println("  " + file));
      System.err.println("Format them with:\n  mvn process-classes -N -Dformat=write");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws Exception {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !root.relativize(file).toString().matches("(.*/)?(target|\\.slipway)/.*"))
          .sorted()
          .toList();
    }
  }
}
