package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.herald.campaign.Aim;
import io.herald.campaign.Broadcasts;
import io.herald.campaign.Campaign;
import io.herald.campaign.CampaignOutcomes;
import io.herald.campaign.DeliveryState;
import io.herald.campaign.Plan;
import io.herald.members.Digest;
import io.herald.members.Person;
import io.herald.members.QuietHours;
import io.herald.members.Role;
import io.herald.outbox.Lane;
import io.herald.outbox.Work;
import io.herald.post.Post;
import io.herald.testkit.House;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reminder of a campaign is an ask like any other. */
class NudgeErrandTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;

  // Whether it is sent is asked here, and not how.
  private final CardErrand sending = mock(CardErrand.class);
  private final CampaignOutcomes outcomes = new CampaignOutcomes(house.posts, house.records);
  private final NudgeErrand errand =
      new NudgeErrand(
          house.database,
          house.broadcasts,
          outcomes,
          house.posts,
          house.people,
          house.attention,
          house.shares,
          chat.cards,
          sending);
  private final Person lead = house.member("Lea", Role.LEAD);
  private final Person ben = house.joined("Ben");

  @BeforeEach
  void remindBen() {
    when(sending.run(any(), anyLong())).thenReturn(Errand.Result.done());
    Post post =
        house.live(
            house.member("Amira"),
            house.member("Clara", Role.APPROVER),
            "News",
            house.topic("Elsewhere").id());
    var plan =
        new Plan(
            "Nudge",
            "Goal",
            List.of(post.id()),
            new Aim(List.of(Aim.Group.everyone()), List.of()),
            null,
            null,
            null,
            house.posts.now().plus(Duration.ofDays(9)),
            1,
            null);
    Campaign campaign = house.in(tx -> house.campaigns.add(tx, lead.member(), plan));
    house.run(tx -> house.campaigns.send(tx, campaign.id(), lead.member(), 1));
    chat.campaignMoves.look();
    for (long id : house.work(Broadcasts.DELIVERY)) {
      house.run(tx -> house.broadcasts.ended(tx, id, DeliveryState.DELIVERED, null));
    }
    house.clock.advance(Duration.ofDays(1));
    house.run(outcomes::remind);
  }

  @AfterEach
  void close() {
    chat.close();
  }

  private Errand.Result run() {
    Work work =
        house.claim(Lane.BULK, 10).stream()
            .filter(w -> w.kind().equals(CampaignOutcomes.NUDGE))
            .findFirst()
            .orElseThrow();
    Errand.Result result = errand.run(work);
    house.release();
    return result;
  }

  private int asked() {
    return house.<Integer>in(tx -> house.attention.askedThisWeek(tx, ben.member()));
  }

  private void sent(int times) {
    org.mockito.Mockito.verify(sending, org.mockito.Mockito.times(times)).run(any(), anyLong());
  }

  @Test
  void it_counts_as_an_ask_once_however_often_it_is_tried() {
    run();
    run();

    sent(2);
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void it_is_left_where_the_member_was_asked_often_enough() {
    house.run(tx -> house.attention.choose(tx, ben, 1, null, Digest.NONE));
    house.run(tx -> house.attention.ask(tx, ben.member(), false));

    assertThat(run().again()).isNull();
    sent(0);
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void it_waits_for_the_end_of_quiet_hours() {
    house.run(
        tx ->
            house.attention.choose(
                tx,
                ben,
                null,
                new QuietHours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                Digest.NONE));

    Errand.Result result = run();

    assertThat(result.again()).isBetween(Duration.ofHours(1), Duration.ofHours(3));
    assertThat(result.tried()).as("it was not tried").isFalse();
    sent(0);
    assertThat(asked()).isZero();
  }

  @Test
  void it_is_left_where_the_member_paused() {
    house.run(tx -> house.attention.pause(tx, ben));

    assertThat(run().again()).isNull();
    sent(0);
  }
}
