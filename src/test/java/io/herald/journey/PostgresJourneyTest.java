package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Message;
import io.herald.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

class PostgresJourneyTest {

  @Test
  void a_draft_becomes_a_shared_post_on_postgresql_as_well() {
    try (var office = new Office(Office.on(TestDatabase.POSTGRESQL))) {
      office.join(office.ben());
      office.live(office.amira(), "News");
      Message post = office.ben().hears("because you follow");
      assertThat(office.open(post.link("Share on X").orElseThrow()).statusCode()).isEqualTo(302);
      office.dan().home().pressAfter("News", "Withdraw");
      office.dan().modal("Withdraw").fill("Why", "Enough.").submit();
      assertThat(office.ben().hears("was withdrawn, so please").ts()).isEqualTo(post.ts());
    }
  }
}
