package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.outbox.Work;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RetriesTest {
  @Test
  void what_failed_together_does_not_come_back_together() {
    long waits =
        LongStream.range(0, 100).mapToObj(id -> Retries.backoff(work(id, 3))).distinct().count();

    assertThat(waits).isGreaterThan(80);
    assertThat(LongStream.range(0, 100).mapToObj(id -> Retries.backoff(work(id, 3))))
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6)));
  }

  @Test
  void no_wait_is_longer_than_some_minutes() {
    assertThat(Retries.backoff(work(7, 40)))
        .isBetween(Duration.ofMinutes(5), Duration.ofSeconds(450));
  }

  private static Work work(long id, int attempts) {
    return new Work(id, 0, "card", 1, 1, attempts, 1, 0);
  }
}
