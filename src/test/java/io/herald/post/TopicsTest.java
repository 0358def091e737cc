package io.herald.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.members.People;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import io.herald.words.Refusal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TopicsTest {
  private static final long ACTOR = 1;

  private final House house;
  private final Topics topics;
  private final long workspace;

  TopicsTest(TestDatabase kind) {
    house = new House(kind.open());
    topics = house.topics;
    workspace = house.member("Amira").workspace();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void general_is_there_from_the_start_and_stays() {
    Topic general = house.in(tx -> topics.named(tx, "  GENERAL "));

    assertThat(general.id()).isEqualTo(People.GENERAL);
    refused("refusal.general_stays", () -> house.run(tx -> topics.retire(tx, ACTOR, general)));
  }

  @Test
  void a_topic_is_found_by_its_name_whatever_the_case_and_spaces() {
    Topic added = house.topic("  Life   at work ");

    assertThat(added.name()).isEqualTo("Life at work");
    assertThat(house.<Topic>in(tx -> topics.named(tx, "life AT  Work"))).isEqualTo(added);
    assertThat(house.list(topics::offered))
        .extracting(Topic::name)
        .containsExactly("General", "Life at work");
    refused("refusal.no_such_topic", () -> house.in(tx -> topics.named(tx, "Lunch")));
  }

  @Test
  void two_topics_never_have_one_name() {
    Topic hiring = house.topic("Hiring");
    Topic events = house.topic("Events");

    refused("refusal.topic_there", () -> house.topic("hiring"));
    refused(
        "refusal.topic_there", () -> house.run(tx -> topics.rename(tx, ACTOR, events, "HIRING")));
    house.run(tx -> topics.rename(tx, ACTOR, hiring, "HIRING"));
    assertThat(house.in(tx -> topics.named(tx, "hiring")).name()).isEqualTo("HIRING");
  }

  @Test
  void a_name_is_neither_empty_nor_longer_than_an_option_of_a_form() {
    refused("refusal.name_empty", () -> house.topic("   "));
    refused("refusal.name_too_long", () -> house.topic("x".repeat(Topics.NAME + 1)));
    assertThat(house.topic("x".repeat(Topics.NAME)).name()).hasSize(Topics.NAME);
  }

  @Test
  void a_retired_topic_is_offered_no_more_and_comes_back_as_the_same() {
    Topic hiring = house.topic("Hiring");

    house.run(tx -> topics.retire(tx, ACTOR, hiring));
    assertThat(house.list(topics::offered)).extracting(Topic::name).containsExactly("General");
    refused("refusal.no_such_topic", () -> house.in(tx -> topics.named(tx, "Hiring")));
    assertThat(house.maybe(tx -> topics.find(tx, hiring.id())).orElseThrow().retired()).isTrue();

    assertThat(house.topic("HIRING")).isEqualTo(new Topic(hiring.id(), "HIRING", false));
    assertThat(house.recorded("topic/" + hiring.id()))
        .containsExactly("topic_added", "topic_retired", "topic_added");
  }

  @Test
  void there_are_no_more_topics_than_a_form_offers() {
    house.run(
        tx -> {
          for (int i = 1; i < Topics.MOST; i++) {
            topics.add(tx, ACTOR, "Topic " + i);
          }
        });

    refused("refusal.too_many_topics", () -> house.topic("One more"));
  }

  @Test
  void a_topic_is_pointed_at_a_channel_once() {
    Topic hiring = house.topic("Hiring");
    var channel = new Topic.Channel(workspace, "C1");

    assertThat(house.holds(tx -> topics.point(tx, ACTOR, hiring, channel))).isTrue();
    assertThat(house.holds(tx -> topics.point(tx, ACTOR, hiring, channel))).isFalse();
    assertThat(house.list(tx -> topics.channels(tx, hiring.id()))).containsExactly(channel);
    assertThat(house.holds(tx -> topics.unpoint(tx, ACTOR, hiring, channel))).isTrue();
    assertThat(house.holds(tx -> topics.unpoint(tx, ACTOR, hiring, channel))).isFalse();
    assertThat(house.list(tx -> topics.channels(tx, hiring.id()))).isEmpty();
  }

  @Test
  void stages_keep_their_order_and_their_deciders_and_can_be_taken_away() {
    Topic hiring = house.topic("Hiring");
    List<Topic.Stage> stages =
        List.of(
            stage(0, "Legal", new Topic.Decider(workspace, "U1", false)),
            stage(1, "Brand", new Topic.Decider(workspace, "S1", true)));

    stages(hiring, stages);
    assertThat(house.list(tx -> topics.stages(tx, hiring.id()))).isEqualTo(stages);

    stages(hiring, List.of());
    assertThat(house.list(tx -> topics.stages(tx, hiring.id()))).isEmpty();
  }

  @Test
  void a_draft_passes_the_stages_of_all_its_topics_each_name_once() {
    Topic one = house.topic("One");
    Topic two = house.topic("Two");
    var legal = new Topic.Decider(workspace, "U1", false);
    var other = new Topic.Decider(workspace, "U2", false);
    stages(one, List.of(stage(0, "Legal", legal), stage(1, "Brand")));
    stages(two, List.of(stage(0, "Security"), stage(1, "Legal", other)));

    List<Topic.Stage> all = house.list(tx -> topics.stagesOf(tx, List.of(one.id(), two.id())));

    assertThat(all).extracting(Topic.Stage::name).containsExactly("Legal", "Brand", "Security");
    assertThat(all.get(0).deciders()).containsExactly(legal, other);
    assertThat(house.list(tx -> topics.stagesOf(tx, List.of(People.GENERAL))))
        .containsExactly(stage(0, ""));
  }

  @Test
  void a_group_that_decides_is_looked_up_and_its_members_replace_those_of_before() {
    Topic hiring = house.topic("Hiring");
    var group = new Topic.Decider(workspace, "S1", true);
    stages(hiring, List.of(stage(0, "Legal", group)));

    List<Long> work = house.work(Topics.LOOK_UP_GROUP);
    assertThat(work).hasSize(1);
    assertThat(house.maybe(tx -> topics.group(tx, work.get(0)))).contains(group);

    house.run(tx -> topics.learnGroup(tx, work.get(0), List.of("U1", "U2")));
    house.run(tx -> topics.learnGroup(tx, work.get(0), List.of("U2", "U3")));
    assertThat(house.list(tx -> topics.groupMembers(tx, group))).containsExactly("U2", "U3");
  }

  private static Topic.Stage stage(int position, String name, Topic.Decider... deciders) {
    return new Topic.Stage(position, name, List.of(deciders));
  }

  private void stages(Topic topic, List<Topic.Stage> stages) {
    house.run(tx -> topics.stages(tx, ACTOR, topic, stages));
  }

  private static void refused(String key, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
  }
}
