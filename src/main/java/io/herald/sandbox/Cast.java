package io.herald.sandbox;

import io.herald.sandbox.teams.TeamsDouble;
import io.herald.sandbox.teams.TeamsPerson;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Who lives in the sandbox's workspace, and what they said before the newcomer came. */
final class Cast {
  static final String AMIRA = "U0AMIRA";
  static final String BEN = "U0BEN";
  static final String CLARA = "U0CLARA";
  static final String DAN = "U0DAN";

  private static final String[] ALL = {AMIRA, BEN, CLARA, DAN, Installation.ACME.botUser()};

  private Cast() {}

  /** What somebody is in the story, for the page alone: Herald keeps its own roles. */
  static String part(String person) {
    return switch (person) {
      case AMIRA -> "Author";
      case BEN -> "Employee";
      case CLARA -> "Approver";
      case DAN -> "Comms lead and admin";
      default -> "";
    };
  }

  /** The same by name. */
  static String partOf(String name) {
    return name.startsWith("Amira")
        ? part(AMIRA)
        : name.startsWith("Ben") ? part(BEN) : name.startsWith("Clara") ? part(CLARA) : part(DAN);
  }

  /** Lets the same people live in a Teams tenant in which nobody lives yet. */
  static void settle(TeamsDouble teams, SlackDouble slack) {
    for (String id : people()) {
      Person person = slack.person(id);
      TeamsPerson same = teams.addPerson(person.name());
      teams.put(same.withZone(person.zone()));
    }
    teams.addChannel("approvals");
    teams.addChannel("news");
    teams.as("Dan").say("news", "News for the press stands here, in Teams as in Slack.");
    teams.as("Clara").say("approvals", "In Teams, drafts arrive here.");
  }

  /** Fills a workspace in which nobody lives yet. */
  static void settle(SlackDouble slack, ZoneId zone) {
    slack.put(slack.addPerson(AMIRA, "Amira Haddad").withZone(zone.getId()));
    slack.put(slack.addPerson(BEN, "Ben Okafor").withZone(zone.getId()));
    slack.put(slack.addPerson(CLARA, "Clara Novak").withZone(zone.getId()));
    slack.put(slack.addPerson(DAN, "Dan Lindqvist").withZone(zone.getId()).asAdmin());
    slack.addChannel("C0APPROVALS", "approvals", ALL);
    slack.addChannel("C0GENERAL", "general", ALL);
    slack.addChannel("C0NEWS", "news", ALL);

    Instant now = slack.setup.clock().instant();
    say(slack, "C0GENERAL", now.minusSeconds(7260), DAN, "Good morning! Release day today.");
    say(
        slack,
        "C0GENERAL",
        now.minusSeconds(4980),
        BEN,
        "Our talk on cutting cold starts is online: https://acme.example/talks/cold-starts"
            + " We went from nine seconds to one.");
    say(
        slack,
        "C0GENERAL",
        now.minusSeconds(3120),
        AMIRA,
        "The new office garden opens on Friday. Bring a plant if you like!");
    say(
        slack,
        "C0APPROVALS",
        now.minusSeconds(6840),
        CLARA,
        "Drafts arrive here. I look at them twice a day, ping me if it burns.");
    say(
        slack,
        "C0NEWS",
        now.minusSeconds(5400),
        DAN,
        "What the press says about us, and what we say to the press.");
  }

  private static void say(
      SlackDouble slack, String channel, Instant at, String writer, String text) {
    String ts = String.format("%d.%06d", at.getEpochSecond(), at.getNano() / 1_000);
    Person person = slack.person(writer);
    slack.workspace.put(channel, Typed.message(text, person, ts, slack.workspace));
  }

  static List<String> people() {
    return List.of(AMIRA, BEN, CLARA, DAN);
  }
}
