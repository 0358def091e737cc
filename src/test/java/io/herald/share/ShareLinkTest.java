package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.network.Network;
import io.herald.post.Freedom;
import io.herald.post.Post;
import io.herald.testkit.TestDatabase;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
final class ShareLinkTest {
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
  void a_press_leads_to_the_composer_with_words_and_tracked_link() {
    double before = counted();
    Post post = on.live(Sharing.content("We hire: R&D, 50% remote #jobs 👋"));
    HttpResponse<String> answer = on.get(on.share(on.member(), post, Network.X));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(text(answer))
        .matches(
            "We hire: R&D, 50% remote #jobs 👋\n\nhttps://herald\\.example\\.org/c/[0-9A-Za-z]{10}");
    assertThat(location(answer)).startsWith("https://x.com/intent/tweet?text=We%20hire");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(counted()).isEqualTo(before + 1);
  }

  @Test
  void several_presses_within_a_minute_are_one_share_and_keep_their_link() {
    Post post = on.live(Sharing.content("We hire"));
    long member = on.member();
    String path = on.share(member, post, Network.X);
    String first = location(on.get(path));
    on.now.updateAndGet(t -> t.plusSeconds(59));
    assertThat(location(on.get(path))).isEqualTo(first);
    assertThat(on.sharesOf(post)).isEqualTo(1);
    on.now.updateAndGet(t -> t.plusSeconds(1));
    assertThat(location(on.get(path))).isEqualTo(first);
    assertThat(on.sharesOf(post)).isEqualTo(2);
    on.get(on.share(member, post, Network.LINKEDIN));
    on.get(on.share(on.member(), post, Network.X));
    assertThat(on.sharesOf(post)).isEqualTo(4);
    assertThat(on.trackedLinksOf(post)).isEqualTo(3);
  }

  @Test
  void many_presses_at_once_are_one_share_with_one_link() throws InterruptedException {
    Post post = on.live(Sharing.content("We hire"));
    String path = on.share(on.member(), post, Network.X);
    ExecutorService people = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 40; i++) {
      people.execute(() -> assertThat(on.get(path).statusCode()).isEqualTo(302));
    }
    people.shutdown();
    assertThat(people.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(on.sharesOf(post)).isEqualTo(1);
    assertThat(on.trackedLinksOf(post)).isEqualTo(1);
  }

  @Test
  void machines_are_answered_and_leave_no_trace() {
    double before = counted();
    Post post = on.live(Sharing.content("We hire"));
    String path = on.share(on.member(), post, Network.X);
    for (String machine : List.of("Slackbot-LinkExpanding 1.0", "curl/8.5.0")) {
      assertThat(on.request("GET", path, machine, "").statusCode()).isEqualTo(302);
    }
    HttpResponse<String> head = on.request("HEAD", path, Sharing.BROWSER, "");
    assertThat(head.statusCode()).isEqualTo(302);
    assertThat(text(head)).contains("https://acme.example.org/jobs?id=7&utm_source=x");
    assertThat(on.sharesOf(post)).isZero();
    assertThat(on.trackedLinksOf(post)).isZero();
    assertThat(counted()).isEqualTo(before);
  }

  @Test
  void every_share_stands_in_the_ledger() {
    Post post = on.live(Sharing.content("We hire"));
    long member = on.member();
    on.get(on.share(member, post, Network.X));
    on.get(on.share(member, post, Network.X));
    List<String> entries =
        on.database.inTransaction(tx -> on.records.about(tx, "post/" + post.id()));
    assertThat(entries)
        .filteredOn(entry -> entry.contains("\"kind\":\"shared\""))
        .singleElement()
        .asString()
        .contains("\"actor\":\"member/" + member + "\"")
        .contains("\"network\":\"x\"")
        .contains("\"revision\":1")
        .contains("\"tracked_link\":\"");
  }

  @Test
  void the_members_own_words_or_wording_go_out() {
    Map<Network, List<String>> wordings = Map.of(Network.X, List.of("One", "Two"));
    Post post = on.live(Sharing.content("Text", wordings, Freedom.EDIT_FREELY, null));
    long first = on.member();
    long second = on.member();
    assertThat(text(on.get(on.share(first, post, Network.X)))).startsWith("One\n");
    assertThat(text(on.get(on.share(second, post, Network.X)))).startsWith("Two\n");
    assertThat(text(on.get(on.share(first, post, Network.BLUESKY)))).startsWith("Text\n");
    on.database.run(tx -> on.givens.own(tx, on.posts.shown(tx, post), first, "Mine"));
    assertThat(text(on.get(on.share(first, post, Network.X)))).startsWith("Mine\n");
  }

  @Test
  void an_edit_replaces_the_words_and_the_link_that_is_shared_from_then_on() {
    Post post = on.live(Sharing.content("Old"));
    String path = on.share(on.member(), post, Network.X);
    String before = text(on.get(path));
    on.revise(post, Sharing.content("New"));
    String after = text(on.get(path));
    assertThat(before).startsWith("Old\n");
    assertThat(after).startsWith("New\n");
    assertThat(on.get(tracked(before)).statusCode()).isEqualTo(302);
    assertThat(tracked(after)).isNotEqualTo(tracked(before));
  }

