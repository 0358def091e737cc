package io.herald.chat;

import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.opened;
import static io.herald.chat.ChatHouse.plain;
import static io.herald.chat.ChatHouse.said;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.policy.Disclosure;
import io.herald.policy.DisclosureRule;
import io.herald.post.Content;
import io.herald.post.Post;
import io.herald.testkit.House;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DisclosureClerkTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Person dan = house.joined("Dan", Role.ADMIN, Role.APPROVER);
  private final Person ben = house.joined("Ben");
  private final DisclosureClerk clerk =
      new DisclosureClerk(house.disclosures, house.topics, house.organisation, chat.disclosed);
  private final PostCard card =
      new PostCard(
          house.posts, house.people, house.givens, chat.buttons, chat.names, house.priorities);
  private final ShareClerk sharing =
      new ShareClerk(
          house.people,
          house.posts,
          house.givens,
          house.broadcasts,
          chat.buttons,
          card,
          chat.cards,
          chat.checks,
          new FirstShareClerk(
              house.people,
              house.posts,
              house.givens,
              chat.buttons,
              card,
              house.disclosures,
              house.links));

  @AfterEach
  void close() {
    chat.close();
  }

  private Reply save(String mode, String words, String shorter) {
    return chat.ask(
        clerk,
        dan,
        new Intent.SaveDisclosure(),
        Map.of(
            DisclosureForm.MODE, List.of(mode),
            DisclosureForm.NETWORK, List.of(DisclosureForm.ANY),
            DisclosureForm.TOPIC, List.of(DisclosureForm.ANY),
            DisclosureForm.LANGUAGE, List.of(DisclosureForm.ANY),
            DisclosureForm.WORDS, List.of(words),
            DisclosureForm.SHORTER, List.of(shorter)));
  }

  private Map<String, io.herald.words.Text> mistakes(Reply reply) {
    return ((Reply.Correct) reply).fields();
  }

  private Post live(String words) {
    Content content = House.content("News");
    return house.live(
        house.approved(
            house.submitted(
                house.joined("Ann"),
                new Content(
                    content.link(),
                    content.headline(),
                    words,
                    null,
                    Map.of(),
                    content.topics(),
                    null,
                    null,
                    content.freedom(),
                    null,
                    null,
                    null)),
            dan));
  }

  private Card card(Post post) {
    return house.in(tx -> card.forPresser(tx, post, ben.member()));
  }

  @Test
  void an_admin_says_what_is_disclosed_and_sees_all_that_is() {
    assertThat(said(save("REQUIRED", "I work  for\nAcme", "#AcmeEmployee")))
        .endsWith("Everywhere: required, “I work for Acme”, short “#AcmeEmployee”");
    Form form = opened(chat.ask(clerk, dan, new Intent.OpenDisclosure()));
    assertThat(form.fields())
        .anyMatch(f -> f instanceof Field.Note n && plain(n.text()).contains("Everywhere:"))
        .anyMatch(f -> f instanceof Field.Typed t && t.initial().equals("#AcmeEmployee"));
  }

  @Test
  void mistakes_stand_at_their_field() {
    assertThat(mistakes(save("ADVISED", "", ""))).containsOnlyKeys(DisclosureForm.WORDS);
    assertThat(mistakes(save("ADVISED", "", "#acme"))).containsOnlyKeys(DisclosureForm.WORDS);
    assertThat(mistakes(save("ADVISED", "#acme", "#acme!")))
        .containsOnlyKeys(DisclosureForm.SHORTER);
    assertThat(mistakes(save("ADVISED", "w".repeat(201), "")))
        .containsOnlyKeys(DisclosureForm.WORDS);
  }

  @Test
  void words_that_another_line_needs_are_not_taken_away() {
    save("REQUIRED", "I work for Acme", "");
    long hiring = house.topic("Hiring").id();
    house.run(
        tx ->
            house.disclosures.set(
                tx,
                dan.member(),
                new DisclosureRule(null, null, hiring, Disclosure.Mode.REQUIRED, "", "")));
    assertThat(plain(Objects.requireNonNull(mistakes(save("OFF", "", "")).get("words"))))
        .contains("Another line takes its words from this one: Hiring: required");
    assertThat(said(save("OFF", "I work for Acme", ""))).contains("Everywhere: off");
  }

  @Test
  void a_share_button_says_where_only_the_shorter_form_fits_and_goes_where_none_does() {
    save("REQUIRED", "I work for Acme, and this is what I think myself", "#acme");
    assertThat(labels(card(live("Short."))))
        .contains("Share on LinkedIn", "Share on X", "Share on Facebook");
    Card tight = card(live("w".repeat(230)));
    assertThat(labels(tight)).contains("Share on LinkedIn", "Share on X with #acme");
    assertThat(words(tight)).contains("X: “#acme” (required)");
    assertThat(labels(card(live("w".repeat(255))))).noneMatch(l -> l.startsWith("Share on X"));
  }

  @Test
  void a_member_leaves_out_what_is_only_advised_when_they_edit_the_words() {
    save("ADVISED", "I work for Acme", "");
    Post post = live("Short.");
    assertThat(words(card(post))).contains("Shared with it: “I work for Acme” (advised)");
    Form form = opened(chat.ask(sharing, ben, new Intent.OpenWords(post.id())));
    assertThat(Forms.picked(form, "disclosed").initial()).containsExactly("on");

    chat.ask(
        sharing,
        ben,
        new Intent.SaveWords(post.id()),
        Map.of("words", List.of("My own."), "disclosed", List.of("off")));
    assertThat(words(card(post))).contains("My own.").doesNotContain("I work for Acme");

    house.run(
        tx ->
            house.disclosures.set(
                tx,
                dan.member(),
                new DisclosureRule(
                    null, Network.LINKEDIN, 0, Disclosure.Mode.REQUIRED, "I work for Acme", "")));
    assertThat(words(card(post)))
        .as("what is required comes back")
        .contains("LinkedIn: “I work for Acme” (required)");
  }
}
