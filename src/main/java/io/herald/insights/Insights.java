package io.herald.insights;

import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * What came of the posts of a topic.
   *
   * @param posts how many there were
   * @param leftOut how many of them are left out, because so few shared them that it would show
   */
  public record TopicNumbers(String name, int posts, int leftOut, Numbers numbers) {}

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
    List<InsightsSql.PartRow> rows = tx.sql(InsightsSql.class).byDay(post);
    List<Boolean> shown = shown(rows, threshold);
    var parts = new ArrayList<Part>();
    long out = 0;
    for (int i = 0; i < rows.size(); i++) {
      boolean enough = out >= threshold;
      out += rows.get(i).people();
      parts.add(0, part(rows.get(i), shown.get(i), enough));
    }
    return parts.stream().limit(DAYS).toList();
  }

  private static List<Boolean> shown(List<InsightsSql.PartRow> rows, long threshold) {
    return SmallGroups.shown(rows.stream().map(InsightsSql.PartRow::people).toList(), threshold);
  }

  private static Part part(InsightsSql.PartRow row, boolean shown, boolean visitsShown) {
    return new Part(
        row.name(), new Numbers(0, row.people(), row.shares(), row.visits()), shown, visitsShown);
  }

  /** Topics about which something was live, by name. */
  public List<TopicNumbers> topics(Tx tx, int skip, int most, long threshold) {
    var sql = tx.sql(InsightsSql.class);
    List<InsightsSql.TopicRow> topics = sql.topics(skip, most);
    if (topics.isEmpty()) {
      return List.of();
    }
    Map<Long, List<InsightsSql.TopicPost>> posts = new HashMap<>();
    sql.ofTopics(topics.stream().map(InsightsSql.TopicRow::id).toList())
        .forEach(post -> posts.computeIfAbsent(post.topic(), t -> new ArrayList<>()).add(post));
    return topics.stream()
        .map(topic -> topic(topic, posts.getOrDefault(topic.id(), List.of()), threshold))
        .toList();
  }

  /** A post that few shared would follow from the sum and its neighbours, so it is not in it. */
  private static TopicNumbers topic(
      InsightsSql.TopicRow topic, List<InsightsSql.TopicPost> posts, long threshold) {
    Numbers sum = Numbers.NONE;
    int out = 0;
    for (InsightsSql.TopicPost post : posts) {
      boolean few = post.people() < threshold;
      out += few ? 1 : 0;
      sum =
          sum.plus(
              few
                  ? new Numbers(post.delivered(), 0, 0, 0)
                  : new Numbers(post.delivered(), post.people(), post.shares(), post.visits()));
    }
    return new TopicNumbers(topic.name(), posts.size(), out, sum);
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
