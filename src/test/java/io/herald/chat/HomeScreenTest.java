package io.herald.chat;

import static io.herald.chat.ChatHouse.choice;
import static io.herald.chat.ChatHouse.entry;
import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.plain;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.AccountFacts.Kind;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.outbox.Pacer;
import io.herald.policy.Language;
import io.herald.policy.PolicyText;
import io.herald.policy.Readers;
import io.herald.post.Content;
import io.herald.post.Post;
import io.herald.post.Topic;
import io.herald.share.Presses;
import io.herald.testkit.House;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HomeScreenTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final HomeScreen home =
      new HomeScreen(
          house.people,
          house.attention,
          house.roles,
          chat.homes,
          chat.queue,
          chat.pipeline,
          chat.feed,
          chat.mine,
          chat.stats,
          chat.campaigns,
          house.policies);

  private final Person author = house.joined("Author");
  private final Person approver = house.joined("Approver", Role.APPROVER);

  @AfterEach
  void close() {
    chat.close();
  }

  private Card draw(Person person) {
    return house.in(tx -> home.draw(tx, house.people.identity(tx, person.id())));
  }

  @Test
  void a_pause_stands_on_home_with_its_end_and_a_way_out() {
    house.run(tx -> house.attention.pause(tx, author));

    Part.Entry entry = entry(draw(author), "You paused: nothing is sent to you until");

    assertThat(labels(entry)).containsExactly("Resume now");
    house.run(tx -> house.attention.resume(tx, author));
    assertThat(words(draw(author))).doesNotContain("paused");
  }

  @Test
  void leads_see_that_a_workspace_takes_no_calls_and_nobody_else_does() {
    Person lead = house.joined("Lea", Role.LEAD);
    var pacer = new Pacer(house.database, house.clock, Pacer.CHANNEL_GAP);
    pacer.halt(lead.workspace(), Duration.ofSeconds(30), "token_revoked");

    assertThat(words(draw(lead)))
        .contains("Slack takes no calls from Herald since", "(token_revoked)")
        .contains("nothing is lost");
    assertThat(words(draw(author))).doesNotContain("takes no calls");
    pacer.goesOn(lead.workspace());
    assertThat(words(draw(lead))).doesNotContain("takes no calls");
  }

  @Test
  void an_empty_home_teaches_in_every_section() {
    Card card = draw(author);

    assertThat(words(card))
        .contains("Nothing can be shared right now")
        .contains("You have not drafted anything yet")
        .contains("Once you share a post")
        .doesNotContain("Waiting for review", "On the way");
    assertThat(labels(card)).containsExactly("New draft", "Settings");
  }

  @Test
  void whoever_has_not_joined_finds_who_herald_is_and_join_first() {
    Card card = draw(house.member("Amira"));

    assertThat(labels(card)).startsWith("Join", "New draft");
    assertThat(words(card)).contains("I post nothing for you");
  }

  @Test
  void whoever_is_unknown_or_cannot_take_part_sees_no_post() {
    house.live(author, approver, "We are hiring");

    assertThat(words(draw(house.stranger("U7")))).contains("One moment").doesNotContain("hiring");
    Card guest = draw(house.person("Guest", null, Kind.GUEST));
    assertThat(words(guest)).contains("guests").doesNotContain("hiring");
    assertThat(labels(guest)).isEmpty();
  }

  @Test
  void a_member_finds_what_to_share_their_drafts_and_their_numbers() {
    Post post = house.live(author, approver, "We are hiring");
    house.submitted(author, "Not decided");
    house.share(author, post, Network.LINKEDIN);
    house.share(author, post, Network.X);
    Presses.visit(house.database, author.member(), LocalDate.of(2026, 3, 3), 600);

    Card card = draw(author);

    assertThat(labels(entry(card, "Words about We are hiring")))
        .containsExactly("Share on LinkedIn", "Share on X", "Share on Facebook", "More…");
    assertThat(labels(entry(card, "In review"))).contains("Withdraw draft");
    assertThat(words(card)).contains("Posts shared: 1", "Shares: 2", "Visits: 1,200");
    assertThat(words(draw(approver))).doesNotContain("1,200");
  }

  @Test
  void an_approver_decides_from_home_what_waits_longest_first() {
    Post first = house.submitted(author, "First draft");
    house.clock.advance(Duration.ofMinutes(5));
    house.submitted(author, "Second draft");

    Card card = draw(approver);

    assertThat(words(card)).containsSubsequence("First draft", "Second draft");
    Part.Entry entry = entry(card, "First draft");
    assertThat(labels(entry)).containsExactly("Approve", "Request changes", "Reject", "Read all");
    long review = house.in(tx -> house.reviews.newest(tx, first.id()).orElseThrow().id());
    assertThat(choice(entry, "Approve").intent()).isEqualTo(new Intent.Approve(review, 0));
    assertThat(choice(entry, "Request changes").intent())
        .isEqualTo(new Intent.AskForChanges(review, 0));
    assertThat(choice(entry, "Reject").intent()).isEqualTo(new Intent.AskToReject(review, 0));
    assertThat(choice(entry, "Approve").spoken()).isEqualTo("Approve: “First draft”");
    assertThat(plain(entry.text())).contains("By @Author · General · waits since");
  }

  @Test
  void an_approver_cannot_decide_on_their_own_draft_and_reads_why() {
    house.submitted(approver, "My own");

    Part.Entry entry = queueEntry(draw(approver), "My own");

    assertThat(labels(entry)).containsExactly("Read all");
    assertThat(plain(entry.text())).contains("Somebody else decides this one");
  }

  @Test
  void whoever_a_stage_names_decides_it_from_home_without_being_an_approver() {
    Topic legal = house.topic("Legal matters");
    Person lawyer = house.joined("Lawyer");
    house.run(
        tx ->
            house.topics.stages(
                tx,
                1,
                legal,
                List.of(
                    new Topic.Stage(
                        0,
                        "Legal",
                        List.of(new Topic.Decider(lawyer.workspace(), lawyer.platformId(), false))),
                    new Topic.Stage(1, "Brand", List.of()))));
    Post post = house.submitted(author, "Contract", legal.id());
    house.submitted(author, "Something else");

    Part.Entry entry = entry(draw(lawyer), "Contract");
    assertThat(labels(entry)).contains("Approve");
    assertThat(plain(entry.text())).contains("Legal, stage 1 of 2");
    assertThat(words(draw(lawyer))).doesNotContain("Something else");
    assertThat(labels(queueEntry(draw(approver), "Contract"))).containsExactly("Read all");

    house.approved(post, lawyer);
    assertThat(words(draw(lawyer))).doesNotContain("Contract");
    assertThat(labels(queueEntry(draw(approver), "Contract"))).contains("Approve");
  }

  @Test
  void a_lead_sees_what_is_due_first_then_what_is_held_then_what_waits() {
    Person lead = house.joined("Lead", Role.LEAD);
    house.submitted(author, "Still waiting");
    Post held = house.approved(house.submitted(author, "Held back"), approver);
    house.run(tx -> house.posts.store(tx, held.held(house.posts.now()), lead.member(), "held"));
    Content later = from(House.content("Next week"), Duration.ofDays(7));
    house.approved(house.submitted(author, later), approver);
    house.approved(house.submitted(author, "In a moment"), approver);

    Card card = draw(lead);

    assertThat(words(card))
        .containsSubsequence("In a moment", "Next week", "Held back", "Still waiting");
    assertThat(labels(entry(card, "In a moment")))
        .as("it goes by itself when the grace time is over")
        .containsExactly("Hold for a campaign", "Priority…", "Read all", "Withdraw");
    assertThat(labels(entry(card, "Next week")))
        .containsExactly("Publish now", "Hold for a campaign", "Priority…", "Read all", "Withdraw");
    assertThat(labels(entry(card, "Held back")))
        .containsExactly("Publish now", "Priority…", "Read all", "Withdraw");
    assertThat(labels(entry(card, "Still waiting")))
        .containsExactly("Hold for a campaign", "Priority…", "Read all");
    assertThat(plain(entry(card, "Next week").text())).contains("It goes live 9 Mar 2026");
  }

  @Test
  void a_lead_finds_withdraw_beside_every_live_post() {
    house.live(author, approver, "We are hiring");

    assertThat(labels(entry(draw(house.joined("Lead", Role.LEAD)), "We are hiring")))
        .contains("Withdraw");
    assertThat(labels(draw(author))).doesNotContain("Withdraw");
  }

  @Test
  void a_page_of_home_is_turned_and_found_again_until_home_is_opened_anew() {
    for (int i = 1; i <= 12; i++) {
      house.live(author, approver, "Post number " + i + ".");
    }
    Person amira = house.joined("Amira");
    house.run(tx -> chat.homes.opened(tx, amira));
    Choice older = choice(draw(amira), "Older");
    assertThat(older.intent()).isEqualTo(new Intent.TurnHome("feed", 10));

    house.run(tx -> chat.homes.turn(tx, amira, HomeList.FEED, 10));
    house.run(tx -> chat.homes.turn(tx, amira, HomeList.FEED, 10));
    assertThat(words(draw(amira))).contains("Post number 2.", "Post number 1.");
    assertThat(words(draw(amira))).doesNotContain("Post number 3.", "Post number 12.");
    assertThat(choice(draw(amira), "Newer").intent()).isEqualTo(new Intent.TurnHome("feed", 0));

    house.run(tx -> chat.homes.opened(tx, amira));
    assertThat(words(draw(amira))).contains("Post number 12.");
  }

  @Test
  void a_home_of_somebody_with_every_role_and_full_lists_stays_below_a_hundred_blocks() {
    Person all = house.joined("All", Role.APPROVER, Role.LEAD, Role.ADMIN);
    for (int i = 1; i <= 15; i++) {
      Post post = house.live(all, approver, "Live " + i);
      house.share(all, post, Network.X);
    }
    for (int i = 1; i <= 15; i++) {
      house.submitted(author, "Waiting " + i);
    }
    for (HomeList list : HomeList.values()) {
      house.run(tx -> chat.homes.turn(tx, all, list, list.size() / 2));
    }

    Card card = draw(all);

    assertThat(card.parts().stream().filter(Part.Entry.class::isInstance)).hasSize(34);
    assertThat(card.parts().stream().mapToInt(HomeScreenTest::blocks).sum()).isLessThan(100);
    assertThat(card.summary().length()).isLessThan(3_000);
  }

  /** At most so many blocks does a face draw for a part of Home. */
  private static int blocks(Part part) {
    return part instanceof Part.Entry ? 2 : 1;
  }

  /** The entry of the queue: the same headline may stand below among one's own drafts. */
  private static Part.Entry queueEntry(Card card, String headline) {
    return card.parts().stream()
        .filter(
            part ->
                part instanceof Part.Entry e
                    && plain(e.text()).contains(headline)
                    && plain(e.text()).contains("waits since"))
        .map(Part.Entry.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private Content from(Content content, Duration later) {
    return new Content(
        content.link(),
        content.headline(),
        content.words(),
        null,
        content.wordings(),
        content.topics(),
        null,
        null,
        content.freedom(),
        house.clock.instant().plus(later),
        null,
        null);
  }

  @Test
  void a_policy_that_waits_to_be_read_stands_on_top_until_it_is() {
    Person ben = house.joined("Ben");
    var text =
        new PolicyText(Language.ENGLISH, "Sharing", "https://acme.example/policy", "Be kind.");
    long id = house.in(tx -> house.policies.publish(tx, author.member(), text, Readers.EVERYBODY));
    assertThat(labels(entry(draw(ben), "Sharing waits to be read")))
        .containsExactly("Read and acknowledge");

    house.run(tx -> house.policies.acknowledge(tx, ben.member(), id, 1, Language.ENGLISH));
    assertThat(words(draw(ben))).doesNotContain("waits to be read");
  }
}
