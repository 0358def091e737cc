package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Message;
import io.herald.sandbox.teams.TeamsActor;
import io.herald.sandbox.teams.TeamsDouble;
import io.herald.sandbox.teams.TeamsMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An organisation with people in Slack and in Teams, some of them in both. */
class BothPlatformsTest {
  private final Tenant tenant = new Tenant();
  private final TeamsDouble teams = tenant.teams;
  private final Office office = new Office(tenant.settings(), tenant::start);

  @AfterEach
  void close() {
    office.close();
    tenant.close();
  }

  @Test
  void one_who_is_linked_gets_a_post_once_and_both_channels_follow_it_to_its_end() {
    TeamsActor ben = tenant.ben();
    office.join(office.ben());
    ben.type("join");
    ben.hears("You have joined");
    Face.link(office.ben(), ben);

    office.draft(office.amira(), "For both");
    Message inSlack = office.review("For both", "Waiting for an approver");
    assertThat(inSlack.shown()).contains("1 person");
    TeamsMessage inTeams = tenant.clara().sees("approvals", "Waiting for an approver");
    assertThat(inTeams.shown()).contains("For both");

    office.clara().press("Approve", inSlack);
    TeamsMessage decided = tenant.clara().sees("approvals", "Approved by");
    assertThat(decided.buttons()).doesNotContain("Approve", "Reject");
    TeamsMessage post = ben.hears("because you follow General");
    assertThat(post.shown()).contains("For both");
    office.review("For both", "It is live");
    assertThat(office.slack.dm("U0BEN")).noneMatch(m -> m.shown().contains("because you follow"));

    office.dan().home().pressAfter("For both", "Withdraw");
    office.dan().modal("Withdraw").fill("Why", "A wrong date.").submit();
    assertThat(ben.hears("was withdrawn, so please do not share").id()).isEqualTo(post.id());
    assertThat(tenant.clara().sees("approvals", "Withdrawn: A wrong date.").id())
        .isEqualTo(inTeams.id());
    office.review("For both", "Withdrawn: A wrong date.");
    assertThat(teams.ledger().refusals()).isEmpty();
    assertThat(office.slack.ledger().refusals()).isEmpty();

    ben.block();
    office.live(office.amira(), "Past the block");
    office.ben().hears("Words about Past the block");
  }

  @Test
  void an_approver_who_is_linked_decides_on_either_and_never_on_their_own() {
    TeamsActor otto = tenant.otto();
    office.draft(office.otto(), "My own");
    TeamsMessage own = otto.sees("approvals", "My own");
    otto.type("settings");
    otto.hears("Settings");
    assertThat(otto.press("Approve", own).says()).as("no approver in Teams").startsWith("Only");
    Face.link(office.otto(), otto);
    assertThat(otto.press("Approve", own).says()).contains("somebody else must decide");

    office.draft(office.amira(), "From a colleague");
    TeamsMessage card = otto.sees("approvals", "From a colleague");
    assertThat(otto.press("Approve", card).shown()).contains("Approved by");
    office.review("From a colleague", "It is live");

    otto.type("unlink");
    otto.hears("on its own again");
    office.draft(office.amira(), "Another one");
    assertThat(otto.press("Approve", otto.sees("approvals", "Another one")).says())
        .startsWith("Only");
  }
}
