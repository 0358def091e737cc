package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.herald.members.Account;
import io.herald.members.AccountFacts;
import io.herald.members.Platform;
import io.herald.outbox.Pacer;
import io.herald.testkit.House;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a courier hears of its platform, and tells the pacer. */
class PacedCourierTest {
  private static final AccountFacts FACTS =
      new AccountFacts(
          new Account(Platform.SLACK, House.TEAM, "U1"),
          "Ben",
          null,
          AccountFacts.Kind.MEMBER,
          ZoneOffset.UTC,
          true);

  private final House house = new House();
  private final Pacer pacer = new Pacer(house.database, house.clock, Pacer.CHANNEL_GAP);

  // A platform that fails at will; the doubles show the real ones in the journeys.
  private final Courier courier = mock(Courier.class);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_token_that_is_not_taken_halts_the_workspace_until_it_is() {
    when(courier.platform()).thenReturn(Platform.SLACK);
    when(courier.workspace()).thenReturn(House.TEAM);
    var paced =
        new PacedCourier(
            courier,
            new Workspaces(house.database, house.people),
            pacer,
            house.database,
            house.clock);
    when(courier.lookUp("U1"))
        .thenThrow(new PlatformFailure(PlatformFailure.Kind.UNAUTHORISED, "token_revoked"))
        .thenReturn(FACTS);
    assertThat(failure(paced).kind()).isEqualTo(PlatformFailure.Kind.UNAUTHORISED);
    assertThat(pacer.halts()).isEqualTo(1);
    assertThat(failure(paced).kind()).isEqualTo(PlatformFailure.Kind.RATE_LIMITED);
    verify(courier, times(1)).lookUp("U1");
    house.clock.advance(Duration.ofSeconds(30));
    assertThat(paced.lookUp("U1")).isEqualTo(FACTS);
    assertThat(pacer.halts()).isZero();
  }

  private static PlatformFailure failure(Courier courier) {
    return catchThrowableOfType(PlatformFailure.class, () -> courier.lookUp("U1"));
  }
}
