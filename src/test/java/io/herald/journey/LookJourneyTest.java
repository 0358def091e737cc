package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Message;
import io.herald.sandbox.Modal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookJourneyTest {
  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void a_newcomer_looks_around_is_helped_with_a_typo_and_joins_from_home() {
    office.ben().home().shows("Hello, I am Herald");
    assertThat(office.ben().hears("Hello, I am Herald").buttons()).containsExactly("Join");
    office.ben().home().shows("Nothing can be shared right now");

    office.ben().command("/herald");
    assertThat(office.ben().sees("What would you like to do?").buttons())
        .containsExactly("Join", "New draft", "Feed", "Mine", "Settings", "Help");
    office.ben().command("/herald fede");
    Message typo = office.ben().sees("Did you mean");
    assertThat(typo.buttons()).containsExactly("feed");
    office.ben().press("feed", typo);
    office.ben().sees("Nothing can be shared right now");

    office.ben().home().press("Join");
    Modal joined = office.ben().modal();
    assertThat(joined.shown()).contains("You have joined.");
    joined.close();
    office.until(
        "Join to leave Home",
        () ->
            office.ben().home().view().shown().contains("What you can share now")
                && !office.ben().home().view().shown().contains("Hello, I am Herald"));
    assertThat(office.slack.ledger().refusals()).isEmpty();
  }

  @Test
  void approvers_decide_and_authors_follow_from_home() {
    office.draft(office.amira(), "From home");
    office.clara().home().pressAfter("From home", "Approve");
    office.review("From home", "Approved by");
    office.clara().home().shows("Nothing waits for a decision");
    office.amira().home().shows("Approved by");
  }

  @Test
  void settings_are_shown_changed_and_found_again() {
    office.dan().command("/herald topic add Hiring");
    office.dan().sees("is a topic now.");
    office.join(office.ben());

    office.ben().command("/herald settings");
    Modal form = office.ben().modal("Settings");
    assertThat(form.shown()).contains("Hiring").doesNotContain("For the whole organisation");
    form.fill("Count visits of my links", "No, share the post's own link").submit();
    office.until("the form to close", () -> !office.ben().hasModal());
    office.ben().command("/herald settings");
    office.ben().modal("Settings");
    office.dan().command("/herald settings");
    assertThat(office.dan().modal("Settings").shown()).contains("For the whole organisation");
    assertThat(office.slack.ledger().refusals()).isEmpty();
  }
}
