package io.herald.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final String SEND = "chat.postMessage";

  private final SettableClock clock = new SettableClock();
  private final Limits limits = new Limits(clock);

  private boolean permits(String channel) {
    return limits.refuse(SEND, () -> channel).isEmpty();
  }

  @Test
  void nothing_is_limited_unless_asked_for() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(permits("U1")).isTrue();
    }
    assertThat(limits.refused()).isZero();
  }

  @Test
  void a_minute_permits_as_many_as_were_asked_for_whoever_calls() {
    limits.permit(SEND, 120);
    int permitted = 0;
    for (int tenth = 0; tenth < 600; tenth++) {
      permitted += permits("U" + tenth) ? 1 : 0;
      clock.advance(Duration.ofMillis(100));
      if (limits.refused() > 0) {
        break;
      }
    }
    assertThat(permitted).isLessThan(5);
    assertThat(limits.refused()).isEqualTo(1);
  }

  @Test
  void who_was_told_to_wait_and_calls_again_at_once_is_counted() {
    limits.permit(SEND, 60);
    assertThat(permits("U1")).isTrue();
    assertThat(permits("U2")).isFalse();
    // On its way already when the first refusal was.
    assertThat(permits("U3")).isFalse();
    assertThat(limits.early()).isZero();
    clock.advance(Duration.ofMillis(800));
    assertThat(permits("U4")).isFalse();
    assertThat(limits.early()).isEqualTo(1);
    clock.advance(Duration.ofMillis(300));
    assertThat(permits("U4")).isTrue();
    assertThat(limits.refused()).isEqualTo(3);
  }

  @Test
  void a_channel_takes_one_message_a_second() {
    limits.oncePerSecondAndChannel(SEND);
    assertThat(permits("C1")).isTrue();
    assertThat(permits("C2")).isTrue();
    clock.advance(Duration.ofMillis(999));
    assertThat(permits("C1")).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(permits("C1")).isTrue();
  }
}
