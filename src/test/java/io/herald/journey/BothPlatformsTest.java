package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.Assembly;
import io.herald.command.Running;
import io.herald.sandbox.Actor;
import io.herald.sandbox.Message;
import io.herald.sandbox.teams.TeamsActor;
import io.herald.sandbox.teams.TeamsDouble;
import io.herald.sandbox.teams.TeamsMessage;
import io.herald.sandbox.teams.TeamsSetup;
import io.herald.settings.Settings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organisation with people in Slack and in Teams, some of them in both. */
class BothPlatformsTest {
  private static final Pattern CODE = Pattern.compile("[2-9A-Z]{3}-[2-9A-Z]{5}");

  private final TeamsDouble teams =
      TeamsDouble.start(TeamsSetup.with(InstantSource.system(), new Random(1)).withoutTokens());
  private Office office;

  @BeforeEach
  void start() {
    for (String name : new String[] {"Amira Haddad", "Ben Okafor", "Clara Novak", "Otto Maier"}) {
      teams.addPerson(name);
    }
    teams.addChannel("approvals");
    office =
        new Office(
            Map.of(
                "HERALD_TEAMS_DEVELOPMENT",
                "true",
                "HERALD_TEAMS_APPROVERS_CHANNEL",
                teams.channel("approvals").id()),
            this::start);
    teams.as("Amira").addToTeam();
  }

  private Running start(Map<String, String> settings) {
    Running herald = Assembly.of(Settings.read(settings));
    teams.deliverTo(herald.address().resolve("/api/messages"));
    return herald;
  }

  @AfterEach
  void close() {
    office.close();
    teams.close();
  }

  private void link(Actor inSlack, TeamsActor inTeams) {
    inSlack.command("/herald link");
    Matcher code = CODE.matcher(inSlack.sees("Your code is").shown());
    assertThat(code.find()).isTrue();
    inTeams.type("link " + code.group());
    inTeams.hears("Your accounts are linked: Slack and Teams.");
  }

  @Test
  void one_who_is_linked_gets_a_post_once_and_both_channels_follow_it_to_its_end() {
    TeamsActor ben = teams.as("Ben");
    office.join(office.ben());
    ben.type("join");
    ben.hears("You have joined");
    link(office.ben(), ben);

    office.draft(office.amira(), "For both");
    Message inSlack = office.review("For both", "Waiting for an approver");
    assertThat(inSlack.shown()).contains("1 person");
    TeamsMessage inTeams = teams.as("Clara").sees("approvals", "Waiting for an approver");
    assertThat(inTeams.shown()).contains("For both");

    office.clara().press("Approve", inSlack);
    TeamsMessage decided = teams.as("Clara").sees("approvals", "Approved by");
    assertThat(decided.buttons()).doesNotContain("Approve", "Reject");
    TeamsMessage post = ben.hears("because you follow General");
    assertThat(post.shown()).contains("For both");
    office.review("For both", "It is live");
    assertThat(office.slack.dm("U0BEN")).noneMatch(m -> m.shown().contains("because you follow"));

    office.dan().home().pressAfter("For both", "Withdraw");
    office.dan().modal("Withdraw").fill("Why", "A wrong date.").submit();
    assertThat(ben.hears("was withdrawn, so please do not share").id()).isEqualTo(post.id());
    assertThat(teams.as("Clara").sees("approvals", "Withdrawn: A wrong date.").id())
        .isEqualTo(inTeams.id());
    office.review("For both", "Withdrawn: A wrong date.");
    assertThat(teams.ledger().refusals()).isEmpty();
    assertThat(office.slack.ledger().refusals()).isEmpty();
  }

  @Test
  void an_approver_who_is_linked_decides_on_either_and_never_on_their_own() {
    TeamsActor otto = teams.as("Otto");
    office.draft(office.otto(), "My own");
    TeamsMessage own = otto.sees("approvals", "My own");
    otto.type("settings");
    otto.hears("Settings");
    assertThat(otto.press("Approve", own).says()).as("no approver in Teams").startsWith("Only");
    link(office.otto(), otto);
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
