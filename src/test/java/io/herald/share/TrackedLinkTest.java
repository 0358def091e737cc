package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.network.Network;
import io.herald.post.Post;
import io.herald.store.Changes;
import io.herald.testkit.TestDatabase;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
@TestInstance(Lifecycle.PER_CLASS)
final class TrackedLinkTest {
  private static final String TARGET =
      "https://acme.example.org/jobs?id=7&utm_source=x&utm_medium=employee"
          + "&utm_campaign=general#apply";

  @Parameter private TestDatabase kind;
  private Sharing on;

  @BeforeParameterizedClassInvocation
  void open() {
    on = new Sharing(kind);
  }

  @AfterParameterizedClassInvocation
  void close() {
    on.close();
  }

  @Test
  void a_visitor_is_led_to_the_posts_link_and_counted_before() {
    Post post = on.live(Sharing.content("We hire"));
    String path = share(on.member(), post);
    double before = on.meters.counter("herald.visits").count();
    HttpResponse<String> answer = on.get(path);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).contains(TARGET);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(on.visitsOf(post)).isEqualTo(1);
    assertThat(on.meters.counter("herald.visits").count()).isEqualTo(before + 1);
  }

  @Test
  void many_visitors_at_once_are_counted_to_the_last_one() throws InterruptedException {
    Post post = on.live(Sharing.content("We hire"));
    String one = share(on.member(), post);
    String other = share(on.member(), post);
    AtomicInteger led = new AtomicInteger();
    ExecutorService visitors = Executors.newFixedThreadPool(16);
    for (int i = 0; i < 600; i++) {
      String path = i % 3 == 0 ? other : one;
      visitors.execute(
          () -> {
            if (on.get(path).statusCode() == 302) {
              led.incrementAndGet();
            }
          });
    }
    visitors.shutdown();
    assertThat(visitors.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(led.get()).isEqualTo(600);
    assertThat(on.visitsOf(post)).isEqualTo(600);
  }

  @Test
  void each_day_has_its_own_count() {
    Post post = on.live(Sharing.content("We hire"));
    String path = share(on.member(), post);
    LocalDate today = LocalDate.ofInstant(on.now.get(), ZoneOffset.UTC);
    on.get(path);
    on.get(path);
    on.now.updateAndGet(t -> t.plus(Duration.ofDays(1)));
    await().until(() -> on.knowledge.fresh());
    on.get(path);
    List<PerDate> days = on.database.inTransaction(tx -> tx.sql(DaysSql.class).days(post.id()));
    assertThat(days).containsExactly(new PerDate(today, 2), new PerDate(today.plusDays(1), 1));
  }

  @Test
  void machines_and_head_are_led_and_not_counted() {
    Post post = on.live(Sharing.content("We hire"));
    String path = share(on.member(), post);
    for (String machine : List.of("LinkedInBot/1.0", "facebookexternalhit/1.1", "curl/8.5.0")) {
      HttpResponse<String> answer = on.request("GET", path, machine, "");
      assertThat(answer.headers().firstValue("Location")).contains(TARGET);
    }
    HttpResponse<String> head = on.request("HEAD", path, Sharing.BROWSER, "");
    assertThat(head.statusCode()).isEqualTo(302);
    assertThat(on.visitsOf(post)).isZero();
  }

  @Test
  void an_expired_post_goes_on_being_read() {
    Post post = on.live(Sharing.content("We hire"));
    String path = share(on.member(), post);
    on.now.updateAndGet(t -> t.plus(Duration.ofDays(400)));
    on.database.run(
        tx ->
            on.posts.store(
                tx, on.posts.lock(tx, post.id()).expired(on.clock.instant()), null, "expired"));
    assertThat(on.get(path).headers().firstValue("Location")).contains(TARGET);
    assertThat(on.visitsOf(post)).isEqualTo(1);
  }

  @Test
  void a_withdrawn_post_is_gone_for_the_public_at_once_and_without_a_reason() {
    Post post = on.live(Sharing.content("We hire"));
    String path = share(on.member(), post);
    assertThat(on.get(path).statusCode()).isEqualTo(302);
    on.withdraw(post, "Because of the scandal", null);
    HttpResponse<String> gone = on.get(path);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).doesNotContain("scandal").contains("no longer shared");
    assertThat(on.visitsOf(post)).isEqualTo(1);
  }

  @Test
  void a_withdrawn_post_leads_where_the_lead_said() {
    Post post = on.live(Sharing.content("We hire"));
    String path = share(on.member(), post);
    on.withdraw(post, "Wrong numbers", "https://acme.example.org/correction");
    HttpResponse<String> answer = on.get(path);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .contains("https://acme.example.org/correction");
    assertThat(on.visitsOf(post)).isZero();
  }

  @Test
  void a_member_who_left_or_wants_no_tracking_is_counted_no_more() {
    Post post = on.live(Sharing.content("We hire"));
    long member = on.member();
    String path = share(member, post);
    on.get(path);
    on.leaveOrganisation(member);
    on.database.run(Changes::happened);
    assertThat(on.get(path).statusCode()).isEqualTo(302);
    String other = share(on.member(), post);
    on.database.run(tx -> on.organisation.tracking(tx, null, false));
    assertThat(on.get(other).statusCode()).isEqualTo(302);
    assertThat(on.visitsOf(post)).isEqualTo(1);
    on.database.run(tx -> on.organisation.tracking(tx, null, true));
  }

  @Test
  void what_is_no_tracked_link_is_not_found() {
    assertThat(on.get("/c/abcdefghij").statusCode()).isEqualTo(404);
    assertThat(on.get("/c/").statusCode()).isEqualTo(404);
    assertThat(on.get("/c/abcdefghij/x").statusCode()).isEqualTo(404);
    assertThat(on.post("/c/abcdefghij", "a=b").statusCode()).isEqualTo(405);
  }

  private String share(long member, Post post) {
    String location =
        on.get(on.share(member, post, Network.X)).headers().firstValue("Location").orElseThrow();
    String text = URLDecoder.decode(location, StandardCharsets.UTF_8);
    return text.substring(text.indexOf("/c/"));
  }

  interface DaysSql {
    @SqlQuery(
        """
        SELECT v.on_date, v.visits FROM visit_count v
        JOIN tracked_link t ON t.id = v.tracked_link
        JOIN share_link l ON l.id = t.share_link
        WHERE l.post = :post ORDER BY v.on_date
        """)
    List<PerDate> days(long post);
  }

  record PerDate(LocalDate onDate, long visits) {}
}
