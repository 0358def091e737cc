package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.AccountFacts;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.outbox.Lane;
import io.herald.outbox.Work;
import io.herald.post.Post;
import io.herald.testkit.Crowd;
import io.herald.testkit.House;
import io.herald.testkit.OnBothDatabases;
import io.herald.testkit.TestDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cards of a post are drawn anew in the background, however many there are. */
@OnBothDatabases
class RedrawsTest {
  private static final int MANY = 1_200;

  private final House house;
  private final ChatHouse chat;
  private Post post;

  /** Cards as they are once they arrived. */
  interface ArrivedSql {
    @SqlUpdate(
        """
        INSERT INTO card (kind, subject, workspace, recipient, state, channel, message)
        SELECT 'POST', d.id, i.workspace, i.platform_id, 'SHOWN', i.platform_id, '1.1'
        FROM delivery d JOIN identity i ON i.member = d.member WHERE d.post = :post
        """)
    int arrive(long post);

    @SqlUpdate("UPDATE card SET state = 'SENDING', message = NULL WHERE recipient = :recipient")
    int onItsWay(String recipient);

    @SqlQuery("SELECT id FROM card WHERE workspace = :workspace ORDER BY id")
    Set<Long> cards(long workspace);

    @SqlQuery("SELECT COUNT(*) FROM redraw")
    int unfinished();
  }

  RedrawsTest(TestDatabase kind) {
    house = new House(kind.open());
    chat = new ChatHouse(house);
  }

  @BeforeEach
  void arrived() {
    Crowd.fill(house, House.TEAM, MANY);
    post = house.live(house.member("Author"), house.member("Approver", Role.APPROVER), "News");
    house.run(tx -> tx.sql(ArrivedSql.class).arrive(post.id()));
  }

  @AfterEach
  void close() {
    chat.close();
  }

  private Redraws redraws() {
    return new Redraws(house.database, house.outbox, house.clock);
  }

  private Set<Long> cards(Person of) {
    return house.in(tx -> tx.sql(ArrivedSql.class).cards(of.workspace()));
  }

  /** Does what waits, and says which cards that was. */
  private Set<Long> drawn() {
    var cards = new HashSet<Long>();
    for (Work work : house.claim(Lane.BULK, 2_000)) {
      if (work.kind().equals(CardBook.CARD)) {
        assertThat(cards.add(work.subject())).isTrue();
        house.run(tx -> house.outbox.done(tx, work));
      }
    }
    house.release();
    return cards;
  }

  private int unfinished() {
    return house.<Integer>in(tx -> tx.sql(ArrivedSql.class).unfinished());
  }

  @Test
  void a_recall_writes_one_row_and_goes_on_by_itself_while_the_outbox_stays_small() {
    house.run(tx -> chat.cards.refreshDelivered(tx, post.id()));
    assertThat(drawn()).as("nothing in the transaction of the click").isEmpty();

    redraws().goOn();
    redraws().goOn();
    Set<Long> all = new HashSet<>(drawn());
    assertThat(all).as("no more while they wait").hasSize(500);
    // Each look is that of a Herald that has just started: it knows nothing but the database.
    while (redraws().goOn() > 0) {
      drawn().forEach(card -> assertThat(all.add(card)).isTrue());
    }
    assertThat(all).hasSize(MANY).isEqualTo(cards(house.member("Author")));
    redraws().goOn();
    assertThat(unfinished()).isZero();
  }

  @Test
  void what_changes_meanwhile_begins_anew() {
    house.run(tx -> chat.cards.refreshDelivered(tx, post.id()));
    redraws().goOn();
    Set<Long> first = drawn();
    house.run(tx -> chat.cards.refreshDelivered(tx, post.id()));

    redraws().goOn();

    assertThat(drawn()).isEqualTo(first);
  }

  @Test
  void a_card_that_is_just_being_sent_is_drawn_once_it_has_arrived() {
    Person ben = chat.in(tx -> house.people.meet(tx, House.account("U10000001")));
    house.run(tx -> tx.sql(ArrivedSql.class).onItsWay(ben.platformId()));
    house.run(tx -> chat.cards.refreshDelivered(tx, post.id()));
    while (redraws().goOn() > 0) {
      drawn();
    }

    assertThat(house.work(CardBook.CARD_LATER)).isEmpty();
    house.clock.advance(java.time.Duration.ofSeconds(15));
    List<Long> later = house.work(CardBook.CARD_LATER);
    assertThat(later).hasSize(1);
    assertThat(house.in(tx -> chat.cards.find(tx, later.get(0))).orElseThrow().recipient())
        .isEqualTo(ben.platformId());
  }

  @Test
  void a_workspace_that_takes_nothing_does_not_hold_up_another() {
    Person theo = house.inTeams("Theo", null, AccountFacts.Kind.MEMBER);
    house.run(tx -> house.people.join(tx, theo));
    house.run(tx -> house.broadcasts.start(tx, post));
    house.run(
        tx ->
            chat.cards.shown(
                tx,
                chat.cards.enter(
                    tx,
                    CardKind.POST,
                    house.broadcasts.deliveryTo(tx, post.id(), theo.member()).orElseThrow().id(),
                    0,
                    theo.workspace(),
                    theo.platformId()),
                new Courier.Sent("a:theo", "1")));
    house.run(tx -> chat.cards.refreshDelivered(tx, post.id()));

    for (int i = 0; i < 4; i++) {
      redraws().goOn();
    }

    assertThat(drawn()).hasSizeBetween(500, 501).containsAll(cards(theo));
  }
}
