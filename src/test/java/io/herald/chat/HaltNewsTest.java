package io.herald.chat;

import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.AccountFacts;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.outbox.Pacer;
import io.herald.testkit.House;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workspace that takes no calls cannot say so itself. */
class HaltNewsTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Pacer pacer = new Pacer(house.database, house.clock, Pacer.CHANNEL_GAP);
  private final PresentPace pace = new PresentPace(house.people, pacer);
  private final Person lead =
      house.person("Lea", "lea@acme.example", AccountFacts.Kind.MEMBER, Role.LEAD);

  @BeforeEach
  void listen() {
    house.member("Otto", Role.LEAD);
    house.member("Ben");
    pacer.onHalt(chat.pushNews::halted);
  }

  @AfterEach
  void close() {
    chat.close();
  }

  private List<CardRow> cards() {
    return house.list(tx -> chat.cards.about(tx, CardKind.HALT, lead.workspace()));
  }

  private String says() {
    return words(house.in(tx -> pace.halt(tx, lead.workspace())));
  }

  @Test
  void leads_hear_on_their_other_platform_that_one_takes_nothing_and_that_it_goes_on() {
    Person inTeams = house.inTeams("Lea", "lea@acme.example", AccountFacts.Kind.MEMBER);
    house.run(tx -> house.linking.take(tx, inTeams, house.linking.show(tx, lead)));
    pacer.halt(lead.workspace(), Duration.ofSeconds(30), "token_revoked");
    pacer.halt(lead.workspace(), Duration.ofSeconds(30), "token_revoked");

    assertThat(cards())
        .as("once, and to nobody who is in Slack alone")
        .extracting(CardRow::workspace, CardRow::recipient)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(inTeams.workspace(), inTeams.platformId()));
    assertThat(house.work(CardBook.CARD)).containsExactly(cards().get(0).id());
    assertThat(says()).contains("Slack takes no calls from Herald", "token_revoked");

    pacer.goesOn(lead.workspace());
    assertThat(house.work(CardBook.CARD)).containsExactly(cards().get(0).id());
    assertThat(says()).isEqualTo("Slack takes calls from Herald again. What waited goes out now.");

    house.clock.advance(Duration.ofHours(1));
    pacer.halt(lead.workspace(), Duration.ofSeconds(30), "token_revoked");
    assertThat(cards()).as("another halt is another message").hasSize(2);
  }
}
