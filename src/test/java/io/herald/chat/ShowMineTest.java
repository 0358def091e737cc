package io.herald.chat;

import static io.herald.chat.ChatHouse.choice;
import static io.herald.chat.ChatHouse.entry;
import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.plain;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.post.Post;
import io.herald.share.Presses;
import io.herald.testkit.House;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShowMineTest {
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
  void mine_teaches_where_there_is_nothing_yet() {
    Card card = look(house.joined("Amira"), new Intent.ShowMine(0));

    assertThat(words(card)).contains("You have not drafted anything", "You have not shared");
    assertThat(labels(card)).containsExactly("New draft", "Feed");
  }

  @Test
  void each_of_my_drafts_says_where_it_stands_and_what_comes_next() {
    Post changes = house.submitted(author, "Changes");
    house.run(
        tx ->
            house.reviews.requestChanges(
                tx,
                house.reviews.newest(tx, changes.id()).orElseThrow().id(),
                0,
                approver,
                "Say who pays"));
    Post waiting = house.submitted(author, "Waiting");
    house.live(author, approver, "Live one");
    house.submitted(house.member("Somebody"), "Not mine");

    Card card = look(author, new Intent.ShowMine(0));

    Part.Entry first = entry(card, "Changes");
    assertThat(plain(first.text()))
        .isEqualTo("Changes\nChanges requested by @Approver: Say who pays");
    assertThat(labels(first)).containsExactly("Edit and resubmit", "Read all");
    Part.Entry second = entry(card, "Waiting");
    assertThat(plain(second.text())).contains("In review since", "waiting for an approver");
    assertThat(labels(second)).contains("Withdraw draft", "Read all");
    assertThat(choice(second, "Withdraw draft").intent())
        .isEqualTo(new Intent.WithdrawDraft(waiting.id()));
    assertThat(choice(second, "Read all").intent()).isEqualTo(new Intent.ReadAll(waiting.id(), 1));
    assertThat(plain(entry(card, "Live one").text())).contains("live");
    assertThat(words(card)).doesNotContain("Not mine");
    assertThat(choice(second, "Withdraw draft").spoken()).isEqualTo("Withdraw draft: “Waiting”");
  }

  @Test
  void my_shares_stand_with_network_and_visits_for_me_alone() {
    Post post = house.live(author, approver, "We are hiring");
    Person amira = house.joined("Amira");
    house.share(amira, post, Network.LINKEDIN);
    house.clock.advance(Duration.ofHours(1));
    house.share(amira, post, Network.BLUESKY);
    Presses.visit(house.database, amira.member(), LocalDate.of(2026, 3, 3), 12);

    String mine = words(look(amira, new Intent.ShowMine(0)));

    assertThat(mine)
        .contains("We are hiring on Bluesky, 2 Mar 2026, 10:00 UTC · 12 visits")
        .contains("We are hiring on LinkedIn, 2 Mar 2026, 09:00 UTC · 12 visits");
    assertThat(words(look(author, new Intent.ShowMine(0)))).doesNotContain("visits");
  }

  @Test
  void visits_are_not_spoken_of_where_they_are_not_counted() {
    Post post = house.live(author, approver, "We are hiring");
    Person amira = house.joined("Amira");
    house.run(tx -> house.people.track(tx, amira, false));
    house.share(house.again(amira), post, Network.X);

    assertThat(words(look(amira, new Intent.ShowMine(0))))
        .contains("We are hiring on X")
        .doesNotContain("visits");
  }

  @Test
  void my_drafts_and_shares_turn_their_pages_together() {
    for (int i = 1; i <= 12; i++) {
      house.submitted(author, "Draft " + i + ".");
    }

    Card first = look(author, new Intent.ShowMine(0));
    Card second = look(author, (Intent.Looking) choice(first, "Older").intent());

    assertThat(headlines(first)).hasSize(10);
    assertThat(headlines(second)).hasSize(2);
    assertThat(choice(second, "Newer").intent()).isEqualTo(new Intent.ShowMine(0));
  }

  private static List<String> headlines(Card card) {
    return card.parts().stream()
        .filter(Part.Entry.class::isInstance)
        .map(part -> plain(((Part.Entry) part).text()))
        .filter(text -> !text.startsWith("Join"))
        .toList();
  }
}
