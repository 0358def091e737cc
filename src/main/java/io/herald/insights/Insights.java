package io.herald.insights;

import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbers, from roll-ups alone. */
public final class Insights {
  private static final int DAYS = 14;

  /**
   * What came of a post.
   *
   * @param toApproval from the first submission to the first approval
   */
  public record PostNumbers(
      long post,
      String headline,
      Instant liveAt,
      Numbers numbers,
      long failed,
      long skipped,
      long unknown,
      @Nullable Duration toApproval) {}

  /**
   * A part of a post's numbers.
   *
   * @param name a network's slug, or a day
   * @param shown whether it may be shown who shared
   * @param visitsShown whether it may be shown how often their links were opened
   */
  public record Part(String name, Numbers numbers, boolean shown, boolean visitsShown) {}

  /**
   * What came of the posts of a topic or a campaign.
   *
   * @param posts how many there were
   * @param leftOut how many of them are left out, because so few shared them that it would show
   * @param toApproval of half of its posts it took at most so long; none where none was approved
   */
  public record Group(
      long id,
      String name,
      int posts,
      int leftOut,
      Numbers numbers,
      @Nullable Duration toApproval) {}

  /** A group with its parts: what is hidden of a post is left out of its group's parts as well. */
  public record Whole(Group group, List<Part> byNetwork, List<Part> byDay) {}

  /** A post in a week. */
  public record Best(long post, Numbers numbers) {}

  /** What came of a week, best posts first. */
  public record Week(
      LocalDate monday, long wentLive, Numbers numbers, List<Best> best, long waiting) {}

  /** Posts that are or were live, newest first. */
  public List<PostNumbers> posts(Tx tx, int skip, int most) {
    return tx.sql(InsightsSql.class).posts(skip, most).stream().map(Insights::numbers).toList();
  }

  public Optional<PostNumbers> post(Tx tx, long post) {
    return tx.sql(InsightsSql.class).post(post).map(Insights::numbers);
  }

  /** A post's numbers by network; what would show a few people is not to be shown. */
  public List<Part> byNetwork(Tx tx, long post, long threshold) {
    List<InsightsSql.PartRow> rows = tx.sql(InsightsSql.class).byNetwork(post);
    List<Boolean> shown = shown(rows, threshold);
    var parts = new ArrayList<Part>();
    for (int i = 0; i < rows.size(); i++) {
      parts.add(part(rows.get(i), shown.get(i), shown.get(i)));
    }
    return parts;
  }

  /**
   * The same by day, the last first. Visits come to all links that are out, so they are hidden up
   * to the day on which enough had shared; that day with them, or the rest would tell.
   */
  public List<Part> byDay(Tx tx, long post, long threshold) {
    return days(tx, post, threshold).stream().limit(DAYS).toList();
  }

  private static List<Part> days(Tx tx, long post, long threshold) {
    List<InsightsSql.PartRow> rows = tx.sql(InsightsSql.class).byDay(post);
    List<Boolean> shown = shown(rows, threshold);
    var parts = new ArrayList<Part>();
    long out = 0;
    for (int i = 0; i < rows.size(); i++) {
      boolean enough = out >= threshold;
      out += rows.get(i).people();
      parts.add(0, part(rows.get(i), shown.get(i), enough));
    }
    return parts;
  }

  private static List<Boolean> shown(List<InsightsSql.PartRow> rows, long threshold) {
    return SmallGroups.shown(rows.stream().map(InsightsSql.PartRow::people).toList(), threshold);
  }

  private static Part part(InsightsSql.PartRow row, boolean shown, boolean visitsShown) {
    return new Part(
        row.name(), new Numbers(0, row.people(), row.shares(), row.visits()), shown, visitsShown);
  }

  /** Topics about which something was live, by name. */
  public List<Group> topics(Tx tx, int skip, int most, long threshold) {
    var sql = tx.sql(InsightsSql.class);
    return groups(sql.topics(skip, most), sql::ofTopics, threshold);
  }

  public Optional<Whole> topic(Tx tx, long id, long threshold) {
    var sql = tx.sql(InsightsSql.class);
    return sql.topic(id).map(row -> whole(tx, row, sql.ofTopics(List.of(id)), threshold));
  }

  /** Campaigns of which something was sent, the last changed first. */
  public List<Group> campaigns(Tx tx, int skip, int most, long threshold) {
    var sql = tx.sql(InsightsSql.class);
    return groups(sql.campaigns(skip, most), sql::ofCampaigns, threshold);
  }