  @Test
  void without_tracking_the_posts_own_link_is_shared() {
    Post post = on.live(Sharing.content("We hire"));
    long member = on.member();
    on.track(member, false);
    String own =
        "https://acme.example.org/jobs?id=7&utm_source=linkedin&utm_medium=employee"
            + "&utm_campaign=general#apply";
    assertThat(text(on.get(on.share(member, post, Network.LINKEDIN)))).endsWith("\n\n" + own);
    on.database.run(tx -> on.organisation.tracking(tx, null, false));
    long other = on.member();
    assertThat(text(on.get(on.share(other, post, Network.LINKEDIN)))).endsWith("\n\n" + own);
    assertThat(on.trackedLinksOf(post)).isZero();
    assertThat(on.sharesOf(post)).isEqualTo(2);
    on.database.run(tx -> on.organisation.tracking(tx, null, true));
  }

  @Test
  void links_end_with_the_share_window_the_post_or_the_member() {
    Post post = on.live(Sharing.content("We hire"));
    long member = on.member();
    String path = on.share(member, post, Network.X);
    on.leaveOrganisation(member);
    assertThat(on.get(path).statusCode()).isEqualTo(410);
    assertThat(on.get("/s/" + on.tokens.make(999_999, post.id(), Network.X)).statusCode())
        .isEqualTo(410);
    String other = on.share(on.member(), post, Network.X);
    on.now.updateAndGet(t -> t.plus(Duration.ofDays(30)));
    HttpResponse<String> expired = on.get(other);
    assertThat(expired.statusCode()).isEqualTo(410);
    assertThat(expired.body()).contains("can no longer be shared");
    on.withdraw(post, "The <offer> is \"gone\"", null);
    HttpResponse<String> withdrawn = on.get(other);
    assertThat(withdrawn.statusCode()).isEqualTo(410);
    assertThat(withdrawn.body()).contains("The &lt;offer&gt; is &quot;gone&quot;");
    assertThat(on.sharesOf(post)).isZero();
  }

  @Test
  void what_is_no_share_link_is_not_found() {
    assertThat(on.get("/s/abc").statusCode()).isEqualTo(404);
    assertThat(on.get("/s/").statusCode()).isEqualTo(404);
    assertThat(on.get("/s/" + "z".repeat(23)).statusCode()).isEqualTo(404);
    assertThat(on.get("/s/" + on.tokens.make(on.member(), 999, Network.X)).statusCode())
        .isEqualTo(404);
    long author = on.member();
    Post draft =
        on.database.inTransaction(
            tx -> {
              Post post = on.posts.create(tx, author);
              on.posts.revise(tx, post, author, Sharing.content("Not yet"));
              return on.posts.get(tx, post.id());
            });
    assertThat(on.get(on.share(on.member(), draft, Network.X)).statusCode()).isEqualTo(404);
    assertThat(on.request("PUT", "/s/abc", Sharing.BROWSER, "").statusCode()).isEqualTo(405);
  }

  @Test
  void mastodon_asks_for_the_server_once_and_remembers_it() {
    Post post = on.live(Sharing.content("We hire"));
    String path = on.share(on.member(), post, Network.MASTODON);
    HttpResponse<String> form = on.get(path);
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.body()).contains("name=\"server\"");
    HttpResponse<String> wrong = on.post(path, "server=not+a%22server");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("aria-invalid=\"true\"", "value=\"not a&quot;server\"");
    HttpResponse<String> sent = on.post(path, "server=%40ada%40Example.social");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(location(sent)).startsWith("https://example.social/share?text=We%20hire");
    assertThat(text(sent)).contains("/c/");
    HttpResponse<String> again = on.get(path);
    assertThat(again.statusCode()).isEqualTo(302);
    assertThat(location(again)).isEqualTo(location(sent));
    assertThat(on.get(path + "?server").body()).contains("value=\"example.social\"");
    on.post(path, "server=other.example");
    assertThat(location(on.get(path))).startsWith("https://other.example/");
    assertThat(on.sharesOf(post)).isEqualTo(1);
    assertThat(on.post(on.share(on.member(), post, Network.X), "server=a.b").statusCode())
        .isEqualTo(405);
    assertThat(on.post(path, "server=" + "x".repeat(5_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void people_see_their_own_shares_and_a_lead_who_must_hear_of_a_recall() {
    Post post = on.live(Sharing.content("We hire"));
    long member = on.member();
    String text = text(on.get(on.share(member, post, Network.X)));
    on.now.updateAndGet(t -> t.plusSeconds(5));
    on.get(on.share(member, post, Network.EMAIL));
    on.get(tracked(text));
    on.get(tracked(text));
    List<Shares.Mine> mine = on.database.inTransaction(tx -> on.shares.of(tx, member, 0, 10));
    assertThat(mine).extracting(Shares.Mine::network).containsExactly(Network.EMAIL, Network.X);
    assertThat(mine).extracting(Shares.Mine::visits).containsExactly(0L, 2L);
    assertThat(mine.get(1).at()).isEqualTo(on.now.get().minusSeconds(5));
    List<Long> sharers = on.database.inTransaction(tx -> on.shares.sharers(tx, post.id()));
    assertThat(sharers).containsExactly(member);
  }

  private double counted() {
    return on.meters.counter("herald.shares", "network", "x").count();
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String text(HttpResponse<?> answer) {
    String location = location(answer);
    return URLDecoder.decode(
        location.substring(location.indexOf("text=") + 5), StandardCharsets.UTF_8);
  }

  /** The path of the tracked link in a text. */
  private static String tracked(String text) {
    return text.substring(text.indexOf("/c/"));
  }
}
