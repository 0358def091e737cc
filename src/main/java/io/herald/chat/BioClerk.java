package io.herald.chat;

import io.herald.members.Attention;
import io.herald.members.AttentionChoices;
import io.herald.members.OrganisationSettings;
import io.herald.network.Network;
import io.herald.policy.AccountKind;
import io.herald.policy.Bio;
import io.herald.policy.Bios;
import io.herald.policy.OwnAccount;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a member's bio lines, and keeps their own word on where they put them. */
final class BioClerk implements Clerk<Intent.Introducing> {
  private final Bios bios;
  private final OrganisationSettings organisation;
  private final Attention attention;
  private final MemberCards memberCards;

  BioClerk(
      Bios bios, OrganisationSettings organisation, Attention attention, MemberCards memberCards) {
    this.attention = attention;
    this.bios = bios;
    this.organisation = organisation;
    this.memberCards = memberCards;
  }

  @Override
  public Reply handle(Turn turn, Intent.Introducing intent) {
    Tx tx = turn.tx();
    if (intent instanceof Intent.SaveBio) {
      return save(turn);
    }
    if (intent instanceof Intent.BioPlaced placed) {
      return placed(turn, placed.network());
    }
    List<OwnAccount> accounts = bios.accounts(tx, turn.member());
    Optional<Bio> bio = bios.of(tx, turn.member());
    if (intent instanceof Intent.EditBio || accounts.isEmpty() || bio.isEmpty()) {
      return new Reply.Open(
          BioForm.draw(
              bio.orElseGet(() -> new Bio("", organisation.name(tx).orElse(""))), accounts));
    }
    return PolicyClerk.show(turn, card(turn, bio.get()));
  }

  private Reply save(Turn turn) {
    var mistakes = new LinkedHashMap<String, Text>();
    String doing = line(turn.values(), BioForm.DOING, mistakes);
    String employer = line(turn.values(), BioForm.EMPLOYER, mistakes);
    if (employer.isEmpty()) {
      mistakes.put(BioForm.EMPLOYER, Words.text("mistake.empty.employer"));
    }
    Map<Network, AccountKind> kinds = new EnumMap<>(Network.class);
    for (Network network : Bios.NETWORKS) {
      BioForm.kind(turn.values(), network).ifPresent(kind -> kinds.put(network, kind));
    }
    if (kinds.isEmpty()) {
      mistakes.put(Bios.NETWORKS.get(0).slug(), Words.text("mistake.no_account"));
    }
    if (!mistakes.isEmpty()) {
      return new Reply.Correct(mistakes);
    }
    var bio = new Bio(doing, employer);
    bios.say(turn.tx(), turn.member(), bio, kinds);
    attention.fewer(turn.tx(), turn.member(), bios.forMoreThanWork(turn.tx(), turn.member()));
    memberCards.refresh(turn.tx(), turn.member());
    return new Reply.Show(card(turn, bio));
  }

  private Card card(Turn turn, Bio bio) {
    return BioCard.draw(bio, bios.accounts(turn.tx(), turn.member()), asks(turn));
  }

  /** What follows for how often posts come, where they come less than to others. */
  private Optional<Text> asks(Turn turn) {
    AttentionChoices choices = attention.choices(turn.tx(), turn.member());
    int everybody = organisation.weeklyCap(turn.tx());
    return choices.fewer() && choices.cap() == null
        ? Optional.of(
            Words.text(
                "bio.asks",
                choices.usual(everybody),
                everybody,
                Commands.typed(turn.person().platform(), "settings")))
        : Optional.empty();
  }

  private static String line(Values values, String name, Map<String, Text> mistakes) {
    String typed = values.text(name).replaceAll("\\s+", " ").strip();
    if (typed.length() > Bio.MOST) {
      mistakes.put(name, Words.text("mistake.too_long", typed.length(), Bio.MOST));
    }
    return typed;
  }

  private Reply placed(Turn turn, String slug) {
    Tx tx = turn.tx();
    Network network = Network.ofSlug(slug).orElseThrow(() -> new Refusal("refusal.unknown"));
    Bio bio =
        bios.of(tx, turn.member())
            .orElseThrow(() -> new Refusal("refusal.no_such_account", network.label()));
    AccountKind kind =
        Optional.ofNullable(bios.kinds(tx, turn.member()).get(network))
            .orElseThrow(() -> new Refusal("refusal.no_such_account", network.label()));
    bios.placed(tx, turn.member(), network, bio.line(network, kind));
    return PolicyClerk.show(turn, card(turn, bio));
  }
}