  public Optional<Whole> campaign(Tx tx, long id, long threshold) {
    var sql = tx.sql(InsightsSql.class);
    return sql.campaign(id).map(row -> whole(tx, row, sql.ofCampaigns(List.of(id)), threshold));
  }

  private static List<Group> groups(
      List<InsightsSql.GroupRow> rows,
      Function<List<Long>, List<InsightsSql.GroupPost>> posts,
      long threshold) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<InsightsSql.GroupPost>> of =
        posts.apply(rows.stream().map(InsightsSql.GroupRow::id).toList()).stream()
            .collect(Collectors.groupingBy(InsightsSql.GroupPost::partOf));
    return rows.stream()
        .map(row -> group(row, of.getOrDefault(row.id(), List.of()), threshold))
        .toList();
  }

  /** A post that few shared would follow from the sum and its neighbours, so it is not in it. */
  private static Group group(
      InsightsSql.GroupRow row, List<InsightsSql.GroupPost> posts, long threshold) {
    Numbers sum = Numbers.NONE;
    int out = 0;
    for (InsightsSql.GroupPost post : posts) {
      boolean few = post.people() < threshold;
      out += few ? 1 : 0;
      sum =
          sum.plus(
              few
                  ? new Numbers(post.delivered(), 0, 0, 0)
                  : new Numbers(post.delivered(), post.people(), post.shares(), post.visits()));
    }
    return new Group(row.id(), row.name(), posts.size(), out, sum, middle(posts));
  }

  private static @Nullable Duration middle(List<InsightsSql.GroupPost> posts) {
    var times = new ArrayList<Duration>();
    for (InsightsSql.GroupPost post : posts) {
      Duration time = post.toApproval();
      if (time != null) {
        times.add(time);
      }
    }
    times.sort(Comparator.naturalOrder());
    return times.isEmpty() ? null : times.get((times.size() - 1) / 2);
  }

  private Whole whole(
      Tx tx, InsightsSql.GroupRow row, List<InsightsSql.GroupPost> posts, long threshold) {
    var networks = new LinkedHashMap<String, Part>();
    var days = new TreeMap<String, Part>(Comparator.reverseOrder());
    for (InsightsSql.GroupPost post : posts) {
      if (post.people() >= threshold) {
        byNetwork(tx, post.post(), threshold).forEach(part -> add(networks, part));
        days(tx, post.post(), threshold).forEach(part -> add(days, part));
      }
    }
    return new Whole(
        group(row, posts, threshold),
        networks.values().stream()
            .sorted(Comparator.comparingLong((Part part) -> -part.numbers().shares()))
            .toList(),
        days.values().stream().limit(DAYS).toList());
  }

  /** Adds what may be shown of a part, so that the sum tells nothing that its parts do not. */
  private static void add(Map<String, Part> sums, Part part) {
    Numbers seen =
        new Numbers(
            0,
            part.shown() ? part.numbers().people() : 0,
            part.shown() ? part.numbers().shares() : 0,
            part.visitsShown() ? part.numbers().visits() : 0);
    sums.merge(
        part.name(),
        new Part(part.name(), seen, part.shown(), part.visitsShown()),
        (one, other) ->
            new Part(
                one.name(),
                one.numbers().plus(other.numbers()),
                one.shown() || other.shown(),
                one.visitsShown() || other.visitsShown()));
  }

  /** The week that begins on a Monday, by UTC. */
  public Week week(Tx tx, LocalDate monday, long threshold) {
    var sql = tx.sql(InsightsSql.class);
    Instant from = monday.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = from.plus(Duration.ofDays(7));
    Numbers sum = new Numbers(sql.deliveredBetween(from, to), 0, 0, 0);
    var best = new ArrayList<Best>();
    for (InsightsSql.WeekRow row : sql.between(monday, monday.plusDays(7))) {
      if (row.ever() >= threshold) {
        boolean few = row.people() < threshold;
        var numbers = new Numbers(0, few ? 0 : row.people(), few ? 0 : row.shares(), row.visits());
        sum = sum.plus(numbers);
        best.add(new Best(row.post(), numbers));
      }
    }
    return new Week(
        monday, sql.wentLive(from, to), sum, best.stream().limit(3).toList(), sql.waiting());
  }

  private static PostNumbers numbers(InsightsSql.PostRow row) {
    return new PostNumbers(
        row.post(),
        row.headline(),
        row.liveAt(),
        new Numbers(row.delivered(), row.people(), row.shares(), row.visits()),
        row.failed(),
        row.skipped(),
        row.unsettled(),
        row.submittedAt() == null || row.approvedAt() == null
            ? null
            : Duration.between(row.submittedAt(), row.approvedAt()));
  }
}
