package io.herald.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes over the socket: JSON, a line each. The asker sends one list of words; the answer is
 * lines {@code {"out": …}} and {@code {"err": …}}, and in the end {@code {"exit": "0"}}.
 */
final class Wire {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** More than any command line has. */
  private static final int LONGEST = 256 * 1024;

  private final SocketChannel channel;
  private final BufferedReader lines;

  Wire(SocketChannel channel) {
    this.channel = channel;
    this.lines =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
  }

  void send(Object line) throws IOException {
    byte[] bytes = (written(line) + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (this) {
      for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
        channel.write(rest);
      }
    }
  }

  Optional<List<String>> words() throws IOException {
    return read(new TypeReference<>() {});
  }

  Optional<Map<String, String>> answer() throws IOException {
    return read(new TypeReference<>() {});
  }

  private <T> Optional<T> read(TypeReference<T> type) throws IOException {
    var line = new StringBuilder();
    for (int next = lines.read(); next != '\n'; next = lines.read()) {
      if (next < 0) {
        return Optional.empty();
      }
      if (line.length() == LONGEST) {
        throw new IOException("a line is too long");
      }
      line.append((char) next);
    }
    return Optional.of(JSON.readValue(line.toString(), type));
  }

  private static String written(Object line) {
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("only words go over the wire", e);
    }
  }
}
