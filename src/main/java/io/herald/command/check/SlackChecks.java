package io.herald.command.check;

import io.herald.chat.Courier.ChannelFacts;
import io.herald.chat.PlatformFailure;
import io.herald.chat.slack.SlackManifest;
import io.herald.chat.slack.SlackProbe;
import io.herald.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What Slack says of the token, and of what Herald is to find with it. Asks Slack once for each.
 */
final class SlackChecks {
  private static final String WHERE = "at https://api.slack.com/apps";

  /** Slack refuses nothing for a clock; Herald refuses Slack's requests at five minutes. */
  private static final Duration CLOCK_BOUND = Duration.ofMinutes(2);

  private final Settings settings;
  private final SlackProbe slack;
  private final InstantSource clock;

  SlackChecks(Settings settings, SlackProbe slack, InstantSource clock) {
    this.settings = settings;
    this.slack = slack;
    this.clock = clock;
  }

  List<Check> all() {
    var checks = new ArrayList<Check>();
    checks.add(new Check("Slack token", this::token));
    checks.add(new Check("Slack scopes", () -> withToken(this::scopes)));
    checks.add(new Check("clock", () -> withToken(this::clock)));
    settings
        .approversChannel()
        .ifPresent(
            name ->
                checks.add(
                    new Check("approvers' channel", () -> withToken(() -> approvers(name)))));
    people(checks, "HERALD_ADMINS", settings.admins());
    people(checks, "HERALD_APPROVERS", settings.approvers());
    return checks;
  }

  private void people(List<Check> checks, String setting, List<String> people) {
    if (!people.isEmpty()) {
      checks.add(new Check(setting, () -> withToken(() -> found(setting, people))));
    }
  }

  private Outcome token() {
    try {
      slack.identify();
      return Outcome.fine();
    } catch (PlatformFailure e) {
      return switch (e.kind()) {
        case UNAUTHORISED ->
            Outcome.mend(
                "Slack refuses SLACK_BOT_TOKEN (" + e.getMessage() + ").",
                "Copy the Bot User OAuth Token from OAuth & Permissions "
                    + WHERE
                    + "; install the app to the workspace first.");
        case RATE_LIMITED -> Outcome.unknown("Slack asks for a pause; try again in a minute");
        default ->
            Outcome.mend(
                "Slack does not answer as it should (" + e.getMessage() + ").",
                "Let this machine reach https://slack.com, and see that HERALD_SLACK_API_URL, if"
                    + " it is set, is right.");
      };
    }
  }

  private static Outcome scopesMissing(Set<String> missing) {
    return Outcome.mend(
        "The token lacks " + String.join(", ", missing) + ".",
        "Add what is missing under OAuth & Permissions "
            + WHERE
            + " (or paste the manifest anew: scripts/herald manifest slack), then install the app"
            + " again.");
  }

  private Outcome scopes() {
    return slack
        .identify()
        .scopes()
        .map(
            granted -> {
              var missing = new TreeSet<>(SlackManifest.packed().scopes());
              missing.removeAll(granted);
              return missing.isEmpty() ? Outcome.fine() : scopesMissing(missing);
            })
        .orElse(Outcome.unknown("Slack's answer did not say"));
  }

  private Outcome clock() {
    return slack
        .identify()
        .at()
        .map(
            slackTime -> {
              Duration off = Duration.between(slackTime, clock.instant());
              return off.abs().compareTo(CLOCK_BOUND) <= 0
                  ? Outcome.fine()
                  : Outcome.mend(
                      "This machine's clock is "
                          + off.abs().toMinutes()
                          + " minutes "
                          + (off.isNegative() ? "behind" : "ahead of")
                          + " Slack's; beyond five, every request of Slack is refused.",
                      "Let it follow a time server: timedatectl set-ntp true");
            })
        .orElse(Outcome.unknown("Slack's answer did not say"));
  }

  private Outcome approvers(String name) {
    Optional<ChannelFacts> found = slack.channel(name);
    if (found.isEmpty()) {
      return Outcome.mend(
          "Slack shows Herald no channel that HERALD_APPROVERS_CHANNEL names.",
          "Mend the name; an archived channel has to be taken out of the archive, and a private"
              + " one is seen only after /invite @Herald there.");
    }
    ChannelFacts channel = found.get();
    if (channel.archived()) {
      return Outcome.mend(
          "The approvers' channel is archived.",
          "Take it out of the archive, or name another in HERALD_APPROVERS_CHANNEL.");
    }
    if (channel.shared()) {
      return Outcome.mend(
          "The approvers' channel is shared with another organisation, whose people would read"
              + " every draft.",
          "Name a channel of your own in HERALD_APPROVERS_CHANNEL.");
    }
    return channel.joined()
        ? Outcome.fine()
        : Outcome.mend(
            "Herald is not in the approvers' channel and cannot post there.",
            "Write /invite @Herald in it.");
  }

  private Outcome found(String setting, List<String> people) {
    var findings = new ArrayList<Finding>();
    for (String person : people) {
      if (settings.teams().isPresent() && !slack.knows(person)) {
        return Outcome.unknown(
            person + " is not in Slack; in Teams people are looked up at the first activity");
      }
      if (!slack.knows(person)) {
        findings.add(
            new Finding(
                person + " of " + setting + " is nobody in this workspace.",
                "Write the address with which that person is in Slack, or the member ID from"
                    + " their profile."));
      }
    }
    return Outcome.of(findings);
  }

  /** What hangs on the token is not known while that is refused, and not wrong for that. */
  private Outcome withToken(Supplier<Outcome> look) {
    if (!token().equals(Outcome.fine())) {
      return Outcome.unknown("not known before Slack takes the token");
    }
    try {
      return look.get();
    } catch (PlatformFailure e) {
      return Outcome.unknown("Slack did not tell (" + e.getMessage() + ")");
    }
  }
}
