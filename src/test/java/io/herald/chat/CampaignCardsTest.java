package io.herald.chat;

import static io.herald.chat.ChatHouse.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.campaign.Aim;
import io.herald.campaign.Broadcasts;
import io.herald.campaign.Campaign;
import io.herald.campaign.DeliveryState;
import io.herald.campaign.Digests;
import io.herald.campaign.Plan;
import io.herald.chat.slack.SlackGoldens;
import io.herald.chat.teams.TeamsGoldens;
import io.herald.members.Digest;
import io.herald.members.Person;
import io.herald.members.QuietHours;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.post.Post;
import io.herald.testkit.Crowd;
import io.herald.testkit.House;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The cards of campaigns, attention and numbers, as Slack and Teams show them. */
class CampaignCardsTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Person lead = house.joined("Lea", Role.LEAD);
  private final Person author = house.member("Amira");
  private final Person approver = house.member("Clara", Role.APPROVER);

  @AfterEach
  void close() {
    chat.close();
  }

  private static void golden(String name, Card card) {
    SlackGoldens.card(name, card);
    TeamsGoldens.card(name, card);
  }

  private static void goldenForm(String name, Form form) {
    SlackGoldens.form(name, form);
    TeamsGoldens.form(name, form);
  }

  private Post live(String headline) {
    Post draft = house.submitted(author, headline, house.topic("About " + headline).id());
    house.clock.advance(Duration.ofHours(3));
    return house.live(house.approved(draft, approver));
  }

  private Campaign campaign(Post... posts) {
    List<Long> ids = java.util.Arrays.stream(posts).map(Post::id).toList();
    var aim =
        new Aim(
            List.of(Aim.Group.everyone()), List.of(new Aim.Group(Aim.Kind.ROLE, 0, "APPROVER")));
    var plan =
        new Plan(
            "Autumn fair",
            "Two hundred visitors at our stand, and twenty people who apply.",
            ids,
            aim,
            house.posts.now().plus(Duration.ofDays(7)),
            house.posts.now().plus(Duration.ofDays(9)),
            null,
            null,
            3,
            50);
    return house.in(tx -> house.campaigns.add(tx, lead.member(), plan));
  }

  private Card draw(Campaign campaign) {
    return house.in(tx -> chat.campaignCard.draw(tx, house.campaigns.get(tx, campaign.id())));
  }

  private void end(List<Long> some, DeliveryState state, @Nullable String reason) {
    house.run(tx -> some.forEach(id -> house.broadcasts.ended(tx, id, state, reason)));
  }

  private void choose(Person person, @Nullable QuietHours quiet, Digest digest) {
    house.run(tx -> house.attention.choose(tx, person, null, quiet, digest));
  }

  @Test
  void a_campaign_looks_as_it_did_from_its_plan_to_its_end() {
    Crowd.fill(house, House.TEAM, 120);
    Post post = live("We are at the autumn fair");
    choose(
        house.joined("Quiet"),
        new QuietHours(LocalTime.of(0, 0), LocalTime.of(23, 0)),
        Digest.NONE);
    choose(
        house.joined("Gatherer"),
        null,
        new Digest(Digest.Rhythm.WEEKLY, DayOfWeek.FRIDAY, LocalTime.of(9, 0)));
    house.run(tx -> house.attention.pause(tx, house.joined("Away")));
    Campaign campaign = campaign(post, live("What we show there"));
    golden("campaign-preview", draw(campaign));

    house.run(tx -> house.campaigns.send(tx, campaign.id(), lead.member(), 123));
    chat.campaignMoves.look();
    List<Long> all = house.work(Broadcasts.DELIVERY);
    end(all.subList(0, 90), DeliveryState.DELIVERED, null);
    end(all.subList(90, 92), DeliveryState.FAILED, "gone");
    end(all.subList(92, 95), DeliveryState.UNKNOWN, null);
    golden("campaign-progress", draw(campaign));

    house.run(
        tx -> {
          long id = house.campaigns.course().broadcasts(tx, campaign.id()).get(0).id();
          house.broadcasts.pause(tx, id, null, "FORBIDDEN: missing_scope, needed chat:write");
        });
    golden("campaign-stopped", draw(campaign));
    golden("push", house.in(tx -> chat.pushCard.draw(tx, house.posts.get(tx, post.id()))));

    for (int i = 0; i < 7; i++) {
      house.share(house.member("Sharer " + i), post, Network.LINKEDIN);
    }
    house.clock.advance(Duration.ofDays(10));
    house.run(tx -> house.campaigns.end(tx, campaign.id()));
    golden("campaign-summary", draw(campaign));
  }

  @Test
  void what_stays_home_because_its_post_was_withdrawn_is_not_said_to_be_under_way() {
    Crowd.fill(house, House.TEAM, 3);
    choose(
        house.joined("Gatherer"),
        null,
        new Digest(Digest.Rhythm.WEEKLY, DayOfWeek.FRIDAY, LocalTime.of(9, 0)));
    Post post = live("We are at the autumn fair");
    Campaign campaign = campaign(post);
    house.run(tx -> house.campaigns.send(tx, campaign.id(), lead.member(), 4));
    chat.campaignMoves.look();
    end(house.work(Broadcasts.DELIVERY).subList(0, 2), DeliveryState.DELIVERED, null);
    assertThat(draw(campaign).toString())
        .contains("It is being sent.", "In digests", "Pause", "a minute");

    house.run(tx -> house.broadcasts.cancelPost(tx, post.id(), lead.member()));
    assertThat(draw(campaign).toString())
        .contains("Nothing more of it goes: a post was withdrawn", "Not sent")
        .doesNotContain("It is being sent", "In digests", "Waiting", "Pause", "a minute");
  }

  @Test
  void numbers_look_as_they_did() {
    Post post = house.live(author, approver, "Our new offices");
    house.live(author, approver, "The canteen");
    var people = new ArrayList<Person>();
    for (int i = 0; i < 14; i++) {
      people.add(house.member("Sharer " + i));
    }
    people.subList(0, 8).forEach(p -> house.share(p, post, Network.LINKEDIN));
    house.clock.advance(Duration.ofDays(1));
    people.subList(8, 14).forEach(p -> house.share(p, post, Network.X));

    golden("stats", house.in(tx -> chat.stats.posts(tx, 0)));
    golden(
        "stats-post",
        house.in(tx -> chat.stats.post(tx, house.insights.post(tx, post.id()).orElseThrow())));
    golden(
        "stats-topics",
        house.in(tx -> new StatsGroups(house.insights, house.organisation).topics(tx, 0)));
    golden("stats-week", house.in(tx -> chat.stats.week(tx, LocalDate.parse("2026-03-02"), lead)));
  }

  @Test
  void a_digest_and_the_settings_of_attention_look_as_they_did() {
    Person ben = house.joined("Ben");
    choose(
        ben,
        new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)),
        new Digest(Digest.Rhythm.DAILY, DayOfWeek.MONDAY, LocalTime.of(9, 0)));
    house.live(author, approver, "Our new offices");
    Post withdrawn = house.live(author, approver, "The canteen");
    house.run(
        tx ->
            house.posts.store(
                tx,
                house
                    .posts
                    .lock(tx, withdrawn.id())
                    .withdrawn("Wrong date.", null, house.posts.now()),
                lead.member(),
                "withdrawn"));
    house.clock.advance(Duration.ofDays(1));
    long digest = house.work(Digests.DIGEST).get(0);

    golden("digest", house.in(tx -> chat.digestCard.draw(tx, digest, house.again(ben))));
    goldenForm("settings-form", opened(chat.ask(chat.settings, ben, new Intent.OpenSettings())));
  }

  @Test
  void the_form_of_a_campaign_looks_as_it_did() {
    live("We are at the autumn fair");
    goldenForm(
        "campaign-form", opened(chat.ask(chat.campaignClerk, lead, new Intent.NewCampaign())));
  }
}
