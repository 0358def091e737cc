package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.Assembly;
import io.herald.command.Running;
import io.herald.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of a post against Microsoft's own playground, whose people stand in playground.yml. */
@Tag("slow")
class TeamsPlaygroundTest {
  private static final String AMIRA = "29:1amira";
  private static final String CLARA = "29:1clara";
  private static final String CHAT = "a:1amira";
  private static final String APPROVALS = "19:approvals@thread.tacv2";
  private static final String HEADLINE = "Our garden opens on Friday";

  @TempDir Path data;

  private Running herald() throws Exception {
    int port = MicrosoftPlayground.freePort();
    return Assembly.of(
        Settings.read(
            Map.of(
                "HERALD_DATA", data.toString(),
                "HERALD_PORT", Integer.toString(port),
                "HERALD_OPERATIONS_PORT", "0",
                "HERALD_PUBLIC_URL", "http://127.0.0.1:" + port,
                "HERALD_TEAMS_DEVELOPMENT", "true",
                "HERALD_TEAMS_APPROVERS_CHANNEL", APPROVALS,
                "HERALD_ADMINS", "dan@acme.example",
                "HERALD_APPROVERS", "clara@acme.example",
                "HERALD_GRACE", "0s")));
  }

  private static ObjectNode inputs() {
    return MicrosoftPlayground.JSON.createObjectNode();
  }

  @Test
  void a_typed_draft_is_approved_by_another_and_comes_back_as_a_post() throws Exception {
    try (Running herald = herald();
        MicrosoftPlayground teams = MicrosoftPlayground.before(herald.address())) {
      teams.type(AMIRA, CHAT, "join");
      teams.sees("You have joined");

      teams.type(AMIRA, CHAT, "draft https://acme.example/garden Our garden is open.");
      JsonNode form = teams.sees("New draft", "Our garden is open.");
      ObjectNode filled =
          inputs()
              .put("link", "https://acme.example/garden")
              .put("headline", HEADLINE)
              .put("text", "Our garden is open.");
      MicrosoftPlayground.card(form)
          .findParents("choices")
          .forEach(each -> filled.put(each.path("id").asText(), each.path("value").asText()));
      teams.press(AMIRA, CHAT, form, "Submit", filled);

      JsonNode review = teams.sees(HEADLINE, "Waiting for an approver", "Approve");
      teams.press(CLARA, APPROVALS, review, "Approve", inputs());
      JsonNode decided = teams.sees(HEADLINE, "Approved by");
      assertThat(MicrosoftPlayground.card(decided).toString()).doesNotContain("\"Reject\"");

      JsonNode post = teams.sees(HEADLINE, "because you follow General");
      assertThat(MicrosoftPlayground.card(post).toString())
          .contains("Share on LinkedIn", herald.address() + "/s/");
    }
  }
}
