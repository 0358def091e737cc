package io.herald.chat.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.herald.chat.Answer;
import io.herald.chat.Apologies;
import io.herald.chat.Ask;
import io.herald.chat.Card;
import io.herald.chat.Courier.Sent;
import io.herald.chat.Place;
import io.herald.chat.Reply;
import io.herald.members.Account;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Takes what people in Teams ask to the desk, and the desk's reply back to them. */
final class TeamsInbox {
  private final BiFunction<Ask, Answer.Writing, Answer> desk;
  private final BiFunction<Account, Place, Optional<Card>> showing;
  private final TeamsBook book;
  private final TeamsEvents events;
  private final TeamsAsks asks;
  private final TeamsCards cards;
  private final TeamsReplies replies;
  private final TeamsEffects effects;
  private final Apologies apologies;

  TeamsInbox(
      BiFunction<Ask, Answer.Writing, Answer> desk,
      BiFunction<Account, Place, Optional<Card>> showing,
      TeamsBook book,
      TeamsEvents events,
      TeamsCards cards,
      TeamsEffects effects,
      Apologies apologies) {
    this.desk = desk;
    this.showing = showing;
    this.book = book;
    this.events = events;
    this.asks = new TeamsAsks(book);
    this.cards = cards;
    this.replies = new TeamsReplies(cards);
    this.effects = effects;
    this.apologies = apologies;
  }

  TeamsAnswer take(Incoming from) {
    try {
      events.note(from);
      if (from.person().isEmpty() || from.person().startsWith("28:")) {
        // A bot, Herald among them, is not answered.
        return TeamsAnswer.OK;
      }
      return switch (from.type()) {
        case "message" -> message(from);
        case "invoke" -> invoke(from);
        default -> TeamsAnswer.OK;
      };
    } catch (TeamsAsks.FormGone e) {
      return declined(from, Words.text("teams.form.gone"));
    } catch (RuntimeException e) {
      return declined(from, apologies.report(from.type() + " " + from.name(), e));
    }
  }

  private TeamsAnswer message(Incoming from) {
    if (from.value().isObject() && from.value().has(Press.KEY)) {
      Press press = Press.of(from.value());
      if (!press.back()) {
        handle(asks.pressed(Asked.Kind.MESSAGE, from, press));
      }
      return TeamsAnswer.OK;
    }
    if (Json.text(from.json(), "text").isBlank()) {
      return TeamsAnswer.OK;
    }
    if (from.personal() && events.mayGreet(from)) {
      handle(asks.greeting(from));
    }
    handle(asks.typed(from));
    return TeamsAnswer.OK;
  }

  private TeamsAnswer invoke(Incoming from) {
    return switch (from.name()) {
      case "adaptiveCard/action" -> action(from);
      case "task/fetch", "task/submit", "composeExtension/submitAction" ->
          handle(asks.pressed(Asked.Kind.DIALOG, from, Press.of(from.value().path("data"))));
      case "composeExtension/fetchTask" -> handle(asks.extension(from));
      default -> new TeamsAnswer(501, "");
    };
  }

  private TeamsAnswer action(Incoming from) {
    Press press = Press.of(from.value().path("action").path("data"));
    if (!press.back()) {
      return handle(asks.pressed(Asked.Kind.PRESS, from, press));
    }
    if (press.of() != null) {
      return handle(asks.back(from, press.of()));
    }
    Asked asked = asks.back(from, "");
    return TeamsAnswer.json(
        TeamsReplies.card(lying(asked).orElseGet(() -> cards.line(Words.text("teams.closed")))));
  }

