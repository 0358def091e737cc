package io.herald.chat.teams;

import com.fasterxml.jackson.databind.JsonNode;
import io.herald.chat.Intent;
import io.herald.chat.IntentCodec;
import io.herald.chat.Place;
import io.herald.chat.Values;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads activities as asks. Whatever stands in one is a claim, for the desk to judge. */
final class TeamsAsks {
  /**
   * How an answer that comes late is addressed: to the person, in their chat with Herald. Behind
   * the person stands the thread of the channel in which something was pressed.
   */
  static final String PERSON = "teams:";

  private final TeamsBook book;

  TeamsAsks(TeamsBook book) {
    this.book = book;
  }

  /** A form that is not known any more: it was open for days, or is forged. */
  static final class FormGone extends RuntimeException {
    FormGone() {
      super("form gone", null, false, false);
    }
  }

  /** Words typed to Herald. */
  Asked typed(Incoming from) {
    return new Asked(
        Asked.Kind.MESSAGE,
        Keys.of("message", from),
        from,
        new Intent.Type(TeamsText.command(from)),
        Values.NONE,
        at(from, null),
        zone(from),
        Json.object(),
        null,
        null);
  }

  /** Somebody wrote to Herald in their chat with it. */
  Asked greeting(Incoming from) {
    return new Asked(
        Asked.Kind.MESSAGE,
        Keys.of("greeting", from),
        from,
        new Intent.Greet(),
        Values.NONE,
        at(from, null),
        zone(from),
        Json.object(),
        null,
        null);
  }

  /** An action that was pressed on a card or in a dialog. */
  Asked pressed(Asked.Kind kind, Incoming from, Press press) {
    Sheet sheet = press.sheet() == null ? null : sheet(press.sheet());
    ZoneId zone = zone(from);
    boolean sent = sheet != null && press.intent().equals(sheet.intent());
    String key =
        sheet != null && sent ? Keys.ofForm(sheet.id(), from.person()) : Keys.of("press", from);
    Place place =
        sheet == null
            ? pressedAt(kind, from)
            : new Place(null, null, answerAt(from), sheet.intent());
    Values values = sheet == null ? Values.NONE : sheet.values(press.inputs(), zone);
    return new Asked(
        kind, key, from, press.intent(), values, place, zone, press.inputs(), sheet, press.of());
  }

  /** Back to what drew the card: as if that were pressed. */
  Asked back(Incoming from, String of) {
    return new Asked(
        Asked.Kind.PRESS,
        Keys.of("back", from),
        from,
        IntentCodec.read(of).orElseGet(Intent.Unknown::new),
        Values.NONE,
        at(from, from.pressed()),
        zone(from),
        Json.object(),
        null,
        of);
  }

  /** The message extension: an empty draft, or one from a message. */
  Asked extension(Incoming from) {
    JsonNode body = from.value().path("messagePayload").path("body");
    String content = Json.text(body, "content");
    String html =
        Json.text(body, "contentType").equals("text")
            ? content.replace("&", "&amp;").replace("<", "&lt;")
            : content;
    Intent intent =
        content.isBlank()
            ? new Intent.OpenDraft()
            : new Intent.DraftFrom(TeamsText.firstLink(html), TeamsText.words(html));
    return new Asked(
        Asked.Kind.DIALOG,
        Keys.of("extension", from),
        from,
        intent,
        Values.NONE,
        new Place(null, null, answerAt(from), null),
        zone(from),
        Json.object(),
        null,
        null);
  }

  private Sheet sheet(String id) {
    return book.form(id).flatMap(Sheet::read).orElseThrow(FormGone::new);
  }

  private static Place at(Incoming from, @Nullable String message) {
    return new Place(
        Reference.base(from.conversation()), message, answerAt(from), null, from.personal());
  }

  private static Place pressedAt(Asked.Kind kind, Incoming from) {
    String message = kind == Asked.Kind.DIALOG ? null : from.pressed();
    if (kind != Asked.Kind.PRESS || from.personal()) {
      return at(from, message);
    }
    String answerAt = answerAt(from) + " " + from.conversation();
    return new Place(Reference.base(from.conversation()), message, answerAt, null, false);
  }

  private static String answerAt(Incoming from) {
    return PERSON + from.person();
  }

  /** As the client says it, or as it said last. */
  private ZoneId zone(Incoming from) {
    return from.zone()
        .or(() -> book.met(from.person()).flatMap(met -> read(met.zone())))
        .orElse(ZoneOffset.UTC);
  }

  private static Optional<ZoneId> read(@Nullable String zone) {
    return zone == null ? Optional.empty() : Optional.of(ZoneId.of(zone));
  }
}
