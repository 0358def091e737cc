package io.herald.chat;

import static io.herald.chat.ChatHouse.choice;
import static io.herald.chat.ChatHouse.entry;
import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.policy.Disclosure;
import io.herald.policy.DisclosureRule;
import io.herald.policy.Language;
import io.herald.policy.PolicyText;
import io.herald.policy.Readers;
import io.herald.policy.Strictness;
import io.herald.post.Post;
import io.herald.review.Review;
import io.herald.testkit.House;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands between a member and their first share, and who walks them through it. */
class FirstShareTest {
  private static final PolicyText TEXT =
      new PolicyText(Language.ENGLISH, "Sharing", "https://acme.example/en", "Be kind.");

  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Person ann = house.joined("Ann");
  private final Person dan = house.joined("Dan", Role.ADMIN, Role.APPROVER);
  private final Person ben = house.joined("Ben");
  private final PostCard postCard =
      new PostCard(
          house.posts, house.people, house.givens, chat.buttons, chat.names, house.priorities);
  private final FirstShareClerk clerk =
      new FirstShareClerk(
          house.people,
          house.posts,
          house.givens,
          chat.buttons,
          postCard,
          house.disclosures,
          house.links);

  @AfterEach
  void close() {
    chat.close();
  }

  private long published() {
    return house.in(tx -> house.policies.publish(tx, dan.member(), TEXT, Readers.EVERYBODY));
  }

  private void strictness(Strictness strictness) {
    house.run(tx -> house.policies.strictness(tx, dan.member(), strictness));
  }

  private Card card(Post post) {
    return house.in(tx -> postCard.forPresser(tx, post, ben.member()));
  }

  private List<String> feed() {
    List<Part> parts =
        house.list(tx -> chat.feed.draw(tx, ben.member(), chat.feed.page(tx, 0, 5).items()));
    return labels(entry(new Card("", parts), "News"));
  }

  private boolean mayShare(Post post) {
    return labels(card(post)).contains("Share on LinkedIn");
  }

  @Test
  void the_first_share_waits_for_the_policy_and_the_card_says_so_kindly() {
    Post post = house.live(ann, dan, "News");
    assertThat(mayShare(post)).as("no policy, no wait").isTrue();

    long policy = published();
    Card card = card(post);
    assertThat(words(card)).contains("Before your first share, please read Sharing");
    assertThat(labels(card)).contains("Read the policy").doesNotContain("Share on LinkedIn");
    assertThat(choice(card, "Read the policy").intent())
        .isEqualTo(new Intent.ReadPolicy(policy, ""));
    assertThat(feed()).contains("Read the policy").doesNotContain("Share on LinkedIn");

    house.run(tx -> house.policies.acknowledge(tx, ben.member(), policy, 1, Language.ENGLISH));
    assertThat(mayShare(post)).isTrue();
    assertThat(feed()).contains("Share on LinkedIn");
  }

  @Test
  void whoever_shared_before_waits_only_where_it_is_strict_and_nobody_where_it_is_open() {
    Post post = house.live(ann, dan, "News");
    house.share(ben, post, Network.X);
    published();
    assertThat(mayShare(post)).as("balanced").isTrue();

    strictness(Strictness.STRICT);
    assertThat(words(card(post))).contains("There is a new version of Sharing");
    strictness(Strictness.OPEN);
    assertThat(mayShare(post)).isTrue();
  }

  @Test
  void a_share_link_in_hand_answers_whatever_waits() {
    Post post = house.live(ann, dan, "News");
    published();
    strictness(Strictness.STRICT);

    house.share(ben, post, Network.X);

    assertThat(house.holds(tx -> house.shares.shared(tx, post.id(), ben.member()))).isTrue();
  }

  @Test
  void where_it_is_strict_a_second_person_approves_and_not_the_same_one() {
    strictness(Strictness.STRICT);
    Post post = house.submitted(ann, "News");
    Review review = house.maybe(tx -> house.reviews.newest(tx, post.id())).orElseThrow();
    assertThat(review.stages()).containsExactly("", "Second approval");

    Person eve = house.joined("Eve", Role.APPROVER);
    house.approved(post, dan);
    assertThat(house.<Set<Long>>in(tx -> house.deciders.able(tx, newest(post), 1)))
        .containsExactly(eve.member());
    house.approved(post, eve);
    assertThat(newest(post).open()).isFalse();
  }

  private Review newest(Post post) {
    return house.maybe(tx -> house.reviews.newest(tx, post.id())).orElseThrow();
  }

  @Test
  void a_member_who_never_shared_is_shown_how_with_their_own_buttons_at_the_end() {
    house.run(
        tx ->
            house.disclosures.set(
                tx,
                dan.member(),
                new DisclosureRule(
                    null, null, 0, Disclosure.Mode.REQUIRED, "I work for Acme", "")));
    Post post = house.live(ann, dan, "News");
    Card card = card(post);

    Card first =
        shown(chat.ask(clerk, ben, (Intent.Beginning) choice(card, "Show me how").intent()));
    assertThat(words(first))
        .contains("Nothing is posted until you post it there")
        .contains("This will be public: Anybody can read what you post")
        .contains("It says who writes", "“I work for Acme” (required)")
        .contains("What LinkedIn opens with: Words about News\n\nI work for Acme\n\n(the link)");
    assertThat(labels(first)).contains("Share on LinkedIn", "Practise first");

    house.share(ben, post, Network.X);
    assertThat(labels(card(post))).as("once is enough").doesNotContain("Show me how");
  }

  @Test
  void a_practice_post_leaves_nowhere_and_is_counted_nowhere() {
    Card practice = shown(chat.ask(clerk, ben, new Intent.Practise()));
    assertThat(words(practice)).contains("nothing leaves Herald and nothing is counted");
    assertThat(ChatHouse.choices(practice)).allMatch(choice -> choice.link() == null);

    Card done =
        shown(chat.ask(clerk, ben, (Intent.Beginning) choice(practice, "Practise on X").intent()));
    assertThat(words(done)).contains("X would open now", "We have moved");
    assertThat(house.holds(tx -> house.shares.everShared(tx, ben.member()))).isFalse();
  }
}
