package io.herald.chat;

import io.herald.review.Event;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** A line in a card's thread: what happened, by whom, why. */
record ThreadNote(Names names) {

  Card draw(Tx tx, Event event) {
    String who = event.member() == null ? "" : names.at(tx, event.member());
    String key = "event." + event.kind().name().toLowerCase(Locale.ROOT);
    String stage = event.stage() == null ? "" : event.stage();
    Text line =
        Words.text(
            stage.isEmpty() || !Words.has(key + ".stage") ? key : key + ".stage",
            Text.strong(who),
            stage);
    if (event.reason() == null || event.reason().isEmpty()) {
      return new Card(line.plain(ZoneOffset.UTC), List.of(new Part.Lead(line)));
    }
    return new Card(
        line.plain(ZoneOffset.UTC) + " " + Shorten.with(event.reason(), 2_000),
        List.of(new Part.Lead(line), new Part.Body(event.reason())));
  }
}
