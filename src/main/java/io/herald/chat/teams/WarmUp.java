package io.herald.chat.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
import io.herald.chat.Answer;
import io.herald.chat.Ask;
import io.herald.chat.Card;
import io.herald.chat.Choice;
import io.herald.chat.Field;
import io.herald.chat.Form;
import io.herald.chat.Intent;
import io.herald.chat.Part;
import io.herald.words.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Draws and writes one card and one form that nobody sees, and goes through somebody's opening of a
 * draft: the first time of each loads classes for a second and more, and Teams gives a dialog five.
 */
final class WarmUp implements Runnable {
  private final TeamsCards cards;
  private final TeamsBook book;
  private final BiConsumer<Ask, Answer.Writing> rehearsal;

  /**
   * @param rehearsal goes through an ask and takes it back
   */
  WarmUp(TeamsCards cards, TeamsBook book, BiConsumer<Ask, Answer.Writing> rehearsal) {
    this.cards = cards;
    this.book = book;
    this.rehearsal = rehearsal;
  }

  @Override
  public void run() {
    draw();
    rehearse();
  }

  /** Somebody who is nobody opens the message extension. */
  private void rehearse() {
    var opening =
        Json.object(
            "type", "invoke",
            "name", "composeExtension/fetchTask",
            "id", book.mark(),
            "from", Json.object("id", "29:warm-up"),
            "conversation", Json.object("id", "a:warm-up", "conversationType", "personal"));
    Asked asked =
        new TeamsAsks(book).extension(new Incoming(opening, "https://localhost/", "warm"));
    var replies = new TeamsReplies(cards);
    rehearsal.accept(asked.ask(), reply -> replies.write(asked, reply).text());
  }

  private void draw() {
    var card =
        new Card(
            "Herald",
            List.of(
                new Part.Heading("Herald"),
                new Part.Lead(Text.strong("Herald").then(" is here.")),
                new Part.Body("Here."),
                new Part.Choices(List.of(Choice.main("Help", new Intent.ShowHelp())))));
    var form =
        new Form(
            "Herald",
            "Send",
            new Intent.SaveSettings(),
            List.of(new Field.Typed("a", "A", null, "", true, true, 10)));
    Sheet sheet = TeamsForms.draw(cards.pieces(), form, "warm", false, null, ZoneOffset.UTC);
    Sheet.read(sheet.write()).orElseThrow().values(Json.object("a", "b"), ZoneOffset.UTC);
    try {
      new JacksonAdapter().serialize(TeamsMessages.card(cards.card(card), "Herald"));
      JWT.decode("a.b.c");
    } catch (JWTDecodeException e) {
      // As it should be.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
