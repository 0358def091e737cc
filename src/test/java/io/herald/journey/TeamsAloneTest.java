package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.command.Running;
import io.herald.sandbox.teams.TeamsDouble;
import io.herald.sandbox.teams.TeamsForm;
import io.herald.sandbox.teams.TeamsMessage;
import io.herald.sandbox.teams.TeamsOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A whole Herald that is in Teams alone, tried without a registration. */
class TeamsAloneTest {
  private final Tenant tenant = new Tenant();
  private final TeamsDouble teams = tenant.teams;
  private final Running herald = tenant.start(Face.alone(tenant));

  @AfterEach
  void end() {
    herald.close();
    tenant.close();
  }

  @Test
  void a_post_card_opens_what_it_offers_in_its_own_place() {
    tenant.ben().type("join");
    tenant.ben().hears("Hello, I am Herald");
    tenant.ben().hears("You have joined");
    tenant.draft(tenant.amira(), "The garden");

    TeamsMessage review = tenant.clara().sees("approvals", "Waiting for");
    tenant.clara().press("Request changes", review);
    tenant.clara().form(review).press("Cancel");
    TeamsOutcome approved = tenant.clara().press("Approve", review);
    assertThat(approved.shown()).contains("Approved by @Clara Novak");
    assertThat(tenant.amira().press("Read all", review).shown()).contains("acme.example/page");

    TeamsMessage post = tenant.ben().hears("because you follow General");
    TeamsForm card = tenant.ben().form(post);
    assertThat(card.buttons())
        .containsExactly(
            "Share on LinkedIn",
            "Share on X",
            "Share on Facebook",
            "Show me how",
            "More…",
            "Edit the words",
            "Not for me");
    assertThat(tenant.ben().press("More…", post).shown()).contains("Words about The garden.");
    assertThat(tenant.ben().form(post).press("Back").shown())
        .contains("because you follow General");
    tenant.ben().press("Edit the words", post);
    tenant.ben().form(post).fill("Your words", "Come and see our garden.").press("Save");
    tenant.ben().hears("Come and see our garden.");
    assertThat(teams.ledger().refusals()).isEmpty();
    assertThat(teams.ledger().duplicates()).isEmpty();
  }

  @Test
  void home_is_one_message_whose_lists_are_turned_where_it_lies() {
    for (int i = 1; i <= 6; i++) {
      tenant.draft(tenant.amira(), "Number " + i);
    }
    tenant.amira().type("home");
    TeamsMessage home = tenant.amira().hears("Your numbers");
    assertThat(home.shown()).contains("Number 6", "Number 2").doesNotContain("Number 1");
    assertThat(home.buttons()).contains("Older").doesNotContain("Newer");

    tenant.amira().press("Older", home);
    TeamsMessage older = turned("Number 1");
    assertThat(older.id()).isEqualTo(home.id());
    assertThat(older.shown()).doesNotContain("Number 2");
    assertThat(older.buttons()).contains("Newer").doesNotContain("Older");
    tenant.amira().press("Newer", older);
    assertThat(turned("Number 6").shown()).doesNotContain("Number 1");

    tenant.amira().type("home");
    assertThat(tenant.amira().hears("Your numbers").id()).isEqualTo(home.id());
  }

  private TeamsMessage turned(String headline) {
    return teams.await(
        "a Home with " + headline,
        () ->
            tenant.amira().chatWithBot().stream()
                .filter(each -> each.shown().contains("Your numbers"))
                .filter(each -> each.shown().contains(headline))
                .findFirst());
  }

  @Test
  void an_admin_arranges_in_the_channel_and_is_answered_alone() {
    tenant.dan().install();
    // Who is an admin by the settings is looked up in the background, once Teams has been heard of.
    String said = "";
    for (int tries = 0; tries < 100 && !said.contains("approvals"); tries++) {
      int before = tenant.dan().chatWithBot().size();
      tenant.dan().mention("approvals", "use this channel for approvals");
      said =
          teams.await(
              "an answer",
              () ->
                  tenant.dan().chatWithBot().stream()
                      .skip(before)
                      .map(TeamsMessage::shown)
                      .filter(words -> words.contains("admin") || words.contains("approvals"))
                      .findFirst());
    }
    assertThat(said).contains("approvals");
    tenant.dan().type("topic add Hiring");
    tenant.dan().hears("Hiring");
    tenant.dan().type("topci");
    tenant.dan().hears("topic");
    assertThat(teams.messagesIn("approvals"))
        .noneMatch(message -> message.from().startsWith("28:"));
  }

  @Test
  void a_draft_comes_from_a_message_through_the_extension() {
    tenant.amira().install();
    TeamsMessage said = tenant.ben().say("approvals", "We hire! https://acme.example/jobs");
    tenant.amira().extension("submitDraft", said);
    TeamsForm dialog = tenant.amira().dialog();
    assertThat(dialog.text("Link")).isEqualTo("https://acme.example/jobs");
    dialog.fill("Headline", "We hire").press("Submit");

    assertThat(tenant.amira().hasDialog()).isFalse();
    tenant.clara().sees("approvals", "We hire");
  }
}
