package io.herald.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.post.Post;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class CampaignOutcomesTest {
  private final House house;
  private final Person lead;
  private final Person author;
  private final Person approver;

  CampaignOutcomesTest(TestDatabase database) {
    house = new House(database.open());
    lead = house.member("Lea", Role.LEAD);
    author = house.member("Amira");
    approver = house.member("Clara", Role.APPROVER);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void whoever_did_not_share_is_reminded_once_and_nobody_else() {
    Person ben = house.joined("Ben");
    Person otto = house.joined("Otto");
    Post post = house.live(author, approver, "News", house.topic("Elsewhere").id());
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
            3,
            null);
    Campaign campaign = house.in(tx -> house.campaigns.add(tx, lead.member(), plan));
    house.run(tx -> house.campaigns.send(tx, campaign.id(), lead.member(), 2));
    assertThat(house.holds(tx -> house.campaigns.take(tx, get(campaign), post.id()))).isTrue();
    house.run(tx -> house.campaigns.push(tx, get(campaign), post));
    for (long id : house.work(Broadcasts.DELIVERY)) {
      house.run(tx -> house.broadcasts.ended(tx, id, DeliveryState.DELIVERED, null));
    }
    house.share(ben, post, Network.LINKEDIN);
    var outcomes = new CampaignOutcomes(house.posts, house.records);
    assertThat(house.<Integer>in(outcomes::remind)).isZero();

    house.clock.advance(Duration.ofDays(3));
    assertThat(house.<Integer>in(outcomes::remind)).isEqualTo(1);
    assertThat(house.<Integer>in(outcomes::remind)).isZero();
    Delivery his =
        house.maybe(tx -> house.broadcasts.deliveryTo(tx, post.id(), otto.member())).orElseThrow();
    assertThat(house.work(CampaignOutcomes.NUDGE)).containsExactly(his.id());
    assertThat(house.holds(tx -> outcomes.reminds(tx, his))).isTrue();
    house.run(tx -> house.campaigns.cancel(tx, campaign.id(), lead.member()));
    assertThat(house.holds(tx -> outcomes.reminds(tx, his))).isFalse();

    var rows = new ArrayList<CampaignOutcomes.Ended>();
    house.run(tx -> outcomes.outcomes(tx, campaign.id(), rows::add));
    assertThat(rows)
        .extracting(CampaignOutcomes.Ended::name)
        .containsExactlyInAnyOrder("Ben", "Otto");
    assertThat(house.<Broadcasts.Exposure>in(tx -> house.broadcasts.exposure(tx, post.id())))
        .isEqualTo(new Broadcasts.Exposure(2, 2));
    house.run(tx -> house.broadcasts.ended(tx, his.id(), DeliveryState.RECALLED, null));
    assertThat(house.<Broadcasts.Exposure>in(tx -> house.broadcasts.exposure(tx, post.id())))
        .isEqualTo(new Broadcasts.Exposure(2, 1));
  }

  private Campaign get(Campaign campaign) {
    return house.in(tx -> house.campaigns.get(tx, campaign.id()));
  }
}
