package io.herald.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares what is drawn with what was looked at and found good. */
final class Golden {
  private static final Path HOME = Path.of("src/test/resources/io/herald/chat/teams");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Golden() {}

  /** Started with {@code -Dherald.golden=write}, writes the file instead; then look at the diff. */
  static void check(String name, JsonNode drawn) {
    Path file = HOME.resolve(name + ".json");
    try {
      String now = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(drawn) + "\n";
      if ("write".equals(System.getProperty("herald.golden"))) {
        Files.createDirectories(HOME);
        Files.writeString(file, now);
      }
      assertThat(now).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
