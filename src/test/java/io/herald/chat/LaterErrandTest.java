package io.herald.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.Person;
import io.herald.outbox.Lane;
import io.herald.outbox.Work;
import org.junit.jupiter.api.Test;

class LaterErrandTest {
  @Test
  void a_card_that_is_due_is_drawn_by_the_one_piece_of_work_that_it_has() {
    try (var chat = new ChatHouse()) {
      Person clara = chat.house.member("Clara");
      CardRow card = chat.house.in(tx -> chat.cards.want(tx, CardKind.AUTHOR, 1, clara));
      chat.house.run(
          tx -> chat.cards.refreshAt(tx, CardKind.AUTHOR, 1, chat.house.clock.instant()));
      Work later =
          chat.house.claim(Lane.INTERACTIVE, 9).stream()
              .filter(work -> work.kind().equals(CardBook.CARD_LATER))
              .findFirst()
              .orElseThrow();
      chat.house.release();
      assertThat(chat.house.work(CardBook.CARD)).containsExactly(card.id());

      Errand.Result result = new LaterErrand(chat.cards).run(later);
      chat.house.run(result.store()::accept);

      assertThat(result.again()).isNull();
      assertThat(chat.house.work(CardBook.CARD)).containsExactly(card.id());
    }
  }
}
