package io.herald.chat.slack;

import io.herald.chat.Card;
import io.herald.chat.Form;

/** Lets tests of cards compare how Slack shows them. */
public final class SlackGoldens {
  private SlackGoldens() {}

  public static void card(String name, Card card) {
    Golden.check(name, SlackCard.of(card).blocks());
  }

  public static void form(String name, Form form) {
    Golden.check(name, SlackViews.form(form, 0));
  }
}
