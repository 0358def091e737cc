package io.herald.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import io.herald.chat.Card;
import io.herald.chat.Courier;
import io.herald.chat.PlatformFailure;
import io.herald.chat.PlatformFailure.Kind;
import io.herald.chat.Reply;
import io.herald.members.Account;
import io.herald.members.AccountFacts;
import io.herald.members.Platform;
import io.herald.words.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Speaks to the one tenant of Teams that Herald serves. */
public final class TeamsCourier implements Courier {
  private final TeamsBook book;
  private final TeamsReach reach;
  private final TeamsRosters rosters;
  private final TeamsCards cards;

  TeamsCourier(TeamsBook book, TeamsReach reach, TeamsRosters rosters, TeamsCards cards) {
    this.book = book;
    this.reach = reach;
    this.rosters = rosters;
    this.cards = cards;
  }

  @Override
  public Platform platform() {
    return Platform.TEAMS;
  }

  /**
   * {@inheritDoc}
   *
   * @throws PlatformFailure of kind UNAVAILABLE as long as none is known, which is in development
   *     until the first activity
   */
  @Override
  public String workspace() {
    return book.tenant()
        .orElseThrow(
            () -> new PlatformFailure(Kind.UNAVAILABLE, "no activity has come from Teams yet"));
  }

  @Override
  public Sent send(String to, @Nullable String thread, Card card, long delivery) {
    Activity message = TeamsMessages.card(cards.card(card), TeamsCards.spoken(card));
    Reference there = reach.toWithoutHaste(to);
    if (there.kind() != Reference.Kind.CHANNEL) {
      return reach.send(there, there.conversation(), message);
    }
    return thread == null
        ? reach.begin(there, message)
        : reach.send(there, Reference.thread(there.conversation(), thread), message);
  }

  @Override
  public void update(Sent where, Card card) {
    update(where, cards.card(card), TeamsCards.spoken(card));
  }

  void update(Sent where, ObjectNode card, String summary) {
    reach.update(where, TeamsMessages.card(card, summary));
  }

  /** Teams shows nothing in a channel to one person alone; their own chat with Herald does. */
  @Override
  public void whisper(String channel, String user, Text text) {
    say(user, TeamsMessages.words(TeamsText.plain(text, zone(user))));
  }

  /** Says something to a person in their chat with Herald. */
  Sent say(String user, Activity message) {
    Reference there = reach.to(user);
    return reach.send(there, there.conversation(), message);
  }

  @Override
  public void answer(String address, Reply reply) {
    if (!address.startsWith(TeamsAsks.PERSON)) {
      throw new PlatformFailure(Kind.REFUSED, "not an address of Teams");
    }
    String[] at = address.substring(TeamsAsks.PERSON.length()).split(" ", 2);
    String user = at[0];
    Optional<Activity> message = message(user, reply, null, "late/" + user + "/" + book.mark());
    if (message.isEmpty()) {
      return;
    }
    if (at.length == 1) {
      say(user, message.get());
    } else {
      sayAlone(user, message.get(), at[1], "teams.press.again");
    }
  }

  /**
   * Says something to a person alone, about what they did in a channel. Who cannot be written to is
   * called there instead, and told what to do; what was to be said stays unsaid.
   *
   * @param there the channel's thread
   * @param instead the key of what everybody there may read
   */
  void sayAlone(String user, Activity message, String there, String instead) {
    try {
      say(user, message);
    } catch (PlatformFailure failure) {
      if (failure.kind() != Kind.GONE && failure.kind() != Kind.FORBIDDEN) {
        throw failure;
      }
      Activity call = TeamsMessages.call(user, lookUp(user).name(), instead);
      reach.send(reach.to(Reference.base(there)), there, call);
    }
  }

  /**
   * A reply as a message of its own; none for a reply that says nothing.
   *
   * @param of what drew it, to draw it again; or none
   * @param key names the form, if it is one
   */
  Optional<Activity> message(String user, Reply reply, @Nullable String of, String key) {
    ZoneId zone = zone(user);
    if (reply instanceof Reply.Say say) {
      return Optional.of(TeamsMessages.words(TeamsText.plain(say.text(), zone)));
    }
    if (reply instanceof Reply.Correct correct) {
      Text lines = TeamsReplies.lines(correct.fields());
      return Optional.of(TeamsMessages.words(TeamsText.plain(lines, zone)));
    }
    if (reply instanceof Reply.Open open) {
      Sheet sheet =
          TeamsForms.draw(cards.pieces(), open.form(), Keys.sheet(key), false, null, zone);
      book.keepForm(sheet.id(), sheet.write());
      return Optional.of(TeamsMessages.card(sheet.shown(), sheet.title()));
    }
    return TeamsReplies.shown(reply)
        .map(card -> TeamsMessages.card(cards.card(card, of), TeamsCards.spoken(card)));
  }

  /** Home is a message in the person's chat, drawn anew where it lies for as long as it does. */
  @Override
  public void publishHome(String user, Card home) {
    Reference there = reach.to(user);
    Activity message = TeamsMessages.card(cards.card(home, "open_home"), TeamsCards.spoken(home));
    @Nullable String lies = book.met(user).map(TeamsSql.Met::home).orElse(null);
    if (lies != null) {
      try {
        reach.update(new Sent(there.conversation(), lies), message);
        return;
      } catch (PlatformFailure failure) {
        if (failure.kind() != Kind.GONE) {
          throw failure;
        }
        // The person took the message away; another one takes its place.
      }
    }
    book.home(user, reach.send(there, there.conversation(), message).message());
  }

  @Override
  public AccountFacts lookUp(String user) {
    return TeamsPeople.facts(rosters.person(user), workspace(), zone(user));
  }

  /**
   * {@inheritDoc} Teams cannot be asked for an address, so it is looked for in the rosters of the
   * channels that Herald is in; an id in the directory is found there as well.
   */
  @Override
  public Optional<Account> findPerson(String address) {
    return rosters
        .find(address)
        .map(member -> new Account(Platform.TEAMS, workspace(), Json.text(member, "id")));
  }

  /** Teams has no groups that a person could name. */
  @Override
  public List<String> groupMembers(String group) {
    return List.of();
  }

  @Override
  public List<ChannelFacts> channels() {
    return rosters.channels();
  }

  @Override
  public Optional<ChannelFacts> channel(String idOrName) {
    return rosters.channel(idOrName);
  }

  /** Herald may not read what was said, so it can never know. */
  @Override
  public Optional<Sent> find(String channel, long delivery, Instant since) {
    throw new PlatformFailure(Kind.FORBIDDEN, "Teams shows a bot no history");
  }

  private ZoneId zone(String user) {
    @Nullable String zone = book.met(user).map(TeamsSql.Met::zone).orElse(null);
    return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
  }
}
