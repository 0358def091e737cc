package io.herald.chat;

import static io.herald.chat.ChatHouse.choice;
import static io.herald.chat.ChatHouse.entry;
import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.plain;
import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.members.AccountFacts.Kind;
import io.herald.members.NotKnownYet;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.post.Content;
import io.herald.post.Freedom;
import io.herald.post.Post;
import io.herald.testkit.House;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShowFeedTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;

  private final Person author = house.member("Author");
  private final Person approver = house.member("Approver", Role.APPROVER);

  @AfterEach
  void close() {
    chat.close();
  }

  private Reply ask(Person person, Intent.Looking intent) {
    return chat.ask(chat.look, person, intent);
  }

  private Card look(Person person, Intent.Looking intent) {
    return shown(ask(person, intent));
  }

  @Test
  void an_empty_feed_teaches_what_will_stand_there() {
    Card card = look(house.joined("Amira"), new Intent.ShowFeed(0));

    assertThat(words(card)).contains("Nothing can be shared right now");
    assertThat(labels(card)).containsExactly("New draft");
  }

  @Test
  void the_feed_shows_why_how_long_and_the_members_own_share_buttons() {
    long hiring = house.topic("Hiring").id();
    Post post = house.live(author, approver, "We are hiring", hiring);
    Person amira = house.joined("Amira");
    Person other = house.joined("Other");
    house.run(tx -> house.people.follow(tx, other.member(), List.of(hiring)));

    Part.Entry entry = entry(look(amira, new Intent.ShowFeed(0)), "We are hiring");
    assertThat(plain(entry.text()))
        .isEqualTo(
            "We are hiring\nWords about We are hiring\nAbout Hiring · share until 1 Apr 2026, 09:00 UTC");
    assertThat(labels(entry))
        .containsExactly("Share on LinkedIn", "Share on X", "Share on Facebook", "More…");
    assertThat(choice(entry, "More…").intent()).isEqualTo(new Intent.More(post.id()));
    String link = choice(entry, "Share on X").link();
    assertThat(link).startsWith("https://herald.example/s/");

    Part.Entry others = entry(look(other, new Intent.ShowFeed(0)), "We are hiring");
    assertThat(plain(others.text())).contains("Because you follow Hiring");
    assertThat(choice(others, "Share on X").link()).isNotEqualTo(link);
  }

  @Test
  void each_member_gets_a_wording_of_their_own_and_keeps_it() {
    Content plainContent = House.content("Launch");
    Content content =
        new Content(
            plainContent.link(),
            "Launch",
            "Base",
            null,
            Map.of(Network.LINKEDIN, List.of("Wording one", "Wording two")),
            plainContent.topics(),
            "https://example.com/i.png",
            "A rocket",
            Freedom.EDIT_FREELY,
            null,
            null,
            null);
    Post post = house.live(house.approved(house.submitted(author, content), approver));
    Person one = house.joined("One");
    Person two = house.joined("Two");

    String first = words(look(one, new Intent.ShowFeed(0)));
    String second = words(look(two, new Intent.ShowFeed(0)));
    assertThat(first).contains("Wording one");
    assertThat(second).contains("Wording two");
    assertThat(words(look(one, new Intent.ShowFeed(0)))).isEqualTo(first);

    Part.Picture picture = entry(look(one, new Intent.ShowFeed(0)), "Launch").thumbnail();
    assertThat(picture).isEqualTo(new Part.Picture("https://example.com/i.png", "A rocket"));
    house.run(tx -> house.posts.refuseImage(tx, post.id(), 1));
    assertThat(entry(look(one, new Intent.ShowFeed(0)), "Launch").thumbnail()).isNull();
  }

  @Test
  void only_leads_and_admins_find_withdraw_in_the_feed() {
    Post post = house.live(author, approver, "We are hiring");

    for (Role role : List.of(Role.LEAD, Role.ADMIN)) {
      Card card = look(house.joined(role.word(), role), new Intent.ShowFeed(0));
      assertThat(choice(card, "Withdraw").intent()).isEqualTo(new Intent.AskToWithdraw(post.id()));
    }
    assertThat(labels(look(approver, new Intent.ShowFeed(0)))).doesNotContain("Withdraw");
  }

  @Test
  void the_feed_leaves_out_what_is_over_withdrawn_or_not_out_yet() {
    house.live(author, approver, "Over");
    house.clock.advance(Duration.ofDays(31));
    Post withdrawn = house.live(author, approver, "Withdrawn");
    house.run(
        tx ->
            house.posts.store(
                tx, withdrawn.withdrawn("Wrong", null, house.posts.now()), null, "withdrawn"));
    house.approved(house.submitted(author, "Approved"), approver);
    house.live(author, approver, "Live");

    String words = words(look(house.joined("Amira"), new Intent.ShowFeed(0)));

    assertThat(words)
        .contains("about Live")
        .doesNotContain("about Withdrawn", "about Approved", "about Over");
  }

  @Test
  void the_feed_shows_ten_at_a_time_and_every_post_once() {
    for (int i = 1; i <= 23; i++) {
      house.live(author, approver, "Post number " + i + ".");
    }
    Person amira = house.joined("Amira");

    Card first = look(amira, new Intent.ShowFeed(0));
    Card second = look(amira, (Intent.Looking) choice(first, "Older").intent());
    Card third = look(amira, (Intent.Looking) choice(second, "Older").intent());

    assertThat(labels(first)).contains("Older").doesNotContain("Newer");
    assertThat(labels(second)).contains("Older", "Newer");
    assertThat(labels(third)).contains("Newer").doesNotContain("Older");
    assertThat(choice(third, "Newer").intent()).isEqualTo(new Intent.ShowFeed(10));
    var seen = new ArrayList<String>();
    List.of(first, second, third).forEach(card -> seen.addAll(headlines(card)));
    assertThat(seen).hasSize(23).doesNotHaveDuplicates();
    assertThat(seen.get(0)).startsWith("Post number 23.");
  }

  @Test
  void a_page_that_is_not_there_any_more_or_never_was_shows_the_first() {
    house.live(author, approver, "Only one");
    Person amira = house.joined("Amira");

    for (int skip : new int[] {10, -10, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertThat(words(look(amira, new Intent.ShowFeed(skip)))).contains("Only one");
    }
  }

  @Test
  void whoever_has_not_joined_can_share_and_is_told_of_joining() {
    house.live(author, approver, "We are hiring");

    Card card = look(house.member("Amira"), new Intent.ShowFeed(0));

    assertThat(labels(card)).contains("Share on X", "Join");
    assertThat(labels(look(house.joined("Ben"), new Intent.ShowFeed(0)))).doesNotContain("Join");
  }

  @Test
  void the_feed_is_for_members_of_the_organisation_alone() {
    house.live(author, approver, "We are hiring");
    Person guest = house.person("Guest", null, Kind.GUEST);

    assertThat(refused(() -> ask(guest, new Intent.ShowFeed(0)))).contains("guests");
    Person stranger = house.stranger("U7");
    assertThatThrownBy(() -> ask(stranger, new Intent.ShowFeed(0))).isInstanceOf(NotKnownYet.class);
  }

  @Test
  void a_feed_of_the_longest_headlines_makes_a_summary_that_fits() {
    for (int i = 0; i < 12; i++) {
      house.live(author, approver, "h".repeat(150));
    }

    Card card = look(house.joined("Amira"), new Intent.ShowFeed(0));

    assertThat(card.summary().length()).isLessThanOrEqualTo(3_000);
  }

  private static List<String> headlines(Card card) {
    return card.parts().stream()
        .filter(Part.Entry.class::isInstance)
        .map(part -> plain(((Part.Entry) part).text()))
        .filter(text -> !text.startsWith("Join"))
        .toList();
  }
}
