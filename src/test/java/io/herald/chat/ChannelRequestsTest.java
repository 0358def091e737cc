package io.herald.chat;

import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.said;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.herald.chat.Courier.ChannelFacts;
import io.herald.members.Person;
import io.herald.members.Platform;
import io.herald.members.Role;
import io.herald.outbox.Lane;
import io.herald.outbox.Work;
import io.herald.post.Post;
import io.herald.post.Topic;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ChannelRequestsTest {
  private static final Place HERE = new Place("C1", null, "https://hooks.slack.com/x", null);
  private static final ChannelFacts APPROVALS =
      new ChannelFacts("C1", "approvals", false, false, true);

  private final ChatHouse chat;
  private final House house;
  private final Arranging arranging;
  private final Person admin;
  private final Person lead;
  private final Person author;

  ChannelRequestsTest(TestDatabase kind) {
    house = new House(kind.open());
    chat = new ChatHouse(house);
    arranging = new Arranging(chat);
    admin = house.member("Admin", Role.ADMIN);
    lead = house.member("Lead", Role.LEAD);
    author = house.member("Author");
  }

  @AfterEach
  void close() {
    chat.close();
  }

  private Reply use(Person person, Place place) {
    return chat.ask(
        arranging.clerk, person, new Intent.UseChannelForApprovals(), Values.NONE, place);
  }

  private Reply point(Person person, String words) {
    return chat.ask(arranging.clerk, person, new Intent.ArrangeTopic(words), Values.NONE, HERE);
  }

  /** The one wish that waits. */
  private ChannelRequests.Request waiting() {
    List<Long> work = house.work(ChannelRequests.CHANNEL);
    assertThat(work).hasSize(1);
    return house.maybe(tx -> arranging.channels.find(tx, work.get(0))).orElseThrow();
  }

  private String conclude(ChannelRequests.Request request, Optional<ChannelFacts> facts) {
    return said(house.in(tx -> arranging.channels.conclude(tx, request, facts)));
  }

  private Optional<String> channel() {
    return house.in(tx -> house.organisation.approversChannel(tx, admin.workspace()));
  }

  @Test
  void a_channel_is_looked_up_before_drafts_come_to_it() {
    Post waits = house.submitted(author, "Draft");

    assertThat(said(use(admin, HERE))).isEqualTo("One moment: I am looking at this channel.");
    assertThat(channel()).isEmpty();
    ChannelRequests.Request request = waiting();
    assertThat(request.channel()).isEqualTo("C1");
    assertThat(request.person().id()).isEqualTo(admin.id());
    assertThat(request.place()).isEqualTo(HERE);

    assertThat(conclude(request, Optional.of(APPROVALS)))
        .isEqualTo(
            "Drafts now come to #approvals for approval. 1 draft that waits comes there, too."
                + " Nobody may approve them yet: “/herald role grant approver @person”");
    assertThat(channel()).contains("C1");
    assertThat(arranging.carded).containsExactly(admin.workspace() + "/" + waits.id());
    assertThat(house.recorded("setting/approvers_channel/" + admin.workspace())).hasSize(1);
  }

  @Test
  void a_wish_is_carried_out_once() {
    use(admin, HERE);
    ChannelRequests.Request request = waiting();
    conclude(request, Optional.of(APPROVALS));

    Reply again = house.in(tx -> arranging.channels.conclude(tx, request, Optional.of(APPROVALS)));

    assertThat(again).isEqualTo(new Reply.Done());
    assertThat(house.maybe(tx -> arranging.channels.find(tx, request.id()))).isEmpty();
  }

  @Test
  void the_same_channel_again_changes_nothing() {
    house.member("Approver", Role.APPROVER);
    use(admin, HERE);
    assertThat(conclude(waiting(), Optional.of(APPROVALS)))
        .isEqualTo("Drafts now come to #approvals for approval.");
    use(admin, HERE);
    assertThat(conclude(waiting(), Optional.of(APPROVALS)))
        .isEqualTo("Drafts come to #approvals already.");
  }

  @Test
  void a_channel_that_cannot_be_used_is_refused_with_what_to_do() {
    assertThat(tried(Optional.empty())).contains("“/invite @Herald”");
    assertThat(tried(facts("approvals", false, false, false))).contains("I am not in #approvals");
    assertThat(tried(facts("approvals", false, true, true)))
        .contains("shared with another organisation");
    assertThat(tried(facts("approvals", true, false, true))).contains("archived");
    assertThat(tried(facts("", false, false, true))).contains("direct conversation");
    assertThat(channel()).isEmpty();
    assertThat(arranging.carded).isEmpty();
  }

  private String tried(Optional<ChannelFacts> facts) {
    use(admin, HERE);
    return conclude(waiting(), facts);
  }

  private static Optional<ChannelFacts> facts(
      String name, boolean archived, boolean shared, boolean joined) {
    return Optional.of(new ChannelFacts("C1", name, archived, shared, joined));
  }

  @Test
  void only_an_admin_chooses_the_channel_also_when_the_look_up_is_back() {
    assertThat(refused(() -> use(lead, HERE))).isEqualTo("Only an admin can do this.");
    Person other = house.member("Other", Role.ADMIN);
    use(admin, HERE);
    ChannelRequests.Request request = waiting();
    house.run(tx -> house.roles.take(tx, other.member(), admin.member(), Role.ADMIN));

    assertThat(conclude(request, Optional.of(APPROVALS))).isEqualTo("Only an admin can do this.");
    assertThat(channel()).isEmpty();
  }

  @Test
  void where_there_is_no_channel_there_is_none_to_use() {
    assertThat(refused(() -> use(admin, Place.NOWHERE))).contains("in the channel that is meant");
  }

  @Test
  void a_topic_is_pointed_at_a_channel_and_unpointed_by_id_or_name() {
    Topic hiring = house.topic("Hiring");
    var jobs = new ChannelFacts("C2", "jobs", false, false, true);

    assertThat(said(point(lead, "point Hiring at #jobs"))).startsWith("One moment");
    ChannelRequests.Request request = waiting();
    assertThat(request.channel()).isEqualTo("jobs");
    assertThat(conclude(request, Optional.of(jobs)))
        .isEqualTo("Posts about Hiring now go to #jobs as well.");
    assertThat(house.list(tx -> house.topics.channels(tx, hiring.id())))
        .containsExactly(new Topic.Channel(lead.workspace(), "C2"));
    assertThat(words(shown(point(lead, "")))).contains("Posts also go to #jobs.");

    point(lead, "point hiring at #C2");
    assertThat(conclude(waiting(), Optional.of(jobs)))
        .isEqualTo("Posts about Hiring go to #jobs already.");
    assertThat(said(point(lead, "unpoint Hiring from #other"))).contains("not pointed");
    assertThat(said(point(lead, "unpoint Hiring from #JOBS")))
        .isEqualTo("New posts about Hiring no longer go to #jobs.");
    assertThat(house.list(tx -> house.topics.channels(tx, hiring.id()))).isEmpty();
  }

  @Test
  void a_topic_that_was_retired_meanwhile_is_pointed_nowhere() {
    Topic hiring = house.topic("Hiring");
    point(lead, "point Hiring at #jobs");
    ChannelRequests.Request request = waiting();
    house.run(tx -> house.topics.retire(tx, 1, hiring));

    assertThat(conclude(request, Optional.of(APPROVALS))).contains("retired");
    assertThat(refused(() -> point(lead, "point Hiring at #jobs"))).contains("no topic");
  }

  // The errand.

  private final Courier courier = mock(Courier.class);

  private Errand.Result run() {
    when(courier.platform()).thenReturn(Platform.SLACK);
    when(courier.workspace()).thenReturn(House.TEAM);
    var errand =
        new ChannelErrand(house.database, arranging.channels, new Couriers(List.of(courier)));
    Work work =
        house.claim(Lane.INTERACTIVE, 100).stream()
            .filter(w -> w.kind().equals(ChannelRequests.CHANNEL))
            .findFirst()
            .orElseThrow();
    return errand.run(work);
  }

  @Test
  void whoever_asked_is_answered_where_they_asked() {
    use(admin, HERE);
    when(courier.channel("C1")).thenReturn(Optional.of(APPROVALS));

    assertThat(run().again()).isNull();

    verify(courier).answer(eq("https://hooks.slack.com/x"), any(Reply.Say.class));
    assertThat(channel()).contains("C1");
  }

  @Test
  void a_platform_that_is_away_is_asked_again_and_one_that_refuses_is_not() {
    use(admin, HERE);
    when(courier.channel("C1"))
        .thenThrow(new PlatformFailure(PlatformFailure.Kind.UNAVAILABLE, "down"));
    assertThatThrownBy(this::run).isInstanceOf(PlatformFailure.class);
    verify(courier, never()).answer(any(), any());
    house.release();

    org.mockito.Mockito.reset(courier);
    when(courier.channel("C1"))
        .thenThrow(new PlatformFailure(PlatformFailure.Kind.FORBIDDEN, "missing_scope"));
    run();
    verify(courier).answer(any(), any());
    assertThat(channel()).isEmpty();
  }
}
