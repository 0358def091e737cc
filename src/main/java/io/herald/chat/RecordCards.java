package io.herald.chat;

import io.herald.members.Person;
import io.herald.members.Platform;
import io.herald.records.export.Export;
import io.herald.records.export.Exports;
import io.herald.records.proof.Checkpoint;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cards of the record: a checkpoint, an export, and word to whom an export is about. */
final class RecordCards {
  private final Exports exports;
  private final Names names;

  RecordCards(Exports exports, Names names) {
    this.exports = exports;
    this.names = names;
  }

  /** A checkpoint, for a channel out of Herald's reach. */
  static Card checkpoint(Checkpoint checkpoint) {
    return new Card(
        Words.say("records.checkpoint.summary", number(checkpoint.number()), checkpoint.chain()),
        List.of(
            new Part.Heading(Words.say("records.checkpoint")),
            new Part.Lead(
                Words.text(
                    "records.checkpoint.lead", number(checkpoint.number()), checkpoint.at())),
            new Part.Copy(
                Words.say("records.checkpoint.copy"),
                checkpoint.number() + ":" + checkpoint.chain()),
            new Part.Copy(Words.say("records.checkpoint.key"), checkpoint.key()),
            new Part.Footnote(Words.text("records.checkpoint.footnote"))));
  }

  /** An export, for whoever asked for it. */
  Card export(Tx tx, Export export, Person person, Instant now) {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("records.export.title")));
    parts.add(new Part.Facts(facts(tx, export)));
    Optional<String> address = exports.address(export);
    Text said = said(export, person.platform(), now);
    if (export.state() == Export.State.ASKED) {
      parts.add(new Part.Progress(said.plain(ZoneOffset.UTC), export.reached(), export.entries()));
    } else {
      parts.add(new Part.Lead(said));
    }
    address.ifPresent(
        at -> {
          parts.add(
              new Part.Choices(
                  List.of(Choice.link(Words.say("records.export.download"), at, "record"))));
          parts.add(new Part.Footnote(Words.text("records.export.footnote")));
        });
    return new Card(said.plain(ZoneOffset.UTC), parts);
  }

  /** Word to a person that what they shared was exported, and why. */
  Card about(Tx tx, Export export) {
    String who =
        export.member() == null
            ? Words.say("records.about.command_line")
            : names.at(tx, export.member());
    Text text = Words.text("records.about", who, export.askedAt());
    String reason = export.reason() == null ? "" : export.reason();
    return new Card(
        text.plain(ZoneOffset.UTC) + " " + reason,
        List.of(new Part.Lead(text), new Part.Body(reason)));
  }

  private static Text said(Export export, Platform platform, Instant now) {
    return switch (export.state()) {
      case ASKED ->
          export.entries() == 0
              ? Words.text("records.export.begins")
              : Words.text(
                  "records.export.reached", number(export.reached()), number(export.entries()));
      case READY ->
          export.waits(now)
              ? Words.text("records.export.ready", number(export.entries()), number(export.shown()))
              : Words.text("records.export.over");
      case TAKEN -> Words.text("records.export.over");
      case TOO_LARGE -> Words.text("records.export.too_large", Commands.typed(platform, "records"));
    };
  }

  private List<Part.Fact> facts(Tx tx, Export export) {
    var facts = new ArrayList<Part.Fact>();
    if (export.timeFrom() != null) {
      facts.add(fact(ExportForm.FROM, Text.moment(export.timeFrom())));
    }
    if (export.timeTo() != null) {
      facts.add(fact(ExportForm.TO, Text.moment(export.timeTo())));
    }
    if (export.person() != null) {
      facts.add(fact(ExportForm.PERSON, Text.of(names.at(tx, export.person()))));
    }
    if (export.words() != null) {
      facts.add(fact(ExportForm.TEXT, Text.of(export.words())));
    }
    if (export.reason() != null) {
      facts.add(fact(ExportForm.REASON, Text.of(Shorten.to(export.reason(), 300))));
    }
    facts.add(new Part.Fact(Words.say("records.export.asked"), Text.moment(export.askedAt())));
    return facts;
  }

  private static Part.Fact fact(String name, Text text) {
    return new Part.Fact(Words.say("records.export." + name), text);
  }

  private static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
