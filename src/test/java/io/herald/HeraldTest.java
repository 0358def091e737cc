package io.herald;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Herald as a process of its own, started and ended as a supervisor does it. */
@Timeout(60)
class HeraldTest {
  @TempDir Path directory;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end_what_was_started() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void with_nothing_set_the_sandbox_opens_and_sigterm_ends_it_in_order() throws Exception {
    Process herald = herald();
    URI sandbox = opened(herald);

    assertThat(sandbox.getHost()).isEqualTo("127.0.0.1");
    assertThat(sandbox.getPath()).isEqualTo("/sandbox");
    assertThat(get(sandbox.resolve("/health/ready"))).isEqualTo("{\"status\":\"up\"}");

    herald.destroy();
    assertThat(herald.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(errors()).contains("Ended in order").doesNotContain("ERROR");
  }

  @Test
  void wrong_settings_end_it_with_78_and_all_their_names() throws Exception {
    Process herald = herald("HERALD_GRACE=soon", "HERALD_PRT=1");

    assertThat(herald.waitFor()).isEqualTo(78);
    assertThat(errors()).contains("HERALD_GRACE", "HERALD_PRT", "HERALD_PORT?");
  }

  @Test
  void a_taken_port_is_said_in_one_line() throws Exception {
    try (var taken = new ServerSocket(0)) {
      Process herald = herald("HERALD_PORT=" + taken.getLocalPort());

      assertThat(herald.waitFor()).isEqualTo(1);
      assertThat(errors())
          .contains("Port " + taken.getLocalPort())
          .doesNotContain("\tat io.herald");
    }
  }

  @Test
  void fresh_is_for_the_sandbox_alone() throws Exception {
    Process herald =
        herald(
            List.of("serve", "--fresh"),
            "SLACK_BOT_TOKEN=xoxb-1",
            "SLACK_SIGNING_SECRET=0123456789abcdef",
            "HERALD_PUBLIC_URL=https://herald.example.com");

    assertThat(herald.waitFor()).isEqualTo(1);
    assertThat(errors()).contains("--fresh is for the sandbox");
  }

  @Test
  void fresh_begins_the_sandbox_anew() throws Exception {
    Path left = directory.resolve("sandbox/left");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "from before");
    Path real = directory.resolve("other");
    Files.writeString(real, "not the sandbox's");

    Process herald = herald(List.of("serve", "--fresh"));
    opened(herald);

    assertThat(left).doesNotExist();
    assertThat(real).exists();
  }

  private Process herald(String... environment) throws IOException {
    return herald(List.of(), environment);
  }

  private Process herald(List<String> arguments, String... environment) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.add("io.herald.Herald");
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.matches("(HERALD|SLACK|Microsoft).*"));
    builder.environment().put("HERALD_PORT", "0");
    builder.environment().put("HERALD_OPERATIONS_PORT", "0");
    builder.environment().put("HERALD_DATA", directory.toString());
    for (String pair : environment) {
      builder.environment().put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
    }
    builder.redirectError(directory.resolve("errors").toFile());
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static URI opened(Process herald) throws IOException {
    // Left open: closing the reader would close Herald's standard output.
    BufferedReader out = herald.inputReader();
    String line = out.readLine();
    assertThat(line).startsWith("Open http://");
    return URI.create(line.substring("Open ".length()));
  }

  private String errors() throws IOException {
    return Files.readString(directory.resolve("errors"));
  }

  private static String get(URI uri) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
