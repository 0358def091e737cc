package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.network.Network;
import io.herald.post.Post;
import io.herald.settings.LinkedIn;
import io.herald.store.Database;
import io.herald.testkit.TestDatabase;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** PostgreSQL alone: H2 lets one process in. */
final class SeveralNodesTest {

  @Test
  void another_node_notices_a_withdrawal_within_a_second() {
    String url = TestDatabase.POSTGRESQL.url();
    try (Sharing one = new Sharing(Database.open(url), LinkedIn.COMPOSER);
        Sharing other = new Sharing(Database.open(url), LinkedIn.COMPOSER)) {
      Post post = one.live(Sharing.content("We hire"));
      String path = share(one, post);
      assertThat(other.get(path).statusCode()).isEqualTo(302);
      one.withdraw(post, "Wrong", null);
      await()
          .atMost(Duration.ofSeconds(1))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> other.get(path).statusCode() == 410);
    }
  }

  @Test
  void two_nodes_count_visits_of_the_same_links_together() throws InterruptedException {
    String url = TestDatabase.POSTGRESQL.url();
    try (Sharing one = new Sharing(Database.open(url), LinkedIn.COMPOSER);
        Sharing other = new Sharing(Database.open(url), LinkedIn.COMPOSER)) {
      Post post = one.live(Sharing.content("We hire"));
      String first = share(one, post);
      String second = share(one, post);
      ExecutorService visitors = Executors.newFixedThreadPool(16);
      for (int i = 0; i < 400; i++) {
        Sharing node = i % 2 == 0 ? one : other;
        String path = i % 3 == 0 ? first : second;
        visitors.execute(() -> node.get(path));
      }
      visitors.shutdown();
      assertThat(visitors.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      assertThat(one.visitsOf(post)).isEqualTo(400);
    }
  }

  @Test
  void a_node_that_cannot_look_for_changes_does_not_answer_from_memory() {
    Sharing on = new Sharing(TestDatabase.POSTGRESQL);
    Post post = on.live(Sharing.content("We hire"));
    String path = share(on, post);
    on.knowledge.look();
    assertThat(on.get(path).statusCode()).isEqualTo(302);
    on.knowledge.close();
    on.database.close();
    assertThat(on.request("GET", path, "curl/8.5.0", "").statusCode()).isEqualTo(302);
    on.now.updateAndGet(t -> t.plusSeconds(6));
    assertThat(on.request("GET", path, "curl/8.5.0", "").statusCode()).isEqualTo(503);
    on.close();
  }

  private static String share(Sharing on, Post post) {
    String location =
        on.get(on.share(on.member(), post, Network.X))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String text = URLDecoder.decode(location, StandardCharsets.UTF_8);
    return text.substring(text.indexOf("/c/"));
  }
}
