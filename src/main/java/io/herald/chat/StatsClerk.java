package io.herald.chat;

import io.herald.insights.Insights;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.List;

/** What came of it: for leads and admins of everything, for anybody else of their own. */
final class StatsClerk implements Clerk<Intent.Counting> {
  private final Roles roles;
  private final Insights insights;
  private final StatsCards cards;
  private final MineList mine;

  StatsClerk(Roles roles, Insights insights, StatsCards cards, MineList mine) {
    this.roles = roles;
    this.insights = insights;
    this.cards = cards;
    this.mine = mine;
  }

  @Override
  public Reply handle(Turn turn, Intent.Counting intent) {
    Tx tx = turn.tx();
    boolean leads =
        roles.holds(tx, turn.member(), Role.LEAD) || roles.holds(tx, turn.member(), Role.ADMIN);
    if (!leads && intent instanceof Intent.ShowStats) {
      return show(turn, own(turn));
    }
    roles.must(tx, turn.member(), Role.LEAD, Role.ADMIN);
    if (intent instanceof Intent.ShowTopicStats topics) {
      return show(turn, cards.topics(tx, topics.skip()));
    }
    if (intent instanceof Intent.ShowPostStats one) {
      return show(
          turn,
          cards.post(
              tx,
              insights
                  .post(tx, one.post())
                  .orElseThrow(() -> new Refusal("refusal.no_such_post"))));
    }
    return show(turn, cards.posts(tx, ((Intent.ShowStats) intent).skip()));
  }

  /** A member's own numbers, which nobody else sees. */
  private Card own(Turn turn) {
    MineList.Numbers numbers = mine.numbers(turn.tx(), turn.member());
    Text line =
        Words.text(
            "stats.own",
            numbers.posts(),
            numbers.shares(),
            Words.count("visits", numbers.visits()));
    return new Card(
        line.plain(turn.person().zoneId()),
        List.of(
            new Part.Heading(Words.say("home.numbers")),
            new Part.Lead(line),
            new Part.Footnote(
                Words.text(
                    "home.numbers.note", Commands.typed(turn.person().platform(), "mine")))));
  }

  private static Reply show(Turn turn, Card card) {
    return turn.place().message() == null ? new Reply.Show(card) : new Reply.Replace(card);
  }
}
