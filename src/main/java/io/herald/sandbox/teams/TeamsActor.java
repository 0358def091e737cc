package io.herald.sandbox.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.sandbox.Delivery;
import io.herald.sandbox.Json;
import java.util.List;
import java.util.Optional;

/**
 * One person at the keyboard, in Teams. What they do is sent to the bot at once; what they see may
 * come a little later, so what is looked for is waited for. Something that is not there for them to
 * press is an {@link AssertionError}; a bot that answers as it must not is a complaint.
 */
public final class TeamsActor {
  private final TeamsDouble teams;
  private final TeamsPerson person;

  TeamsActor(TeamsDouble teams, TeamsPerson person) {
    this.teams = teams;
    this.person = person;
  }

  /** Who it is. */
  public TeamsPerson person() {
    return person;
  }

  /** Types to the bot in the chat with it; the app is installed by the first word. */
  public TeamsMessage type(String text) {
    return teams.deeds().write(person, chat(), text, false);
  }

  /** Writes into a channel (name or id) to the bot, which is mentioned. */
  public TeamsMessage mention(String channel, String text) {
    return teams.deeds().write(person, above(channel), text, true);
  }

  /** Writes to the bot in the thread of a message. */
  public TeamsMessage mention(TeamsMessage thread, String text) {
    return teams.deeds().write(person, Activities.Spot.of(thread), text, true);
  }

  /** Writes into a channel (name or id); the bot is not told. */
  public TeamsMessage say(String channel, String text) {
    return teams.deeds().write(person, above(channel), text, false);
  }

  /** Writes into the thread of a message in a channel; the bot is not told. */
  public TeamsMessage say(TeamsMessage thread, String text) {
    return teams.deeds().write(person, Activities.Spot.of(thread), text, false);
  }

  private Activities.Spot chat() {
    return new Activities.Spot(Tenant.chat(person), "");
  }

  private Activities.Spot above(String channel) {
    return new Activities.Spot(teams.tenant().someChannel(channel).id(), "");
  }

  /** Presses the button with this text on a message, with what its inputs hold. */
  public TeamsOutcome press(String button, TeamsMessage message) {
    return form(message).press(button);
  }

  /** The card on a message, to be filled in. */
  public TeamsForm form(TeamsMessage message) {
    return TeamsForm.on(teams, person, teams.tenant().asSeenBy(person, message));
  }

  /** Sends an Action.Execute that stands on no card: what a member of the channel could forge. */
  public TeamsOutcome forge(TeamsMessage message, String verb, JsonNode data) {
    JsonNode action =
        Json.object().put("type", "Action.Execute").put("verb", verb).set("data", data);
    return teams.deeds().press(person, message, action, Json.object());
  }

  /** The same request again on the message, as Teams repeats what was not answered in time. */
  public TeamsOutcome again(TeamsMessage message, TeamsOutcome before) {
    return teams.deeds().again(person, message, sent(before));
  }

  /** The same request from a dialog again. */
  public TeamsOutcome again(TeamsOutcome before) {
    return teams.dialogs().again(person, sent(before));
  }

  private static Delivery sent(TeamsOutcome outcome) {
    Delivery delivery = outcome.delivery();
    if (delivery == null) {
      throw new AssertionError("nothing was sent that could be repeated");
    }
    return delivery;
  }

  /** Opens a command of the message extension from where messages are written to the bot. */
  public TeamsOutcome extension(String command) {
    return teams.dialogs().extension(person, chat(), command, Json.object());
  }

  /** Opens a command of the message extension on a message. */
  public TeamsOutcome extension(String command, TeamsMessage message) {
    return teams
        .dialogs()
        .extension(
            person, Activities.Spot.of(message), command, teams.activities().payload(message));
  }

  /** The dialog that is open before them. */
  public TeamsForm dialog() {
    return teams
        .tenant()
        .dialog(person)
        .map(open -> TeamsForm.in(teams, person, open))
        .orElseThrow(() -> new AssertionError("no dialog is open before " + person.name()));
  }

  /** Whether a dialog is open before them. */
  public boolean hasDialog() {
    return teams.tenant().dialog(person).isPresent();
  }

  /** Closes the dialog; Teams tells the bot nothing of it. */
  public void closeDialog() {
    teams.tenant().close(person);
  }

  /** Adds the app for themselves. */
  public void install() {
    teams.deeds().install(person);
  }

  /** Removes the app for themselves. */
  public void uninstall() {
    teams.deeds().uninstall(person);
  }

  /** Blocks the bot; Teams tells it nothing of it, but refuses what it writes to them. */
  public void block() {
    teams.tenant().block(person);
  }

  /** Lets the bot write again. */
  public void unblock() {
    teams.tenant().install(person);
  }

  /** Adds the app to the team. */
  public void addToTeam() {
    teams.deeds().inTeam(person, true);
  }

  /** Removes the app from the team. */
  public void removeFromTeam() {
    teams.deeds().inTeam(person, false);
  }

  /** Their chat with the bot as they see it, oldest first. */
  public List<TeamsMessage> chatWithBot() {
    return teams.tenant().messages(person, Tenant.chat(person));
  }

  /** What stands in a channel (name or id) as they see it, oldest first, replies included. */
  public List<TeamsMessage> channel(String name) {
    return teams.tenant().messages(person, teams.tenant().someChannel(name).id());
  }

  /** The message as they see it now; nothing if it was deleted. */
  public Optional<TeamsMessage> now(TeamsMessage message) {
    return teams
        .tenant()
        .message(message.place(), message.id())
        .map(each -> teams.tenant().asSeenBy(person, each));
  }

  /** The newest of the bot's messages to them in which this stands, waited for. */
  public TeamsMessage hears(String words) {
    return teams.await(
        "\"" + words + "\" to " + person.name(),
        () ->
            chatWithBot().stream()
                .filter(each -> !each.from().equals(person.id()))
                .filter(each -> each.shown().contains(words))
                .reduce((before, after) -> after));
  }

  /** The newest message in a channel in which this stands as they see it, waited for. */
  public TeamsMessage sees(String channel, String words) {
    return teams.await(
        "\"" + words + "\" in " + channel,
        () ->
            channel(channel).stream()
                .filter(each -> each.shown().contains(words))
                .reduce((before, after) -> after));
  }
}
