package io.herald.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * One person at the keyboard. What they do is sent to the app at once; what they see may come a
 * little later, so what is looked for is waited for. Something that is not there for them to press
 * is an {@link AssertionError}; an app that answers as it must not is a {@link Complaint}.
 */
public final class Actor {
  private final SlackDouble slack;
  private final Person person;
  private final Deeds deeds;
  private final Values values;

  Actor(SlackDouble slack, Person person) {
    this.slack = slack;
    this.person = person;
    this.deeds = new Deeds(slack);
    this.values = new Values(slack.workspace);
  }

  /** Who it is. */
  public Person person() {
    return person;
  }

  /** Types a command in their conversation with the bot. */
  public Outcome command(String typed) {
    return deeds.command(person, slack.workspace.directWith(person.id()), typed);
  }

  /** Types a command in a channel (name or id). */
  public Outcome command(String channel, String typed) {
    return deeds.command(person, slack.channel(channel), typed);
  }

  /** Writes into a channel (name or id). */
  public Message say(String channel, String text) {
    return deeds.say(person, slack.channel(channel), text, "");
  }

  /** Writes under a message. */
  public Message reply(Message parent, String text) {
    return deeds.say(person, slack.channel(parent.channel()), text, parent.ts());
  }

  /** Writes to the bot, which hears of it as {@code message.im} if it has {@code im:history}. */
  public Message tell(String text) {
    return deeds.say(person, slack.workspace.directWith(person.id()), text, "");
  }

  /** Presses the button with this text on a message; on link buttons too the app is told. */
  public Outcome press(String button, Message message) {
    return deeds.onMessage(person, message, Board.button(message.blocks(), button), Json.object());
  }

  /** Picks from the menu with this placeholder or beside this text, on a message. */
  public Outcome choose(String menu, String option, Message message) {
    Elements.Found found = Board.menu(message.blocks(), menu, option);
    return deeds.onMessage(person, message, found, values.of(found, List.of(option), person));
  }

  /** Runs a shortcut of the app on a message. */
  public Outcome shortcut(String callbackId, Message message) {
    return deeds.messageShortcut(person, message, callbackId);
  }

  /** Runs a shortcut of the app that stands everywhere. */
  public Outcome shortcut(String callbackId) {
    return deeds.globalShortcut(person, callbackId);
  }

  /** The topmost modal, waited for. */
  public Modal modal() {
    return modal("");
  }

  /** The topmost modal, waited for until its title is this one. */
  public Modal modal(String title) {
    slack.await(
        "a modal " + title + " before " + person.name(),
        () -> seen().filter(view -> title.isEmpty() || view.title().equals(title)));
    return new Modal(slack, person, deeds, values);
  }

  /** Whether a modal is open before them now. */
  public boolean hasModal() {
    return seen().isPresent();
  }

  private Optional<View> seen() {
    return slack.views.top(person.id());
  }

  /** Opens the app's Home, of which the app is told. */
  public HomeTab home() {
    Outcome opened = deeds.openHome(person);
    Delivery delivery = opened.delivery();
    if (delivery == null || !delivery.ok()) {
      throw new Complaint("app_home_opened was not taken");
    }
    return new HomeTab(slack, person, deeds, values);
  }

  /** The newest of the bot's words to them in which this stands, waited for. */
  public Message hears(String words) {
    return slack.awaitDm(person.id(), message -> message.shown().contains(words));
  }

  /** The newest message that they alone see in which this stands, waited for. */
  public Message sees(String words) {
    return slack.awaitEphemeral(person.id(), message -> message.shown().contains(words));
  }
}
