package io.herald.chat;

import io.herald.insights.Insights;
import io.herald.members.OrganisationSettings;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.share.Downloads;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.List;

/** What came of it: for leads and admins of everything, for anybody else of their own. */
final class StatsClerk implements Clerk<Intent.Counting> {
  private final Roles roles;
  private final Insights insights;
  private final OrganisationSettings organisation;
  private final StatsCards cards;
  private final StatsGroups groups;
  private final MineList mine;
  private final Downloads downloads;

  StatsClerk(
      Roles roles,
      Insights insights,
      OrganisationSettings organisation,
      StatsCards cards,
      MineList mine,
      Downloads downloads) {
    this.roles = roles;
    this.insights = insights;
    this.organisation = organisation;
    this.cards = cards;
    this.groups = new StatsGroups(insights, organisation);
    this.mine = mine;
    this.downloads = downloads;
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
    if (intent instanceof Intent.StatsFile) {
      String address = downloads.offer(tx, turn.member(), StatsCsv.KIND, 0);
      return new Reply.Say(
          Words.text("campaign.file.here", Text.link(Words.say("stats.file.link"), address)));
    }
    if (intent instanceof Intent.ShowTopicStats topics) {
      return show(turn, groups.topics(tx, topics.skip()));
    }
    if (intent instanceof Intent.ShowCampaignStats campaigns) {
      return show(turn, groups.campaigns(tx, campaigns.skip()));
    }
    if (intent instanceof Intent.ShowTopicDetails one) {
      return show(turn, topic(tx, one.topic()));
    }
    if (intent instanceof Intent.ShowCampaignDetails one) {
      return show(turn, campaign(tx, one.campaign()));
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

  private Card topic(Tx tx, long id) {
    long threshold = organisation.threshold(tx);
    return groups.whole(
        insights
            .topic(tx, id, threshold)
            .orElseThrow(() -> new Refusal("refusal.nothing_to_count")),
        Choice.of(Words.say("stats.topics"), new Intent.ShowTopicStats(0)),
        threshold);
  }

  private Card campaign(Tx tx, long id) {
    long threshold = organisation.threshold(tx);
    return groups.whole(
        insights
            .campaign(tx, id, threshold)
            .orElseThrow(() -> new Refusal("refusal.nothing_to_count")),
        Choice.of(Words.say("stats.campaigns"), new Intent.ShowCampaignStats(0)),
        threshold);
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
