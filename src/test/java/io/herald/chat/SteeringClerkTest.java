package io.herald.chat;

import static io.herald.chat.ChatHouse.choice;
import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.opened;
import static io.herald.chat.ChatHouse.plain;
import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.campaign.Aim;
import io.herald.campaign.Broadcast;
import io.herald.campaign.Broadcasts;
import io.herald.campaign.Campaign;
import io.herald.campaign.DeliveryState;
import io.herald.campaign.Plan;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Post;
import io.herald.testkit.House;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Leads steer what is sent, and decide what of the unknown goes again. */
class SteeringClerkTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final SteeringClerk clerk = chat.steering;
  private final Person author = house.member("Author");
  private final Person approver = house.member("Approver", Role.APPROVER);
  private final Person lead = house.member("Lead", Role.LEAD);
  private final Person ben = house.joined("Ben");
  private final Person otto = house.joined("Otto");

  @AfterEach
  void close() {
    chat.close();
  }

  private Card push(Post post) {
    return shown(chat.ask(clerk, lead, new Intent.ShowPush(post.id())));
  }

  private Broadcast broadcast(Post post) {
    return house.list(tx -> house.broadcasts.of(tx, post.id())).get(0);
  }

  private void end(Post post, Person person, DeliveryState state) {
    house.run(
        tx -> {
          long id = house.broadcasts.deliveryTo(tx, post.id(), person.member()).orElseThrow().id();
          CardRow card =
              chat.cards.enter(tx, CardKind.POST, id, 0, person.workspace(), person.platformId());
          if (state == DeliveryState.UNKNOWN) {
            chat.cards.ended(tx, card, CardRow.State.UNKNOWN, "no scope");
          }
          house.broadcasts.ended(tx, id, state, null);
        });
  }

  private CardRow card(Post post, Person person) {
    return house.in(
        tx -> {
          long id = house.broadcasts.deliveryTo(tx, post.id(), person.member()).orElseThrow().id();
          return chat.cards.about(tx, CardKind.POST, id).get(0);
        });
  }

  @Test
  void what_nobody_can_tell_goes_again_when_a_lead_says_so_and_nothing_else_does() {
    Post post = house.live(author, approver, "Offices");
    house.work(Broadcasts.DELIVERY);
    end(post, ben, DeliveryState.DELIVERED);
    end(post, otto, DeliveryState.UNKNOWN);
    house.feeder.feed();
    Card card = push(post);
    assertThat(words(card)).contains("2 of 2", "Unknown: 1", "never sent twice on a guess");

    Form sure = opened(chat.ask(clerk, lead, ask(card, "Send the unknown again")));
    assertThat(plain(((Field.Note) sure.fields().get(0)).text()))
        .startsWith("Of 1 card of “Offices” nobody can tell");
    chat.ask(clerk, lead, (Intent.Steering) sure.intent());

    assertThat(words(push(post))).contains("It is being sent", "1 of 2", "Waiting: 1");
    assertThat(card(post, otto).state()).isEqualTo(CardRow.State.WAITING);
    assertThat(house.work(Broadcasts.DELIVERY)).hasSize(1);
    assertThat(house.recorded("post/" + post.id())).endsWith("broadcast_done", "broadcast_resent");
    assertThat(refused(() -> chat.ask(clerk, lead, new Intent.ResendPush(post.id()))))
        .isEqualTo("Nothing of it is unknown any more, or it is over.");
  }

  @Test
  void the_unknown_of_a_post_that_is_over_stays_unknown() {
    Post post = house.live(author, approver, "Offices");
    house.work(Broadcasts.DELIVERY);
    end(post, otto, DeliveryState.UNKNOWN);
    Intent.Steering again = ask(push(post), "Send the unknown again");
    house.run(
        tx ->
            house.posts.store(
                tx,
                house.posts.lock(tx, post.id()).withdrawn("Wrong.", null, house.posts.now()),
                lead.member(),
                "withdrawn"));

    assertThat(labels(push(post))).doesNotContain("Send the unknown again");
    assertThat(refused(() -> chat.ask(clerk, lead, again))).startsWith("Nothing of it is unknown");
  }

  @Test
  void a_push_is_paused_resumed_and_cancelled_on_its_card() {
    Post post = house.live(author, approver, "Offices");
    house.feeder.feed();

    chat.ask(clerk, lead, ask(push(post), "Pause"));
    assertThat(words(push(post))).contains("It is paused");
    assertThat(house.work(Broadcasts.DELIVERY)).isEmpty();
    chat.ask(clerk, lead, ask(push(post), "Resume"));
    assertThat(words(push(post))).contains("It is being sent");

    Form sure = opened(chat.ask(clerk, lead, ask(push(post), "Cancel the rest")));
    chat.ask(clerk, lead, (Intent.Steering) sure.intent());
    assertThat(words(push(post))).contains("The rest of it was cancelled", "Not sent: 2");
    assertThat(labels(push(post))).isEmpty();
    assertThat(house.work(Broadcasts.DELIVERY)).isEmpty();
    assertThat(ended()).as("its card is drawn once more").isNotEmpty();
    house.clock.advance(Duration.ofSeconds(1));
    assertThat(ended()).isEmpty();
    assertThat(refused(() -> chat.ask(clerk, lead, new Intent.PausePush(post.id()))))
        .isEqualTo("This broadcast is over.");
  }

  @Test
  void a_push_that_the_platform_stopped_tells_the_leads_why_and_goes_on_from_there() {
    Post post = house.live(author, approver, "Offices");
    house.run(
        tx -> {
          long id = house.broadcasts.of(tx, post.id()).get(0).id();
          house.broadcasts.pause(tx, id, null, "FORBIDDEN: missing_scope");
          chat.pushNews.stopped(tx, house.broadcasts.find(tx, id).orElseThrow());
        });

    List<CardRow> told = house.list(tx -> chat.cards.about(tx, CardKind.PUSH, post.id()));
    assertThat(told).extracting(CardRow::recipient).containsExactly(lead.platformId());
    assertThat(words(push(post)))
        .contains("It stopped by itself", "FORBIDDEN: missing_scope", "resume it");
    chat.ask(clerk, lead, ask(push(post), "Resume"));
    assertThat(broadcast(post).why()).isNull();
    assertThat(words(push(post))).contains("It is being sent");
  }

  @Test
  void a_campaign_that_the_platform_stopped_says_so_and_is_resumed_on_its_own_card() {
    Post post = house.live(author, approver, "Offices", house.topic("Elsewhere").id());
    Campaign campaign = campaign(post);
    house.run(
        tx -> {
          long id = house.campaigns.course().broadcasts(tx, campaign.id()).get(0).id();
          house.broadcasts.pause(tx, id, null, "FORBIDDEN: missing_scope");
          chat.pushNews.stopped(tx, house.broadcasts.find(tx, id).orElseThrow());
        });

    Card card = draw(campaign);
    assertThat(words(card)).contains("It stopped by itself", "FORBIDDEN: missing_scope");
    assertThat(labels(card)).contains("Resume").doesNotContain("Pause");
    assertThat(labels(push(post))).as("a campaign's push is steered there").isEmpty();
    assertThat(house.list(tx -> chat.cards.about(tx, CardKind.CAMPAIGN, campaign.id()))).hasSize(1);
    house.run(tx -> house.campaigns.resume(tx, campaign.id(), lead.member()));
    assertThat(words(draw(campaign))).contains("It is being sent");
  }

  @Test
  void the_unknown_of_a_campaign_goes_again_from_its_card() {
    Post post = house.live(author, approver, "Offices", house.topic("Elsewhere").id());
    Campaign campaign = campaign(post);
    house.work(Broadcasts.DELIVERY);
    end(post, ben, DeliveryState.DELIVERED);
    end(post, otto, DeliveryState.UNKNOWN);
    house.feeder.feed();

    Form sure = opened(chat.ask(clerk, lead, ask(draw(campaign), "Send the unknown again")));
    chat.ask(clerk, lead, (Intent.Steering) sure.intent());

    assertThat(words(draw(campaign))).contains("1 of 2");
    assertThat(house.work(Broadcasts.DELIVERY)).hasSize(1);
    house.run(tx -> house.campaigns.cancel(tx, campaign.id(), lead.member()));
    assertThat(refused(() -> chat.ask(clerk, lead, new Intent.Resend(campaign.id()))))
        .startsWith("Nothing of it is unknown");
  }

  /** The cards of pushes that have ended since a look just now. */
  private List<Long> ended() {
    return house.list(tx -> chat.cards.pushesEnded(tx, house.posts.now()));
  }

  private Campaign campaign(Post post) {
    var plan =
        new Plan(
            "Autumn",
            "Goal",
            List.of(post.id()),
            new Aim(List.of(Aim.Group.everyone()), List.of()),
            null,
            null,
            null,
            house.posts.now().plus(Duration.ofDays(9)),
            null,
            null);
    Campaign campaign = house.in(tx -> house.campaigns.add(tx, lead.member(), plan));
    house.run(tx -> house.campaigns.send(tx, campaign.id(), lead.member(), 2));
    chat.campaignMoves.look();
    return house.in(tx -> house.campaigns.get(tx, campaign.id()));
  }

  private Card draw(Campaign campaign) {
    return house.in(tx -> chat.campaignCard.draw(tx, house.campaigns.get(tx, campaign.id())));
  }

  private static Intent.Steering ask(Card card, String label) {
    return (Intent.Steering) choice(card, label).intent();
  }
}
