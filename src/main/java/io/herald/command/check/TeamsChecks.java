package io.herald.command.check;

import io.herald.chat.PlatformFailure;
import io.herald.chat.teams.TeamsProbe;
import io.herald.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What Microsoft says of the registration, and of what Herald is to find with it. */
final class TeamsChecks {
  private static final String WHERE = "in the app registration at https://entra.microsoft.com";

  private final Settings settings;
  private final TeamsProbe teams;

  TeamsChecks(Settings settings, TeamsProbe teams) {
    this.settings = settings;
    this.teams = teams;
  }

  /** While Herald is tried without a registration, nothing outside this machine is asked. */
  static Check development() {
    return new Check(
        "Teams",
        () ->
            Outcome.unknown(
                "in development Herald waits for an activity of this machine, and calls nothing"
                    + " elsewhere"));
  }

  List<Check> all() {
    var checks = new ArrayList<Check>();
    checks.add(new Check("Teams token", this::token));
    checks.add(new Check("Teams keys", this::keys));
    checks.add(
        new Check(
            "Teams service",
            () ->
                Outcome.unknown(
                    "until an activity has come from the tenant, Herald sends to "
                        + teams.usualService()
                        + ", then where that says")));
    Optional<String> channel = settings.teamsApproversChannel();
    channel.ifPresent(
        name ->
            checks.add(
                new Check("Teams approvers' channel", () -> withToken(() -> approvers(name)))));
    people(checks, channel, "HERALD_ADMINS", settings.admins());
    people(checks, channel, "HERALD_APPROVERS", settings.approvers());
    return checks;
  }

  private Outcome token() {
    try {
      teams.token();
      return Outcome.fine();
    } catch (PlatformFailure e) {
      return e.kind() == PlatformFailure.Kind.UNAUTHORISED
          ? Outcome.mend(
              "Entra refuses MicrosoftAppId with MicrosoftAppPassword (" + e.getMessage() + ").",
              "Copy the value (not the id) of a client secret that has not expired from"
                  + " Certificates & secrets, and both ids from the overview, "
                  + WHERE
                  + ".")
          : Outcome.mend(
              "Entra does not answer as it should (" + e.getMessage() + ").",
              "Let this machine reach https://login.microsoftonline.com.");
    }
  }

  private Outcome keys() {
    return teams.readsKeys()
        ? Outcome.fine()
        : Outcome.mend(
            "The keys with which Teams signs cannot be read, so everything that it sends would be"
                + " refused.",
            "Let this machine reach https://login.botframework.com.");
  }

  private Outcome approvers(String channel) {
    if (!isId(channel)) {
      return Outcome.unknown(
          "a name is looked for in the teams that Herald was added to, once an activity has come");
    }
    try {
      teams.roster(channel);
      return Outcome.fine();
    } catch (PlatformFailure e) {
      return switch (e.kind()) {
        case GONE, FORBIDDEN, REFUSED ->
            Outcome.mend(
                "Herald does not see the channel of HERALD_TEAMS_APPROVERS_CHANNEL ("
                    + e.getMessage()
                    + ").",
                "Add the Herald app to that channel's team, and see that the id is the channel's"
                    + " (Get link to channel; decoded it looks like 19:…@thread.tacv2).");
        default -> throw e;
      };
    }
  }

  private void people(
      List<Check> checks, Optional<String> channel, String setting, List<String> people) {
    // Beside Slack it is Slack that is asked; who is in neither shows at the first activity.
    if (people.isEmpty() || settings.slack().isPresent()) {
      return;
    }
    checks.add(
        new Check(
            setting,
            () ->
                channel.filter(TeamsChecks::isId).isEmpty()
                    ? Outcome.unknown(
                        "looked up in the roster of the approvers' channel, once an activity has"
                            + " come")
                    : withToken(() -> found(channel.get(), setting, people))));
  }

  private Outcome found(String channel, String setting, List<String> people) {
    TeamsProbe.Roster roster = teams.roster(channel);
    List<Finding> findings =
        people.stream()
            .filter(person -> !roster.knows(person))
            .map(
                person ->
                    new Finding(
                        person + " of " + setting + " is not in the approvers' channel.",
                        "Add that person to its team, or write the address or the Entra object id"
                            + " of somebody who is there."))
            .toList();
    return Outcome.of(findings);
  }

  private static boolean isId(String channel) {
    return channel.startsWith("19:");
  }

  private Outcome withToken(Supplier<Outcome> look) {
    if (!token().equals(Outcome.fine())) {
      return Outcome.unknown("not known before Entra gives a token");
    }
    try {
      return look.get();
    } catch (PlatformFailure e) {
      return Outcome.unknown("Teams did not tell (" + e.getMessage() + ")");
    }
  }
}
