package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Person;
import io.herald.privacy.Erasure;
import io.herald.privacy.Erasures;
import io.herald.privacy.OwnData;
import io.herald.records.Retention;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is kept about somebody, for them; and what is left of somebody, for the admins. */
final class PrivacyCard {
  private final People people;
  private final OwnData ownData;
  private final Erasures erasures;

  PrivacyCard(People people, OwnData ownData, Erasures erasures) {
    this.people = people;
    this.ownData = ownData;
    this.erasures = erasures;
  }

  Card draw(Tx tx, Person person) {
    OwnData.Amounts amounts = ownData.amounts(tx, person.member());
    var facts = new ArrayList<Part.Fact>();
    for (Person account : people.identities(tx, person.member())) {
      facts.add(
          new Part.Fact(
              Words.say("privacy.account", account.platform().label()),
              Text.of(
                  account.email() == null ? account.at() : account.at() + ", " + account.email())));
    }
    facts.add(
        new Part.Fact(
            Words.say("privacy.joined"),
            person.joinedAt() == null
                ? Words.text("privacy.joined.not")
                : Text.moment(person.joinedAt())));
    facts.add(count("privacy.drafts", amounts.drafts()));
    facts.add(count("privacy.decisions", amounts.decisions()));
    facts.add(count("privacy.cards", amounts.cards()));
    facts.add(count("privacy.shares", amounts.shares()));
    facts.add(count("privacy.visits", amounts.visits()));
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("privacy")));
    parts.add(new Part.Facts(facts));
    if (!amounts.entries().isEmpty()) {
      parts.add(new Part.Lead(Words.text("privacy.records")));
      parts.add(new Part.Facts(classes(amounts.entries())));
    }
    if (erasures.waiting(tx, person.member()).isPresent()) {
      parts.add(new Part.Findings(List.of(Words.text("privacy.waiting"))));
    } else if (erasures.held(tx, person.member())) {
      parts.add(new Part.Findings(List.of(Words.text("privacy.on_hold"))));
    }
    parts.add(
        new Part.Choices(
            List.of(
                Choice.of(Words.say("privacy.export"), new Intent.ExportOwnData()),
                Choice.danger(Words.say("privacy.erase"), new Intent.AskToErase()))));
    parts.add(new Part.Footnote(Words.text("privacy.footnote")));
    return new Card(Words.say("privacy.summary"), parts);
  }

  private static Part.Fact count(String key, long number) {
    return new Part.Fact(
        Words.say(key), Text.of(String.format(java.util.Locale.ENGLISH, "%,d", number)));
  }

  /** "12 entries, the last of them until 3 March 2031" */
  private static List<Part.Fact> classes(List<Retention.Kept> entries) {
    return entries.stream()
        .map(
            kept ->
                new Part.Fact(
                    Words.say("kept_as." + kept.keptAs().word()),
                    Text.of(Words.count("privacy.entries", kept.entries()))
                        .then(", ")
                        .then(
                            kept.until()
                                .map(until -> Words.text("privacy.until", until))
                                .orElseGet(() -> Words.text("privacy.for_ever")))))
        .toList();
  }

  /** Asks whether somebody is sure, and says what goes and what stays. */
  Form confirmation(OwnData.Amounts amounts) {
    boolean rest = amounts.entries().stream().anyMatch(kept -> !kept.keptAs().mayGo());
    return new Form(
        Words.say("privacy.erase"),
        Words.say("privacy.erase.submit"),
        new Intent.EraseMe(),
        List.of(
            new Field.Note(Words.text("privacy.erase.goes")),
            new Field.Note(
                Words.text(rest ? "privacy.erase.stays" : "privacy.erase.nothing_stays")),
            new Field.Picked(
                PrivacyClerk.SURE,
                Words.say("privacy.erase.sure"),
                null,
                List.of(new Field.Option("yes", Words.say("privacy.erase.yes"))),
                List.of(),
                true,
                true)));
  }

  /** For an admin: what is kept of somebody who was erased, and whether it has to be. */
  Card rest(Tx tx, Erasure erasure) {
    boolean gone = erasure.rest() == Erasure.Rest.ERASED;
    Text lead =
        Words.text(
            gone ? "privacy.rest.gone" : "privacy.rest",
            Text.strong(
                erasures.name(tx, erasure).orElseGet(() -> Words.say("privacy.former_member"))),
            erasure.askedAt());
    var parts = new ArrayList<Part>();
    parts.add(new Part.Lead(lead));
    List<Retention.Kept> rest = gone ? List.of() : erasures.rest(tx, erasure);
    if (!rest.isEmpty()) {
      parts.add(new Part.Facts(classes(rest)));
    }
    Long by = erasure.decidedBy();
    if (erasure.rest() == Erasure.Rest.ASKED) {
      parts.add(
          new Part.Choices(
              List.of(
                  Choice.of(Words.say("privacy.rest.keep"), new Intent.KeepRest(erasure.id())),
                  Choice.danger(
                      Words.say("privacy.rest.erase"), new Intent.EraseRest(erasure.id())))));
      parts.add(new Part.Footnote(Words.text("privacy.rest.footnote")));
    } else if (by != null) {
      String key = gone ? "privacy.rest.erased" : "privacy.rest.kept";
      parts.add(new Part.Footnote(Words.text(key, Text.strong(people.member(tx, by).at()))));
    }
    return new Card(lead.plain(ZoneOffset.UTC), parts);
  }

  Optional<Card> restOf(Tx tx, long erasure) {
    return erasures.find(tx, erasure).map(found -> rest(tx, found));
  }
}
