package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.Assembly;
import io.herald.command.Running;
import io.herald.settings.Settings;
import io.herald.testkit.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole story as a newcomer plays it: a sandbox, a browser, four people. What they do stands in
 * {@code src/test/node/story.mjs} and {@code teams-story.mjs}.
 */
@Tag("slow")
class SandboxStoryTest {
  /** The story has bounds of its own; this one is for a browser that does not heed them. */
  private static final long SECONDS = 230;

  /** Long enough for a slow machine to press Undo. */
  private static final String GRACE = "8s";

  @TempDir Path data;

  @Test
  void four_people_take_a_post_from_draft_to_share_and_back() throws Exception {
    played("story.mjs");
  }

  @Test
  void the_same_people_draft_decide_and_share_in_teams_and_slack_follows() throws Exception {
    played("teams-story.mjs");
  }

  private void played(String story) throws Exception {
    String chromium = Needs.chromium().toString();
    String node = Needs.node().toString();
    Needs.npmPackage("playwright-core");
    Needs.npmPackage("axe-core");
    Path picture = Path.of("target", "sandbox-story.png").toAbsolutePath();
    Path told = Path.of("target", "sandbox-story.log").toAbsolutePath();
    Files.deleteIfExists(picture);
    try (Running herald = sandbox()) {
      var play =
          new ProcessBuilder(
                  node, "src/test/node/" + story, herald.address() + "/sandbox", picture.toString())
              .redirectErrorStream(true)
              .redirectOutput(told.toFile());
      play.environment().put("CHROMIUM", chromium);
      int code = bounded(play.start());
      assertThat(code)
          .as("%s%nThe page when it failed: %s", Files.readString(told), picture)
          .isZero();
    }
  }

  private Running sandbox() {
    return Assembly.of(
        Settings.read(
            Map.of(
                "HERALD_DATA",
                data.toString(),
                "HERALD_PORT",
                "0",
                "HERALD_OPERATIONS_PORT",
                "0",
                "HERALD_GRACE",
                GRACE)));
  }

  /** How a process ends; one that does not end takes its browser with it. */
  private static int bounded(Process process) throws InterruptedException, IOException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }
}
