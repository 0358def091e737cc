package io.herald.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process: a JVM with this class path and memory of its own, or any other program. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  private Child(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static Child java(List<String> options, Class<?> main, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new Child(command);
  }

  static Child program(String... command) throws IOException {
    return new Child(List.of(command));
  }

  long pid() {
    return process.pid();
  }

  /** The rest of the next line that begins with a word; an end before it is an error. */
  String says(String word) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(word + " ")) {
        return line.substring(word.length() + 1);
      }
      System.out.println("  " + line);
    }
    throw new IOException("ended without a word of " + word);
  }

  /** Says a line to it. */
  void tell(String line) throws IOException {
    BufferedWriter hears = process.outputWriter();
    hears.write(line + "\n");
    hears.flush();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
