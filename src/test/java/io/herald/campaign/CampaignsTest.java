package io.herald.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.herald.members.AccountFacts;
import io.herald.members.Digest;
import io.herald.members.Person;
import io.herald.members.QuietHours;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.post.Post;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.herald.words.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class CampaignsTest {
  private static final Aim EVERYONE = new Aim(List.of(Aim.Group.everyone()), List.of());

  private final House house;
  private final Person lead;
  private final Person author;
  private final Person approver;

  CampaignsTest(TestDatabase database) {
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
  void what_a_lead_writes_down_is_kept_to_the_letter() {
    Topic hiring = house.topic("Hiring");
    Post post = held("News");
    var plan =
        new Plan(
            "Autumn fair",
            "Meet 200 people",
            List.of(post.id()),
            new Aim(
                List.of(
                    new Aim.Group(Aim.Kind.CHANNEL, lead.workspace(), "C0NEWS"),
                    new Aim.Group(Aim.Kind.TOPIC, hiring.id(), "")),
                List.of(new Aim.Group(Aim.Kind.ROLE, 0, "APPROVER"))),
            at(10),
            at(12),
            at(1),
            null,
            3,
            500);
    Campaign campaign = house.in(tx -> house.campaigns.add(tx, lead.member(), plan));

    assertThat(house.in(tx -> house.campaigns.get(tx, campaign.id())).plan()).isEqualTo(plan);
    assertThat(house.recorded("campaign/" + campaign.id())).containsExactly("campaign_planned");
    assertThat(plan.over()).isEqualTo(at(12));
  }

  @Test
  void a_change_that_was_made_from_an_older_plan_is_refused() {
    Campaign campaign = campaign("One", EVERYONE);
    house.run(tx -> house.campaigns.change(tx, campaign.id(), lead.member(), 1, campaign.plan()));
    assertThat(
            refusal(
                () ->
                    house.run(
                        tx ->
                            house.campaigns.change(
                                tx, campaign.id(), lead.member(), 1, campaign.plan()))))
        .contains("changed this campaign meanwhile");
  }

  @Test
  void the_outlook_says_who_gets_it_now_who_later_and_who_not_and_why() {
    house.joined("Now");
    Person quiet = house.joined("Quiet");
    Person reader = house.joined("Reader");
    Person had = house.joined("Had");
    Person tired = house.joined("Tired");
    Person hybrid = house.joined("Hybrid");
    Person away = house.joined("Away");
    Person gone = house.joined("Gone");
    Person guest = house.person("Guest", null, AccountFacts.Kind.GUEST, Role.HANDLER);
    Person stranger = house.member("Stranger", Role.HANDLER);
    assertThat(guest.joined() || stranger.joined()).isFalse();
    Post post = held("News");
    house.run(
        tx -> {
          LocalTime now = LocalTime.ofInstant(house.posts.now(), quiet.zoneId());
          house.attention.choose(
              tx, quiet, null, new QuietHours(now.minusHours(1), now.plusHours(1)), Digest.NONE);
          house.attention.choose(
              tx,
              reader,
              null,
              null,
              new Digest(Digest.Rhythm.DAILY, java.time.DayOfWeek.MONDAY, LocalTime.of(9, 0)));
          house.attention.choose(tx, tired, 1, null, Digest.NONE);
          house.attention.ask(tx, tired.member(), false);
          house.attention.fewer(tx, hybrid.member(), true);
          for (int i = 0; i < 3; i++) {
            house.attention.ask(tx, hybrid.member(), false);
          }
          house.attention.pause(tx, away);
          house.people.learn(
              tx,
              gone.id(),
              new AccountFacts(
                  gone.account(), "Gone", null, AccountFacts.Kind.MEMBER, ZoneOffset.UTC, false));
        });
    Campaign other = campaign("First", new Aim(List.of(Aim.Group.everyone()), List.of()), post);
    house.run(
        tx -> {
          Campaign now = house.campaigns.get(tx, other.id());
          Post live = house.posts.get(tx, post.id());
          house.campaigns.pushFirst(tx, now, live, List.of(had.member()));
        });
    Campaign campaign =
        campaign(
            "Second",
            new Aim(
                List.of(Aim.Group.everyone(), new Aim.Group(Aim.Kind.ROLE, 0, "HANDLER")),
                List.of()),
            post);

    Outlook outlook = house.in(tx -> house.campaigns.outlook(tx, campaign));

    assertThat(outlook.groups())
        .containsExactlyInAnyOrder(
            new Outlook.Group(Outlook.When.NOW, "", 1),
            new Outlook.Group(Outlook.When.LATER, "quiet_hours", 1),
            new Outlook.Group(Outlook.When.LATER, "digest", 1),
            new Outlook.Group(Outlook.When.NOT, "cap_reached", 2),
            new Outlook.Group(Outlook.When.NOT, "paused", 1),
            new Outlook.Group(Outlook.When.NOT, "had_it", 1),
            new Outlook.Group(Outlook.When.NOT, "left", 1),
            new Outlook.Group(Outlook.When.NOT, "guest", 1),
            new Outlook.Group(Outlook.When.NOT, "not_joined", 1));
    assertThat(outlook.reached()).isEqualTo(3);

    house.run(tx -> house.priorities.justify(tx, post.id(), lead.member(), "It is about safety."));
    Outlook urgent = house.in(tx -> house.campaigns.outlook(tx, campaign));
    assertThat(urgent.groups())
        .contains(
            new Outlook.Group(Outlook.When.NOW, "", 4),
            new Outlook.Group(Outlook.When.LATER, "quiet_hours", 1),
            new Outlook.Group(Outlook.When.NOT, "paused", 1));
    assertThat(urgent.reached()).as("past the cap and the digest").isEqualTo(5);
  }

  @Test
  void an_audience_is_topics_roles_and_user_groups_without_those_left_out() {
    Topic hiring = house.topic("Hiring");
    Person follower = house.joined("Follower");
    Person leaver = house.joined("Out", Role.RECORDS);
    house.joined("Nobody");
    Person decider = house.joined("Decider", Role.APPROVER);
    Person designer = house.joined("Designer");
    house.run(
        tx -> {
          house.people.follow(tx, follower.member(), List.of(hiring.id()));
          house.people.follow(tx, leaver.member(), List.of(hiring.id()));
          var group = new Topic.Decider(lead.workspace(), "S0DESIGN", true);
          house.topics.stages(
              tx,
              1,
              house.topics.named(tx, "General"),
              List.of(new Topic.Stage(0, "D", List.of(group))));
        });
    long group = house.work(Topics.LOOK_UP_GROUP).get(0);
    house.run(tx -> house.topics.learnGroup(tx, group, List.of(designer.platformId(), "U0UNMET")));
    Post post = house.live(author, approver, "News", house.topic("Elsewhere").id());
    Campaign campaign =
        campaign(
            "Hire",
            new Aim(
                List.of(
                    new Aim.Group(Aim.Kind.TOPIC, hiring.id(), ""),
                    new Aim.Group(Aim.Kind.ROLE, 0, "APPROVER"),
                    new Aim.Group(Aim.Kind.GROUP, lead.workspace(), "S0DESIGN")),
                List.of(new Aim.Group(Aim.Kind.ROLE, 0, "RECORDS"))),
            post);

    Outlook outlook = house.in(tx -> house.campaigns.outlook(tx, campaign));
    assertThat(outlook.number(Outlook.When.NOW)).isEqualTo(3);
    // The approver of the post has a role and has not joined; U0UNMET never met Herald.
    assertThat(outlook.groups()).contains(new Outlook.Group(Outlook.When.NOT, "not_joined", 2));

    house.run(tx -> house.campaigns.push(tx, campaign, post));
    assertThat(house.work(Broadcasts.DELIVERY)).hasSize(3);
    for (Person reached : List.of(follower, decider, designer)) {
      assertThat(house.maybe(tx -> house.broadcasts.deliveryTo(tx, post.id(), reached.member())))
          .isPresent();
    }
  }

  @Test
  void twenty_get_it_first_and_the_rest_afterwards_and_nobody_twice() {
    for (int i = 0; i < 25; i++) {
      house.joined("Member " + i);
    }
    Post post = house.live(author, approver, "News", house.topic("Elsewhere").id());
    Campaign campaign = campaign("First", EVERYONE, post);
    List<Long> first = house.list(tx -> house.campaigns.canary(tx, campaign.id(), lead.member()));
    house.run(
        tx -> house.campaigns.pushFirst(tx, house.campaigns.get(tx, campaign.id()), post, first));
    assertThat(house.work(Broadcasts.DELIVERY)).hasSize(Campaigns.CANARY);
    assertThat(house.in(tx -> house.campaigns.outlook(tx, get(campaign))).reached()).isEqualTo(5);

    house.run(tx -> house.campaigns.send(tx, campaign.id(), lead.member(), 5));
    house.run(tx -> house.campaigns.push(tx, get(campaign), post));
    assertThat(house.work(Broadcasts.DELIVERY)).hasSize(5);
    assertThat(house.in(tx -> house.campaigns.course().progress(tx, campaign.id())).members())
        .isEqualTo(25);
    assertThat(house.recorded("campaign/" + campaign.id()))
        .containsExactly("campaign_planned", "campaign_tried", "campaign_sent");
  }

  @Test
  void each_post_is_due_at_its_time_and_taken_on_once() {
    house.joined("Ben");
    Post post = held("News");
    var plan =
        new Plan("Later", "Goal", List.of(post.id()), EVERYONE, null, null, at(2), at(9), 3, null);
    Campaign campaign = house.in(tx -> house.campaigns.add(tx, lead.member(), plan));
    house.run(tx -> house.campaigns.send(tx, campaign.id(), lead.member(), 1));
    assertThat(house.list(house.campaigns::due)).isEmpty();

    house.clock.advance(Duration.ofDays(2));
    assertThat(house.list(house.campaigns::due))
        .containsExactly(new Campaigns.Due(campaign.id(), post.id()));
    assertThat(house.holds(tx -> house.campaigns.take(tx, get(campaign), post.id()))).isTrue();
    assertThat(house.holds(tx -> house.campaigns.take(tx, get(campaign), post.id()))).isFalse();
    assertThat(house.list(house.campaigns::due)).isEmpty();
  }

  @Test
  void a_paused_campaign_sends_nothing_more_and_a_cancelled_one_never_again() {
    house.joined("Ben");
    Post post = house.live(author, approver, "News", house.topic("Elsewhere").id());
    Campaign campaign = campaign("Stop", EVERYONE, post);
    house.run(tx -> house.campaigns.send(tx, campaign.id(), lead.member(), 1));
    house.run(tx -> house.campaigns.push(tx, get(campaign), post));
    house.run(tx -> house.campaigns.pause(tx, campaign.id(), lead.member()));
    assertThat(house.work(Broadcasts.DELIVERY)).isEmpty();
    house.run(tx -> house.campaigns.resume(tx, campaign.id(), lead.member()));
    house.run(tx -> house.campaigns.cancel(tx, campaign.id(), lead.member()));
    assertThat(house.work(Broadcasts.DELIVERY)).isEmpty();
    assertThat(
            refusal(
                () -> house.run(tx -> house.campaigns.resume(tx, campaign.id(), lead.member()))))
        .contains("is over");
    assertThat(house.recorded("campaign/" + campaign.id()))
        .containsExactly(
            "campaign_planned",
            "campaign_sent",
            "campaign_paused",
            "campaign_resumed",
            "campaign_cancelled");
  }

  @Test
  void a_campaign_ends_at_its_time_and_what_waits_stays_home() {
    house.joined("Ben");
    Post post = house.live(author, approver, "News", house.topic("Elsewhere").id());
    Campaign campaign = campaign("Short", EVERYONE, post);
    house.run(tx -> house.campaigns.send(tx, campaign.id(), lead.member(), 1));
    house.run(tx -> house.campaigns.push(tx, get(campaign), post));
    assertThat(house.list(house.campaigns::over)).isEmpty();

    house.clock.advance(Duration.ofDays(9));
    assertThat(house.list(house.campaigns::over)).containsExactly(campaign.id());
    assertThat(house.holds(tx -> house.campaigns.end(tx, campaign.id()))).isTrue();
    assertThat(house.holds(tx -> house.campaigns.end(tx, campaign.id()))).isFalse();
    assertThat(house.work(Broadcasts.DELIVERY)).isEmpty();
  }

  @Test
  void what_is_missing_is_said_before_anything_is_sent() {
    Post post = held("News");
    assertThat(missing("", EVERYONE, at(9), post)).contains("what it is for");
    assertThat(missing("Goal", EVERYONE, at(9))).contains("what to send");
    assertThat(missing("Goal", Aim.NOBODY, at(9), post)).contains("whom it is for");
    assertThat(missing("Goal", EVERYONE, null, post)).contains("when it ends");
    assertThat(missing("Goal", EVERYONE, at(-1), post)).contains("has passed");
  }

  @Test
  void a_post_is_sent_by_one_campaign_at_a_time() {
    Post post = held("News");
    Campaign one = campaign("One", EVERYONE, post);
    Campaign two = campaign("Two", EVERYONE, post);
    house.run(tx -> house.campaigns.send(tx, one.id(), lead.member(), 0));
    assertThat(refusal(() -> house.run(tx -> house.campaigns.send(tx, two.id(), lead.member(), 0))))
        .contains("“One”");
  }

  @Test
  void what_people_share_of_a_campaign_says_its_name() {
    Person ben = house.joined("Ben");
    Post post = house.live(author, approver, "News", house.topic("Elsewhere").id());
    Campaign campaign = campaign("Autumn Fair!", EVERYONE, post);
    house.run(tx -> house.campaigns.push(tx, campaign, post));
    house.share(ben, post, Network.LINKEDIN);
    String target = house.in(tx -> tx.sql(Targets.class).target(post.id()));
    assertThat(target).contains("utm_campaign=autumn-fair");
  }

  interface Targets {
    @org.jdbi.v3.sqlobject.statement.SqlQuery(
        """
        SELECT t.target FROM tracked_link t JOIN share_link s ON s.id = t.share_link
        WHERE s.post = :post
        """)
    String target(long post);
  }

  private String missing(String goal, Aim aim, @Nullable Instant ends, Post... posts) {
    List<Long> ids = Arrays.stream(posts).map(Post::id).toList();
    var plan = new Plan("Name", goal, ids, aim, null, null, null, ends, null, null);
    Campaign campaign = house.in(tx -> house.campaigns.add(tx, lead.member(), plan));
    return refusal(
        () -> house.run(tx -> house.campaigns.send(tx, campaign.id(), lead.member(), 1)));
  }

  private Campaign campaign(String name, Aim aim, Post... posts) {
    List<Long> ids = Arrays.stream(posts).map(Post::id).toList();
    var plan = new Plan(name, "Goal", ids, aim, null, null, null, at(9), null, null);
    return house.in(tx -> house.campaigns.add(tx, lead.member(), plan));
  }

  private Campaign get(Campaign campaign) {
    return house.in(tx -> house.campaigns.get(tx, campaign.id()));
  }

  /** An approved post that waits for a campaign. */
  private Post held(String headline) {
    Post approved = house.approved(house.submitted(author, headline), approver);
    return house.in(
        tx -> {
          Post post = house.posts.lock(tx, approved.id()).held(house.posts.now());
          house.posts.store(tx, post, lead.member(), "held");
          return post;
        });
  }

  private Instant at(int days) {
    return house.posts.now().plus(Duration.ofDays(days));
  }

  private static String refusal(Runnable deed) {
    return catchThrowableOfType(Refusal.class, deed::run).text().plain(ZoneOffset.UTC);
  }
}
