package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.Assembly;
import io.herald.command.Running;
import io.herald.sandbox.teams.TeamsActor;
import io.herald.sandbox.teams.TeamsDouble;
import io.herald.sandbox.teams.TeamsForm;
import io.herald.sandbox.teams.TeamsMessage;
import io.herald.sandbox.teams.TeamsOutcome;
import io.herald.sandbox.teams.TeamsSetup;
import io.herald.settings.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole Herald that is in Teams alone, tried without a registration. */
class TeamsAloneTest {
  @TempDir Path data;

  private final TeamsDouble teams =
      TeamsDouble.start(TeamsSetup.with(InstantSource.system(), new Random(1)).withoutTokens());
  private Running herald;

  @BeforeEach
  void start() {
    teams.addPerson("Amira Haddad");
    teams.addPerson("Ben Okafor");
    teams.addPerson("Clara Novak");
    teams.addPerson("Dan Lindqvist");
    teams.addChannel("approvals");
    Map<String, String> settings = new HashMap<>();
    settings.put("HERALD_TEAMS_DEVELOPMENT", "true");
    settings.put("HERALD_DATA", data.toString());
    settings.put("HERALD_PORT", "0");
    settings.put("HERALD_OPERATIONS_PORT", "0");
    settings.put("HERALD_PUBLIC_URL", "http://127.0.0.1");
    settings.put("HERALD_GRACE", "1s");
    settings.put("HERALD_ADMINS", "dan@acme.example");
    settings.put("HERALD_APPROVERS", "clara@acme.example");
    settings.put("HERALD_TEAMS_APPROVERS_CHANNEL", teams.channel("approvals").id());
    herald = Assembly.of(Settings.read(settings));
    teams.deliverTo(herald.address().resolve("/api/messages"));
    // Only now is it known where the tenant is.
    dan().addToTeam();
  }

  @AfterEach
  void end() {
    herald.close();
    teams.close();
  }

  private TeamsActor amira() {
    return teams.as("Amira");
  }

  private TeamsActor ben() {
    return teams.as("Ben");
  }

  private TeamsActor clara() {
    return teams.as("Clara");
  }

  private TeamsActor dan() {
    return teams.as("Dan");
  }

  @Test
  void from_a_draft_to_a_share_and_back() {
    ben().type("join");
    ben().hears("Hello, I am Herald");
    ben().hears("You have joined");

    amira().type("draft https://acme.example/garden Our garden is open.");
    TeamsForm form = amira().form(amira().hears("New draft"));
    assertThat(form.text("Post text")).isEqualTo("Our garden is open.");
    form.press("Submit");
    assertThat(form.errors()).containsEntry("Headline", "A headline is missing.");
    TeamsOutcome sent = form.fill("Headline", "The garden").press("Submit");
    assertThat(sent.shown()).contains("taken");
    amira().hears("Your draft is in review");

    TeamsMessage review = clara().sees("approvals", "Waiting for");
    assertThat(review.shown()).contains("The garden", "Our garden is open.");
    assertThat(ben().press("Approve", review).says()).startsWith("Only");
    clara().press("Request changes", review);
    TeamsForm reason = clara().form(review);
    reason.press("Cancel");
    TeamsOutcome approved = clara().press("Approve", review);
    assertThat(approved.shown()).contains("Approved by @Clara Novak");
    assertThat(amira().press("Read all", review).shown()).contains("acme.example/garden");

    TeamsMessage post = ben().hears("because you follow General");
    assertThat(post.shown()).contains("The garden");
    TeamsForm card = ben().form(post);
    assertThat(card.buttons())
        .containsExactly(
            "Share on LinkedIn",
            "Share on X",
            "Share on Facebook",
            "More…",
            "Edit the words",
            "Not for me");
    assertThat(card.link("Share on LinkedIn").orElseThrow()).contains("/s/");
    assertThat(ben().press("More…", post).shown()).contains("Our garden is open.");
    assertThat(ben().form(post).press("Back").shown()).contains("because you follow General");
    ben().press("Edit the words", post);
    ben().form(post).fill("Your words", "Come and see our garden.").press("Save");
    ben().hears("Come and see our garden.");

    clara().sees("approvals", "It is live");
    dan().type("feed");
    TeamsMessage feed = dan().hears("The garden");
    dan().press("Withdraw", feed);
    dan().form(feed).fill("Why", "A wrong date").press("Send");
    ben().hears("A wrong date");
    clara().sees("approvals", "Withdrawn: A wrong date");
    assertThat(teams.ledger().refusals()).isEmpty();
    assertThat(teams.ledger().duplicates()).isEmpty();
  }

  @Test
  void an_admin_arranges_in_the_channel_and_is_answered_alone() {
    dan().install();
    // Who is an admin by the settings is looked up in the background, once Teams has been heard of.
    String said = "";
    for (int tries = 0; tries < 100 && !said.contains("approvals"); tries++) {
      int before = dan().chatWithBot().size();
      dan().mention("approvals", "use this channel for approvals");
      said =
          teams.await(
              "an answer",
              () ->
                  dan().chatWithBot().stream()
                      .skip(before)
                      .map(TeamsMessage::shown)
                      .filter(words -> words.contains("admin") || words.contains("approvals"))
                      .findFirst());
    }
    assertThat(said).contains("approvals");
    dan().type("topic add Hiring");
    dan().hears("Hiring");
    dan().type("topci");
    dan().hears("topic");
    assertThat(teams.messagesIn("approvals"))
        .noneMatch(message -> message.from().startsWith("28:"));
  }

  @Test
  void a_draft_comes_from_a_message_through_the_extension() {
    amira().install();
    TeamsMessage said = ben().say("approvals", "We hire! https://acme.example/jobs");
    amira().extension("submitDraft", said);
    TeamsForm dialog = amira().dialog();
    assertThat(dialog.text("Link")).isEqualTo("https://acme.example/jobs");
    dialog.fill("Headline", "We hire").press("Submit");

    assertThat(amira().hasDialog()).isFalse();
    clara().sees("approvals", "We hire");
  }
}
