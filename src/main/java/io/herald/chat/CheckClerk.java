package io.herald.chat;

import io.herald.checks.Packs;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.policy.Disclosures;
import io.herald.words.Words;
import java.util.List;
import java.util.Map;

/** "Can I post this?", and which packs of rules answer it. */
final class CheckClerk implements Clerk<Intent.Checking> {
  static final String TEXT = "check_text";

  private final Roles roles;
  private final Packs packs;
  private final DraftChecks checks;
  private final CheckCard card;
  private final Disclosures disclosures;

  CheckClerk(
      Roles roles, Packs packs, DraftChecks checks, CheckCard card, Disclosures disclosures) {
    this.disclosures = disclosures;
    this.roles = roles;
    this.packs = packs;
    this.checks = checks;
    this.card = card;
  }

  @Override
  public Reply handle(Turn turn, Intent.Checking intent) {
    if (intent instanceof Intent.CheckText check) {
      String text = check.text().strip();
      return text.isEmpty() ? form() : check(turn, text);
    }
    if (intent instanceof Intent.CheckForm) {
      String text = turn.values().text(TEXT).strip();
      return text.isEmpty()
          ? new Reply.Correct(Map.of(TEXT, Words.text("mistake.empty.check_text")))
          : check(turn, text);
    }
    roles.must(turn.tx(), turn.member(), Role.ADMIN);
    if (intent instanceof Intent.SwitchPack change) {
      packs.turn(turn.tx(), change.pack(), change.on() == 1, turn.member());
      return show(turn, 0);
    }
    return show(turn, ((Intent.ShowPacks) intent).skip());
  }

  private Reply check(Turn turn, String text) {
    return new Reply.Show(
        card.draw(text, checks.look(turn.tx(), text), disclosures.rules(turn.tx())));
  }

  private static Reply form() {
    return new Reply.Open(
        new Form(
            Words.say("check.title"),
            Words.say("check.submit"),
            new Intent.CheckForm(),
            List.of(
                new Field.Typed(
                    TEXT,
                    Words.say("check.text"),
                    Words.say("check.text.hint"),
                    "",
                    true,
                    true,
                    DraftForm.FIELD))));
  }

  private Reply show(Turn turn, int skip) {
    return PolicyClerk.show(
        turn, PacksCard.draw(packs.all(turn.tx()), skip, turn.person().platform()));
  }
}
