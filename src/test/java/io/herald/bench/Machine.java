package io.herald.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What the figures were measured on, and what processes cost (Linux only). */
final class Machine {
  private static final Path PROC = Path.of("/proc");

  /** What the kernel counts in, on every Linux that Java runs on. */
  private static final long MICROS_PER_TICK = 10_000;

  private Machine() {}

  static String describe() throws IOException {
    String cpu = value(PROC.resolve("cpuinfo"), "model name");
    String memory = value(PROC.resolve("meminfo"), "MemTotal");
    String load = Files.readString(PROC.resolve("loadavg")).strip();
    return String.format(
        "%s · %d CPUs (%s) · memory %s · Linux %s · Java %s · load %s",
        Instant.now(),
        Runtime.getRuntime().availableProcessors(),
        cpu,
        memory,
        System.getProperty("os.version"),
        System.getProperty("java.version"),
        load);
  }

  private static String value(Path file, String key) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("?");
  }

  /** The CPU time that a process and all its children have taken, in microseconds. */
  static long cpuMicros(long pid) {
    return own(pid)
        + ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::descendants)
            .mapToLong(child -> own(child.pid()))
            .sum();
  }

  /**
   * The same of a JVM without what its compiler has taken, in microseconds: that compiles the code
   * once, and not for each piece of work.
   */
  static long warmMicros(long pid) {
    try (Stream<Path> threads = Files.list(PROC.resolve(pid + "/task"))) {
      return cpuMicros(pid)
          - threads
              .filter(thread -> name(thread).matches("C[12] Compiler.*"))
              .mapToLong(Machine::own)
              .sum();
    } catch (IOException gone) {
      return 0;
    }
  }

  private static String name(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).strip();
    } catch (IOException gone) {
      return "";
    }
  }

  /** What lives on the heap of a JVM, after everything else was collected. */
  static long liveBytes(long pid) {
    try {
      String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
      Process asked =
          new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String total = "";
      try (var lines = asked.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          total = line.startsWith("Total") ? line : total;
        }
      }
      return Long.parseLong(total.strip().split("\\s+")[2]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long own(long pid) {
    return own(PROC.resolve(Long.toString(pid)));
  }

  /** Of a process, or of one of its threads. */
  private static long own(Path task) {
    try {
      String stat = Files.readString(task.resolve("stat"));
      List<String> fields =
          Stream.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ")).toList();
      long ticks = Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
      return ticks * MICROS_PER_TICK;
    } catch (IOException gone) {
      return 0;
    }
  }
}
