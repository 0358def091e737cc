package io.herald.chat.teams;

import io.herald.chat.Card;
import io.herald.chat.Form;
import java.time.ZoneId;

/** Lets tests of cards compare how Teams shows them. */
public final class TeamsGoldens {
  private static final TeamsCards CARDS = new TeamsCards(new Links(false));

  private TeamsGoldens() {}

  public static void card(String name, Card card) {
    Golden.check(name, CARDS.card(card));
  }

  public static void form(String name, Form form) {
    Golden.check(
        name,
        TeamsForms.draw(CARDS.pieces(), form, "form-1", false, null, ZoneId.of("Europe/Berlin"))
            .shown());
  }
}