  private TeamsAnswer handle(Asked asked) {
    var written = new TeamsReplies.@Nullable Written[1];
    Answer answer;
    try {
      answer =
          desk.apply(
              asked.ask(),
              reply -> {
                written[0] = replies.write(asked, reply);
                return written[0].text();
              });
    } catch (RuntimeException e) {
      Text words = apologies.report("handling " + asked.key(), e);
      if (asked.kind() == Asked.Kind.MESSAGE) {
        effects.tell(asked, new Reply.Say(words));
      }
      return declined(asked.from(), words);
    }
    TeamsReplies.@Nullable Written now = written[0];
    if (!answer.repeated() && now != null && now.sheet() != null) {
      book.keepForm(now.sheet().id(), now.sheet().write());
    }
    if (asked.kind() == Asked.Kind.MESSAGE) {
      if (!answer.repeated()) {
        effects.tell(asked, answer.reply());
      }
      return TeamsAnswer.OK;
    }
    if (!answer.repeated()) {
      if (asked.sheet() != null && answer.reply() instanceof Reply.Done) {
        book.sentForm(asked.sheet().id());
      }
      keepInChat(asked, answer.reply(), now);
    }
    if (asked.kind() == Asked.Kind.PRESS && answer.written().isEmpty()) {
      return done(asked);
    }
    return new TeamsAnswer(200, answer.written());
  }

  /** What was asked is done: the card shows by itself what became of it. */
  private TeamsAnswer done(Asked asked) {
    Optional<ObjectNode> lying = lying(asked);
    if (lying.isPresent()) {
      return TeamsAnswer.json(TeamsReplies.card(lying.get()));
    }
    return TeamsAnswer.json(
        asked.sheet() == null
            ? TeamsReplies.line(Words.say("teams.done"))
            : TeamsReplies.card(replies.over(asked, sent(asked))));
  }

  private static Text sent(Asked asked) {
    return Words.text("teams.sent", asked.sheet() == null ? "" : asked.sheet().title());
  }

  private Optional<ObjectNode> lying(Asked asked) {
    return onMessage(asked).map(cards::card);
  }

  /** What was asked is done by now, and a card that cannot be drawn does not undo it. */
  private Optional<Card> onMessage(Asked asked) {
    try {
      return showing.apply(asked.account(), asked.message());
    } catch (RuntimeException e) {
      apologies.reportAfterwards("drawing what lies there for " + asked.key(), e);
      return Optional.empty();
    }
  }

  /**
   * What was answered is seen until Teams is opened anew; in the person's own chat the message
   * itself is changed as well, unless it is a card that the outbox draws.
   */
  private void keepInChat(Asked asked, Reply reply, TeamsReplies.@Nullable Written now) {
    @Nullable String message = asked.from().pressed();
    if (asked.kind() != Asked.Kind.PRESS || !asked.from().personal() || message == null) {
      return;
    }
    var where = new Sent(Reference.base(asked.from().conversation()), message);
    Sheet sheet = asked.sheet();
    if (reply instanceof Reply.Replace replace && sheet == null) {
      if (!isLying(asked)) {
        effects.redraw(
            asked,
            where,
            cards.card(replace.card(), asked.redraw()),
            TeamsCards.spoken(replace.card()));
      }
    } else if (sheet != null && sheet.of() == null && !isLying(asked)) {
      if (now != null && now.sheet() != null) {
        effects.redraw(asked, where, now.sheet().shown(), now.sheet().title());
      } else if (reply instanceof Reply.Say say) {
        effects.redraw(asked, where, replies.over(asked, say.text()), sheet.title());
      } else if (reply instanceof Reply.Done) {
        effects.redraw(asked, where, replies.over(asked, sent(asked)), sheet.title());
      }
    }
  }

  private boolean isLying(Asked asked) {
    return onMessage(asked).isPresent();
  }

  /** Says why, to the person alone, and changes nothing on their screen. */
  private TeamsAnswer declined(Incoming from, Text words) {
    if (!from.type().equals("invoke")) {
      return TeamsAnswer.OK;
    }
    String said = TeamsText.plain(words, java.time.ZoneOffset.UTC);
    return from.name().equals("adaptiveCard/action")
        ? TeamsAnswer.json(TeamsReplies.line(said))
        : TeamsAnswer.json(TeamsReplies.said(said));
  }
}
