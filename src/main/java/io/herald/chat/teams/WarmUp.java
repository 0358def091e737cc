package io.herald.chat.teams;

import com.auth0.jwt.JWT;
import com.auth0.jwt.exceptions.JWTDecodeException;
import com.microsoft.bot.restclient.serializer.JacksonAdapter;
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

/**
 * Draws and writes one card and one form that nobody sees: the first time of each loads classes for
 * a second and more, and Teams gives a dialog five.
 */
final class WarmUp implements Runnable {
  private final TeamsCards cards;

  WarmUp(TeamsCards cards) {
    this.cards = cards;
  }

  @Override
  public void run() {
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
