package io.herald.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a test needs of the machine. Where it is missing the test is skipped with the reason, or
 * fails with it when {@code HERALD_TEST_NO_SKIP=1}.
 */
public final class Needs {
  private Needs() {}

  /** A browser for pages: Chromium, or its relatives. */
  public static Path chromium() {
    return program("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  }

  public static Path node() {
    return program("node");
  }

  /** A package that {@code src/test/node} asks npm for; scripts/test has it put there. */
  public static Path npmPackage(String name) {
    Path directory = Path.of("src/test/node/node_modules", name);
    return Files.isDirectory(directory)
        ? directory.toAbsolutePath()
        : missing("the npm package " + name);
  }

  /** The first of some programs that the PATH has. */
  public static Path program(String... names) {
    return List.of(names).stream()
        .flatMap(name -> onPath(name).stream())
        .findFirst()
        .orElseGet(() -> missing(String.join(" or ", names)));
  }

  private static Optional<Path> onPath(String name) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path missing(String what) {
    String message = "needs " + what + ", which is not here";
    return "1".equals(System.getenv("HERALD_TEST_NO_SKIP")) ? fail(message) : abort(message);
  }
}
