package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.privacy.Erasure;
import io.herald.privacy.Erasures;
import io.herald.privacy.OwnData;
import io.herald.share.Downloads;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.List;
import java.util.Map;

/** What is kept about oneself: seen, fetched, erased; and an admin's word on what must stay. */
final class PrivacyClerk implements Clerk<Intent.Keeping> {
  static final String SURE = "sure";

  private final People people;
  private final Roles roles;
  private final OwnData ownData;
  private final Erasures erasures;
  private final PrivacyCard card;
  private final Downloads downloads;
  private final CardBook cards;
  private final RetentionClerk retention;

  PrivacyClerk(
      People people,
      Roles roles,
      OwnData ownData,
      Erasures erasures,
      PrivacyCard card,
      Downloads downloads,
      CardBook cards,
      RetentionClerk retention) {
    this.people = people;
    this.roles = roles;
    this.ownData = ownData;
    this.erasures = erasures;
    this.card = card;
    this.downloads = downloads;
    this.cards = cards;
    this.retention = retention;
  }

  static PrivacyClerk of(Features f, PrivacyCard card, CardBook cards) {
    return new PrivacyClerk(
        f.people(),
        f.roles(),
        f.keeping().ownData(),
        f.keeping().erasures(),
        card,
        f.downloads(),
        cards,
        new RetentionClerk(f.roles(), f.people(), f.campaigns(), f.keeping().retention()));
  }

  @Override
  public Reply handle(Turn turn, Intent.Keeping intent) {
    Tx tx = turn.tx();
    if (intent instanceof Intent.KeepRecords records) {
      return retention.handle(turn, records.words());
    }
    if (intent instanceof Intent.ShowPrivacy) {
      return new Reply.Show(card.draw(tx, turn.person()));
    }
    if (intent instanceof Intent.ExportOwnData) {
      String address = downloads.offer(tx, turn.member(), OwnData.KIND, turn.member());
      return new Reply.Say(
          Words.text("privacy.file.here", Text.link(Words.say("privacy.file.link"), address)));
    }
    if (intent instanceof Intent.AskToErase) {
      return new Reply.Open(card.confirmation(ownData.amounts(tx, turn.member())));
    }
    if (intent instanceof Intent.EraseMe) {
      return erase(turn);
    }
    if (intent instanceof Intent.EraseRest rest) {
      return decide(turn, rest.erasure(), true);
    }
    return decide(turn, ((Intent.KeepRest) intent).erasure(), false);
  }

  private Reply erase(Turn turn) {
    Tx tx = turn.tx();
    if (!turn.values().has(SURE)) {
      return new Reply.Correct(Map.of(SURE, Words.text("mistake.not_sure")));
    }
    Erasure erasure;
    try {
      erasure = erasures.ask(tx, turn.person());
    } catch (Refusal refusal) {
      return new Reply.Correct(Map.of(SURE, refusal.text()));
    }
    if (erasure.doneAt() == null) {
      return new Reply.Say(Words.text("privacy.held"));
    }
    if (erasure.rest() == Erasure.Rest.ASKED) {
      tellAdmins(tx, erasure.id());
      return new Reply.Say(Words.text("privacy.erased.rest"));
    }
    return new Reply.Say(Words.text("privacy.erased"));
  }

  private void tellAdmins(Tx tx, long erasure) {
    for (long admin : roles.holders(tx, Role.ADMIN)) {
      List<Person> accounts = people.identities(tx, admin);
      cards.want(tx, CardKind.ERASURE, erasure, accounts.get(0));
    }
  }

  private Reply decide(Turn turn, long id, boolean erase) {
    roles.must(turn.tx(), turn.member(), Role.ADMIN);
    erasures.decide(turn.tx(), turn.member(), id, erase);
    cards.refresh(turn.tx(), CardKind.ERASURE, id);
    return new Reply.Done();
  }
}
