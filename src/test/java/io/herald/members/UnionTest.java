package io.herald.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.campaign.Broadcasts;
import io.herald.campaign.Delivery;
import io.herald.members.AccountFacts.Kind;
import io.herald.network.Network;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.review.Event;
import io.herald.review.Review;
import io.herald.share.Presses;
import io.herald.share.Shares;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class UnionTest {
  /** What holds a member's number, and is handed over or led on when two become one. */
  private static final Set<String> HANDED_OVER =
      Set.of(
          "ask_week.member",
          "attention.member",
          "bio.member",
          "campaign.owner",
          "check_override.member",
          "decision.member",
          "delivery.member",
          "digest.member",
          "follow.member",
          "identity.member",
          "kept_text.member",
          "mastodon_server.member",
          "member.merged_into",
          "member_role.member",
          "own_account.member",
          "own_words.member",
          "policy_acknowledgement.member",
          "policy_ask.member",
          "post.author",
          "post_priority.member",
          "recheck.member",
          "review_event.member",
          "revision.author",
          "share_link.member",
          "sharer.member",
          "undisclosed.member",
          "week_report.member");

  /** What only tells who it was; the number leads on to whoever they are now. */
  private static final Set<String> LEADS_ON =
      Set.of("policy_text.publisher", "record_export.member", "record_export.person");

  /** What is over within the hour, and ends with whoever asked for it. */
  private static final Set<String> SHORT_LIVED = Set.of("download.member");

  private final House house;
  private final Person slack;
  private final Person teams;
  private final Person author;
  private final Person approver;

  UnionTest(TestDatabase kind) {
    house = new House(kind.open());
    slack = house.person("Ben", "ben@acme.example", Kind.MEMBER);
    teams = house.inTeams("Ben", "ben@acme.example", Kind.MEMBER);
    author = house.member("Author");
    approver = house.member("Approver", Role.APPROVER);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private long member() {
    return slack.member();
  }

  private void link() {
    house.run(
        tx -> {
          Person taker = house.people.identity(tx, teams.id());
          assertThat(house.linking.take(tx, taker, house.linking.show(tx, slack)).why()).isEmpty();
        });
  }

  private void join(Person... all) {
    for (Person person : all) {
      house.run(tx -> house.people.join(tx, person));
    }
  }

  private List<Delivery> deliveries(Post post) {
    return house.list(tx -> house.broadcasts.deliveriesTo(tx, post.id(), member()));
  }

  @Test
  void everything_that_names_a_member_says_what_becomes_of_it() {
    var found = new TreeSet<String>(house.list(tx -> tx.sql(KeysSql.class).toMember()));
    found.removeAll(SHORT_LIVED);
    found.removeAll(LEADS_ON);
    assertThat(found)
        .as("a feature that keeps something by member hands it over (Belongings)")
        .isEqualTo(new TreeSet<>(HANDED_OVER));
  }

  @Test
  void roles_topics_and_what_was_chosen_are_put_together() {
    long hiring = house.topic("Hiring").id();
    join(slack, teams);
    house.run(tx -> house.people.follow(tx, teams.member(), List.of(hiring)));
    house.run(tx -> house.people.track(tx, teams, false));
    house.run(tx -> house.roles.grantFromSettings(tx, slack.member(), Role.APPROVER));
    house.run(tx -> house.roles.grantFromSettings(tx, teams.member(), Role.APPROVER));
    house.run(tx -> house.roles.grantFromSettings(tx, teams.member(), Role.LEAD));
    house.run(tx -> house.attention.cap(tx, teams, 2));
    house.run(tx -> house.attention.ask(tx, slack.member(), false));
    house.run(tx -> house.attention.ask(tx, teams.member(), false));

    link();

    assertThat(house.list(tx -> house.people.follows(tx, member())))
        .containsExactly(People.GENERAL, hiring);
    assertThat(house.again(slack).tracking()).as("off on one is off").isFalse();
    for (Role role : List.of(Role.APPROVER, Role.LEAD)) {
      assertThat(house.list(tx -> house.roles.holders(tx, role))).contains(member());
      assertThat(house.list(tx -> house.roles.holders(tx, role))).doesNotContain(teams.member());
    }
    assertThat(house.in(tx -> house.attention.choices(tx, member())).cap()).isEqualTo(2);
    assertThat(house.holds(tx -> house.attention.ask(tx, member(), false)))
        .as("both were asked once, and two is the cap")
        .isFalse();
  }

  @Test
  void whoever_joined_on_one_platform_alone_follows_what_they_chose_there() {
    long hiring = house.topic("Hiring").id();
    house.run(tx -> house.people.follow(tx, slack.member(), List.of(hiring)));
    join(teams);

    link();

    assertThat(house.again(slack).joined()).isTrue();
    assertThat(house.list(tx -> house.people.follows(tx, member())))
        .containsExactly(People.GENERAL);
  }

  @Test
  void a_post_goes_once_to_whoever_is_linked() {
    join(slack, teams);
    link();

    Post post = house.live(author, approver, "News");

    assertThat(house.work(Broadcasts.DELIVERY)).hasSize(1);
    assertThat(deliveries(post)).hasSize(1);
  }

  @Test
  void what_waits_for_both_when_they_are_linked_is_sent_once() {
    join(slack, teams);
    Post post = house.live(author, approver, "News");

    link();

    List<Long> work = house.work(Broadcasts.DELIVERY);
    assertThat(work).hasSize(1);
    assertThat(house.holds(tx -> house.broadcasts.mayBegin(tx, work.get(0)))).isTrue();
    assertThat(deliveries(post)).hasSize(2).allMatch(d -> d.member() == member());
    var broadcast = house.list(tx -> house.broadcasts.of(tx, post.id())).get(0);
    assertThat(house.in(tx -> house.broadcasts.progress(tx, broadcast)).pending())
        .as("the other ended, and the broadcast counts it")
        .isEqualTo(1);
  }

  @Test
  void cards_that_both_have_show_one_persons_words_and_fold_together() {
    join(slack, teams);
    Post post = house.live(author, approver, "News");
    for (long id : house.work(Broadcasts.DELIVERY)) {
      house.run(
          tx -> house.broadcasts.ended(tx, id, io.herald.campaign.DeliveryState.DELIVERED, null));
    }
    house.run(
        tx -> {
          var revision = house.posts.shown(tx, post);
          house.givens.own(tx, revision, slack.member(), "Older words.");
        });
    house.clock.advance(Duration.ofMinutes(1));
    house.run(
        tx -> house.givens.own(tx, house.posts.shown(tx, post), teams.member(), "Newer words."));

    link();

    assertThat(deliveries(post)).hasSize(2).allMatch(d -> d.member() == member());
    assertThat(house.in(tx -> house.givens.give(tx, house.posts.shown(tx, post), member())).own())
        .contains("Newer words.");
    house.run(tx -> house.broadcasts.fold(tx, post.id(), member(), true));
    assertThat(deliveries(post)).allMatch(Delivery::folded);
  }

  @Test
  void a_push_wins_over_what_feed_showed_first() {
    join(teams);
    Post post = house.live(author, approver, "News");
    house.run(tx -> house.givens.give(tx, house.posts.shown(tx, post), slack.member()));

    link();

    assertThat(deliveries(post))
        .singleElement()
        .satisfies(delivery -> assertThat(delivery.broadcast()).isNotNull());
    assertThat(house.work(Broadcasts.DELIVERY)).containsExactly(deliveries(post).get(0).id());
  }

  @Test
  void shares_of_both_on_one_network_are_one_and_all_their_links_go_on() {
    Post post = house.live(author, approver, "News");
    house.share(slack, post, Network.LINKEDIN);
    house.clock.advance(Duration.ofMinutes(2));
    house.share(teams, post, Network.LINKEDIN);
    house.share(teams, post, Network.X);
    Presses.visit(house.database, slack.member(), LocalDate.of(2026, 3, 3), 2);
    Presses.visit(house.database, teams.member(), LocalDate.of(2026, 3, 3), 3);

    link();

    List<Shares.Mine> mine = house.list(tx -> house.shares.of(tx, member(), 0, 10));
    assertThat(mine).extracting(Shares.Mine::network).containsExactly(Network.X, Network.LINKEDIN);
    assertThat(mine).extracting(Shares.Mine::visits).containsExactly(3L, 5L);
    Map<Network, Long> all = house.in(tx -> house.shares.sharesOf(tx, post.id()));
    long people = house.in(tx -> tx.sql(KeysSql.class).people(post.id()));
    assertThat(people).as("one person shared it").isEqualTo(1);
    assertThat(all)
        .as("shares that were counted stay counted")
        .containsEntry(Network.LINKEDIN, 2L)
        .containsEntry(Network.X, 1L);
    assertThat(house.list(tx -> house.shares.sharers(tx, post.id()))).containsExactly(member());
  }

  @Test
  void a_share_link_on_an_old_card_is_the_linked_members() {
    Post post = house.live(author, approver, "News");
    link();

    house.share(teams, post, Network.LINKEDIN);

    assertThat(house.list(tx -> house.shares.sharers(tx, post.id()))).containsExactly(member());
    assertThat(house.in(tx -> house.people.member(tx, teams.member())).member())
        .as("the old number leads to them")
        .isEqualTo(member());
  }

  @Test
  void drafts_of_both_are_one_authors() {
    Post one = house.submitted(slack, "From Slack");
    Post two = house.submitted(teams, "From Teams");

    link();

    assertThat(house.list(tx -> house.posts.by(tx, member(), 0, 10)))
        .extracting(Post::id)
        .containsExactlyInAnyOrder(one.id(), two.id());
    assertThat(house.list(tx -> house.posts.authors(tx, two.id()))).containsExactly(member());
  }

  @Test
  void an_equal_address_stops_somebody_from_deciding_on_their_own_draft_before_linking() {
    house.run(tx -> house.roles.grantFromSettings(tx, teams.member(), Role.APPROVER));
    Post post = house.submitted(slack, "Mine");
    Review review = newest(post);

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> house.run(tx -> house.reviews.approve(tx, review.id(), 0, teams)))
        .isInstanceOfSatisfying(
            io.herald.words.Refusal.class,
            refusal -> assertThat(refusal.key()).isEqualTo("refusal.own_post"));
  }

  @Test
  void an_approval_of_what_turns_out_to_be_ones_own_counts_no_more_before_it_left() {
    Person stranger = house.inTeams("Unseen", null, Kind.MEMBER, Role.APPROVER);
    Post post = house.approved(house.submitted(slack, "Mine"), stranger);
    assertThat(post.state()).isEqualTo(PostState.APPROVED);

    vouched(stranger);

    assertThat(house.in(tx -> house.posts.get(tx, post.id())).state())
        .isEqualTo(PostState.IN_REVIEW);
    assertThat(newest(post).decisions()).isEmpty();
    assertThat(house.told).extracting(Event::kind).contains(Event.Kind.VOIDED);
    assertThat(house.recorded("post/" + post.id())).contains("decision_voided");
    assertThat(house.approved(post, approver).state())
        .as("somebody else decides")
        .isEqualTo(PostState.APPROVED);
  }

  @Test
  void what_is_live_stays_live_whoever_had_approved_it() {
    Person stranger = house.inTeams("Unseen", null, Kind.MEMBER, Role.APPROVER);
    Post post = house.live(slack, stranger, "Mine");

    vouched(stranger);

    assertThat(house.in(tx -> house.posts.get(tx, post.id())).state()).isEqualTo(PostState.LIVE);
    assertThat(newest(post).decisions()).hasSize(1);
  }

  @Test
  void of_two_stages_that_turn_out_to_be_one_persons_the_first_counts() {
    house.run(tx -> house.roles.grantFromSettings(tx, slack.member(), Role.APPROVER));
    Person stranger = house.inTeams("Unseen", null, Kind.MEMBER, Role.APPROVER);
    var hiring = house.topic("Hiring");
    house.run(
        tx ->
            house.topics.stages(
                tx,
                1,
                hiring,
                List.of(
                    new io.herald.post.Topic.Stage(0, "Legal", List.of()),
                    new io.herald.post.Topic.Stage(1, "Brand", List.of()))));
    Post post = house.approved(house.submitted(author, "News", hiring.id()), slack, stranger);
    assertThat(post.state()).isEqualTo(PostState.APPROVED);

    vouched(stranger);

    assertThat(newest(post).current()).contains(1);
    assertThat(house.in(tx -> house.posts.get(tx, post.id())).state())
        .isEqualTo(PostState.IN_REVIEW);
  }

  private void vouched(Person whom) {
    Person admin = house.inTeams("Dan", null, Kind.MEMBER, Role.ADMIN);
    house.run(
        tx ->
            assertThat(house.linking.vouch(tx, admin, whom, house.linking.show(tx, slack)).why())
                .isEmpty());
  }

  private Review newest(Post post) {
    return house.maybe(tx -> house.reviews.newest(tx, post.id())).orElseThrow();
  }

  interface KeysSql {
    @SqlQuery("SELECT SUM(people) FROM share_stat WHERE post = :post")
    long people(long post);

    @SqlQuery(
        """
        SELECT k.table_name || '.' || k.column_name FROM information_schema.key_column_usage k
        JOIN information_schema.referential_constraints r
          ON r.constraint_name = k.constraint_name AND r.constraint_schema = k.constraint_schema
        JOIN information_schema.table_constraints u
          ON u.constraint_name = r.unique_constraint_name
          AND u.constraint_schema = r.unique_constraint_schema
        WHERE u.table_name = 'member'
        """)
    List<String> toMember();
  }
}
