package io.herald.bench;

import io.herald.insights.Insights;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.store.Database;
import io.herald.testkit.House;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What it costs to say what came of a post, however many visits it had. */
final class StatsBench implements Benchmark {
  private static final int DAYS = 30;

  @Override
  public String name() {
    return "stats";
  }

  @Override
  public String about() {
    return "what came of a post with a million visits, beside ten thousand";
  }

  /** Visits as they are stored: by tracked link and day, and in the roll-up. */
  interface VisitsSql {
    @SqlUpdate(
        """
        INSERT INTO member (first_seen)
        SELECT p.created_at FROM post p, generate_series(1, :many) AS s(n) WHERE p.id = :post
        """)
    void members(long post, int many);

    @SqlUpdate(
        """
        INSERT INTO share_link (post, member, network, counted_at)
        SELECT p.id, m.id, CASE WHEN MOD(m.id, 2) = 0 THEN 'x' ELSE 'linkedin' END, p.created_at
        FROM post p, member m WHERE p.id = :post
        """)
    void links(long post);

    @SqlUpdate(
        """
        INSERT INTO tracked_link (share_link, revision, token, target, made_at)
        SELECT l.id, 1, CAST(l.id AS VARCHAR(10)), 'https://example.com', l.counted_at
        FROM share_link l WHERE l.post = :post
        """)
    void tracked(long post);

    @SqlUpdate(
        """
        INSERT INTO visit_count (tracked_link, on_date, visits)
        SELECT t.id, :date, 1
        FROM tracked_link t JOIN share_link l ON l.id = t.share_link
        WHERE l.post = :post
        """)
    void visits(long post, LocalDate date);

    @SqlUpdate(
        """
        INSERT INTO share_stat (post, network, on_date, shares, people, visits)
        SELECT l.post, l.network, v.on_date, 0, 0, SUM(v.visits)
        FROM visit_count v
        JOIN tracked_link t ON t.id = v.tracked_link
        JOIN share_link l ON l.id = t.share_link
        WHERE l.post = :post
        GROUP BY l.post, l.network, v.on_date
        """)
    void rollUp(long post);

    @SqlUpdate("ANALYZE")
    void analyze();
  }

  @Override
  public List<Figure> run(boolean brief) {
    int few = (brief ? 1_000 : 10_000) / DAYS;
    int many = (brief ? 20_000 : 1_000_000) / DAYS;
    int asks = brief ? 50 : 500;
    var figures = new ArrayList<Figure>();
    for (Store store : Store.values()) {
      Quantiles small = asked(store, few, asks);
      Quantiles large = asked(store, many, asks);
      figures.add(
          Figure.atMost(
              "a post's numbers with " + many * DAYS + " visits, " + store.label,
              large.toString(),
              small + " with " + few * DAYS,
              large.millis(0.5) / small.millis(0.5),
              1.2,
              "p50 at most 1.2 times"));
    }
    return figures;
  }

  private static Quantiles asked(Store store, int links, int times) {
    try (var house = new House(Database.open(store.url()))) {
      Person author = house.member("Author");
      Person approver = house.member("Approver", Role.APPROVER);
      Post post = house.live(author, approver, "Offices");
      house.run(
          tx -> {
            var sql = tx.sql(VisitsSql.class);
            sql.members(post.id(), links);
            sql.links(post.id());
            sql.tracked(post.id());
            for (int day = 0; day < DAYS; day++) {
              sql.visits(post.id(), LocalDate.parse("2026-03-01").plusDays(day));
            }
            sql.rollUp(post.id());
          });
      house.run(tx -> tx.sql(VisitsSql.class).analyze());
      var insights = new Insights();
      ask(house, insights, post, times / 2);
      return ask(house, insights, post, times);
    }
  }

  private static Quantiles ask(House house, Insights insights, Post post, int times) {
    var took = new long[times];
    for (int i = 0; i < times; i++) {
      long began = System.nanoTime();
      int read =
          house.in(
              tx ->
                  insights.posts(tx, 0, 10).size()
                      + insights.byNetwork(tx, post.id(), 5).size()
                      + insights.byDay(tx, post.id(), 5).size());
      took[i] = System.nanoTime() - began;
      if (read < 3) {
        throw new IllegalStateException("nothing was read");
      }
    }
    return new Quantiles(took);
  }
}
