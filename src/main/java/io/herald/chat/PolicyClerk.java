package io.herald.chat;

import io.herald.members.People;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.policy.Language;
import io.herald.policy.Policies;
import io.herald.policy.PolicyDocument;
import io.herald.policy.Standing;
import io.herald.review.Reviews;
import io.herald.store.Tx;

/** Reading the policy and acknowledging it; publishing is the {@link PolicyPublisher}'s. */
final class PolicyClerk implements Clerk<Intent.Agreeing> {
  private final People people;
  private final Roles roles;
  private final Policies policies;
  private final MemberCards memberCards;
  private final Clerk<Intent.Introducing> introducing;
  private final Clerk<Intent.Governing> governing;

  PolicyClerk(
      People people,
      Roles roles,
      Policies policies,
      MemberCards memberCards,
      Clerk<Intent.Introducing> introducing,
      Clerk<Intent.Governing> governing) {
    this.people = people;
    this.roles = roles;
    this.policies = policies;
    this.memberCards = memberCards;
    this.introducing = introducing;
    this.governing = governing;
  }

  /** The clerk with those to whom it hands on. */
  static PolicyClerk of(Features f, Reviews reviews, CardBook cards, Homes homes) {
    var memberCards = new MemberCards(f.posts(), f.broadcasts(), cards, homes);
    var disclosed = new DisclosureCards(f.posts(), reviews, cards, homes);
    return new PolicyClerk(
        f.people(),
        f.roles(),
        f.policies(),
        memberCards,
        new BioClerk(f.bios(), f.organisation(), f.attention(), memberCards),
        new PolicyPublisher(
            f.roles(),
            f.policies(),
            f.topics(),
            new PolicyStatus(f.policies(), f.topics(), f.organisation()),
            new DisclosureClerk(f.disclosures(), f.topics(), f.organisation(), disclosed),
            homes));
  }

  @Override
  public Reply handle(Turn turn, Intent.Agreeing intent) {
    if (intent instanceof Intent.Governing i) {
      return governing.handle(turn, i);
    }
    people.mustBelong(turn.tx(), turn.person());
    if (intent instanceof Intent.Introducing i) {
      return introducing.handle(turn, i);
    }
    if (intent instanceof Intent.ReadPolicy read) {
      return read(turn, read);
    }
    if (intent instanceof Intent.Acknowledge acknowledge) {
      return acknowledge(turn, acknowledge);
    }
    boolean admin = roles.holds(turn.tx(), turn.member(), Role.ADMIN);
    return show(
        turn,
        PolicyCard.list(
            policies.standings(turn.tx(), turn.member()), turn.person().platform(), admin));
  }

  private Reply read(Turn turn, Intent.ReadPolicy read) {
    Standing standing = standing(turn, read.document());
    if (!standing.document().inForce()) {
      // Whoever was sent here by a card gets its share buttons back.
      memberCards.refresh(turn.tx(), turn.member());
      return show(turn, PolicyCard.over(standing));
    }
    Language language = Language.of(read.language()).orElse(standing.text().language());
    return show(turn, PolicyCard.read(standing, language, null));
  }

  private Reply acknowledge(Turn turn, Intent.Acknowledge read) {
    Tx tx = turn.tx();
    Language language = Language.of(read.language()).orElse(Language.ENGLISH);
    if (policies.acknowledge(tx, turn.member(), read.document(), read.version(), language)) {
      memberCards.refresh(tx, turn.member());
    }
    return show(
        turn,
        PolicyCard.thanks(standing(turn, read.document()), policies.waiting(tx, turn.member())));
  }

  private Standing standing(Turn turn, long id) {
    PolicyDocument document = policies.get(turn.tx(), id);
    return policies.standing(turn.tx(), document, turn.member());
  }

  static Reply show(Turn turn, Card card) {
    return turn.place().message() == null ? new Reply.Show(card) : new Reply.Replace(card);
  }
}
