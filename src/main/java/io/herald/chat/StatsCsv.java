package io.herald.chat;

import io.herald.insights.Insights;
import io.herald.insights.Numbers;
import io.herald.members.OrganisationSettings;
import io.herald.share.Downloads;
import io.herald.store.Tx;
import io.herald.words.Csv;
import io.herald.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All numbers, a line each: a post, topic or campaign as a whole, then each of its networks and
 * days. What few people did is not in it.
 */
public final class StatsCsv implements Downloads.Content {
  /** As {@link Downloads} knows it. */
  public static final String KIND = "stats";

  private static final int AT_ONCE = 100;

  private final Insights insights;
  private final OrganisationSettings organisation;

  public StatsCsv(Insights insights, OrganisationSettings organisation) {
    this.insights = insights;
    this.organisation = organisation;
  }

  @Override
  public void write(Tx tx, long subject, Consumer<Csv> lines) {
    long threshold = organisation.threshold(tx);
    lines.accept(
        Csv.of(
            Words.say("csv.of"),
            Words.say("csv.name"),
            Words.say("csv.network"),
            Words.say("csv.day"),
            Words.say("csv.live"),
            Words.say("csv.delivered"),
            Words.say("csv.people"),
            Words.say("csv.shares"),
            Words.say("csv.visits"),
            Words.say("csv.ignored"),
            Words.say("csv.hours_to_approval")));
    var out = new Lines(lines, threshold);
    each(
        (skip, most) -> insights.posts(tx, skip, most),
        post -> {
          out.whole("post", post.headline(), post.liveAt(), post.numbers(), post.toApproval());
          if (!post.numbers().few(threshold)) {
            out.parts(
                "post",
                post.headline(),
                insights.byNetwork(tx, post.post(), threshold),
                insights.byDay(tx, post.post(), threshold));
          }
        });
    each(
        (skip, most) -> insights.topics(tx, skip, most, threshold),
        topic -> insights.topic(tx, topic.id(), threshold).ifPresent(w -> out.group("topic", w)));
    each(
        (skip, most) -> insights.campaigns(tx, skip, most, threshold),
        campaign ->
            insights
                .campaign(tx, campaign.id(), threshold)
                .ifPresent(w -> out.group("campaign", w)));
  }

  private static <T> void each(Page.Source<T> source, Consumer<T> act) {
    int skip = 0;
    List<T> some = source.get(skip, AT_ONCE);
    while (!some.isEmpty()) {
      some.forEach(act);
      skip += some.size();
      some = source.get(skip, AT_ONCE);
    }
  }

  /** Writes numbers as lines. */
  private record Lines(Consumer<Csv> to, long threshold) {
    void group(String kind, Insights.Whole whole) {
      Insights.Group group = whole.group();
      whole(kind, group.name(), null, group.numbers(), group.toApproval());
      parts(kind, group.name(), whole.byNetwork(), whole.byDay());
    }

    void whole(
        String kind,
        String name,
        @Nullable Instant liveAt,
        Numbers numbers,
        @Nullable Duration toApproval) {
      boolean few = numbers.few(threshold);
      boolean told = numbers.ignored() >= threshold && !few;
      // Where nearly everybody shared, the number of people would tell who did not.
      boolean nearlyAll = !few && numbers.delivered() >= threshold && !told;
      String fewer = Words.say("csv.few", threshold);
      to.accept(
          Csv.of(
              Words.say("csv.of." + kind),
              name,
              null,
              null,
              liveAt,
              numbers.delivered() < threshold ? fewer : numbers.delivered(),
              few ? fewer : nearlyAll ? Words.say("csv.nearly_all") : numbers.people(),
              few || nearlyAll ? null : numbers.shares(),
              few ? null : numbers.visits(),
              told ? numbers.ignored() : null,
              toApproval == null
                  ? null
                  : String.format(Locale.ROOT, "%.1f", toApproval.toMinutes() / 60.0)));
    }

    void parts(String kind, String name, List<Insights.Part> byNetwork, List<Insights.Part> byDay) {
      byNetwork.forEach(part -> part(kind, name, StatsLines.network(part.name()), null, part));
      byDay.forEach(part -> part(kind, name, null, part.name(), part));
    }

    private void part(
        String kind,
        String name,
        @Nullable String network,
        @Nullable String day,
        Insights.Part part) {
      to.accept(
          Csv.of(
              Words.say("csv.of." + kind),
              name,
              network,
              day,
              null,
              null,
              part.shown() ? part.numbers().people() : Words.say("stats.part_few"),
              part.shown() ? part.numbers().shares() : null,
              part.visitsShown() ? part.numbers().visits() : null,
              null,
              null));
    }
  }
}
