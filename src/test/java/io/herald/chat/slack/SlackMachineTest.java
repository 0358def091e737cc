package io.herald.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the SDK takes from the machine it runs on, and Herald does not. */
class SlackMachineTest {

  /** Java 17 takes its charset from the locale; java-slack-sdk 1113: and Bolt its mode. */
  @Test
  void neither_charset_nor_environment_changes_how_requests_are_taken() throws Exception {
    var start =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-Dfile.encoding=US-ASCII",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            StrangeMachine.class.getName());
    start.environment().put("LC_ALL", "C");
    start.environment().put("SLACK_CLIENT_ID", "1.2");
    start.environment().put("SLACK_CLIENT_SECRET", "a secret");
    start.environment().put("SLACK_BOT_TOKEN", "xoxb-of-another-app");
    start.environment().put("SLACK_SIGNING_SECRET", "of another app");
    start.environment().put("SLACK_APP_PATH", "/elsewhere");
    start.environment().put("HTTPS_PROXY", "http://127.0.0.1:1");
    start.environment().put("HTTP_PROXY", "http://127.0.0.1:1");
    start.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = start.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said.lines())
        .contains("event 200", "OpenHome[]", "Type[text=caf\\e9 \\d83c\\df89]", "calls 1");
  }
}
