package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.chat.Ask;
import io.herald.chat.Intent;
import io.herald.chat.IntentCodec;
import io.herald.chat.Place;
import io.herald.chat.Values;
import io.herald.members.Account;
import io.herald.members.Platform;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An activity of Teams', read.
 *
 * @param inputs what was filled in, as it came
 * @param sheet the form in which it was pressed, or none
 * @param of what drew the card that was pressed, or none
 */
record Asked(
    Kind kind,
    String key,
    Incoming from,
    Intent intent,
    Values values,
    Place place,
    ZoneId zone,
    JsonNode inputs,
    @Nullable Sheet sheet,
    @Nullable String of) {

  /** How it came, which decides how it can be answered. */
  enum Kind {
    /** Typed, or pressed in a client that knows no Action.Execute. */
    MESSAGE,
    /** Pressed on a card: the answer is a card or a line, for the presser alone. */
    PRESS,
    /** Out of a dialog, or to open one. */
    DIALOG
  }

  /** The same as something that the desk understands. */
  Ask ask() {
    return new Ask(key, account(), intent, values, place);
  }

  Account account() {
    return new Account(Platform.TEAMS, from.tenant(), from.person());
  }

  /** Where the message lies that was pressed, also where that is a form. */
  Place message() {
    return new Place(Reference.base(from.conversation()), from.pressed(), null, null);
  }

  boolean dialog() {
    return kind == Kind.DIALOG;
  }

  /** The card that a reply to this draws is drawn again by this. */
  @Nullable String redraw() {
    String line = IntentCodec.write(intent);
    return line.length() <= 200 ? line : null;
  }
}
