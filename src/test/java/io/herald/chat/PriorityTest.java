package io.herald.chat;

import static io.herald.chat.ChatHouse.choice;
import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.opened;
import static io.herald.chat.ChatHouse.plain;
import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.testkit.House;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Comms justify that a post goes past what members chose. */
class PriorityTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final ReviewClerk clerk =
      new ReviewClerk(
          house.roles, house.posts, house.reviews, house.deciders, chat.checks, chat.moves);
  private final Person author = house.joined("Author");
  private final Person approver = house.joined("Approver", Role.APPROVER);
  private final Person lead = house.joined("Lead", Role.LEAD);

  @AfterEach
  void close() {
    chat.close();
  }

  private Part.Entry entry(Post post) {
    return (Part.Entry) chat.in(tx -> chat.pipeline.draw(tx, house.posts.get(tx, post.id())));
  }

  private Reply make(Person person, Post post, String why) {
    return chat.ask(
        clerk, person, new Intent.MakePriority(post.id()), Map.of(ReasonForm.REASON, List.of(why)));
  }

  @Test
  void a_lead_says_why_a_post_cannot_wait_and_everybody_who_gets_it_reads_that() {
    Post post = house.submitted(author, "Offices");
    Form form =
        opened(
            chat.ask(
                clerk, lead, (Intent.AskForPriority) choice(entry(post), "Priority…").intent()));
    assertThat(form.title()).isEqualTo("Make it a priority");
    assertThat(make(lead, post, "The office is shut.")).isEqualTo(new Reply.Done());

    assertThat(plain(entry(post).text()))
        .contains("@Lead made it a priority")
        .contains("The office is shut.");
    assertThat(labels(entry(post))).contains("No priority").doesNotContain("Priority…");
    Post live = house.live(house.approved(post, approver));
    var card =
        new PostCard(
            house.posts, house.people, house.givens, chat.buttons, chat.names, house.priorities);
    assertThat(words(chat.in(tx -> card.forPresser(tx, live, author.member()))))
        .contains("Comms asks everybody now, because: The office is shut.");
    assertThat(house.recorded("post/" + post.id())).contains("priority_justified");
  }

  @Test
  void a_priority_needs_a_reason_and_a_lead_and_comes_before_the_push() {
    Post post = house.submitted(author, "Offices");

    assertThat(make(lead, post, "  ")).isInstanceOf(Reply.Correct.class);
    assertThat(refused(() -> make(approver, post, "Now!")))
        .isEqualTo("Only a comms lead or an admin can do this.");
    house.live(house.approved(post, approver));
    assertThat(refused(() -> make(lead, post, "Now!"))).startsWith("Only a post that is in review");
    assertThat(house.holds(tx -> house.priorities.of(tx, post.id()).isEmpty())).isTrue();
  }

  @Test
  void a_priority_is_taken_back_before_the_push() {
    Post post = house.submitted(author, "Offices");
    make(lead, post, "The office is shut.");

    chat.ask(clerk, lead, (Intent.NoPriority) choice(entry(post), "No priority").intent());

    assertThat(labels(entry(post))).contains("Priority…");
    assertThat(house.recorded("post/" + post.id()))
        .contains("priority_justified", "priority_taken_back");
  }
}
