package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Message;
import io.herald.testkit.TestDatabase;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresJourneyTest {

  @Test
  void a_draft_becomes_a_shared_post_on_postgresql_as_well() {
    var settings =
        Map.of(
            "HERALD_DATABASE_URL",
            TestDatabase.POSTGRESQL.url(),
            "HERALD_ENCRYPTION_KEY",
            Base64.getEncoder().encodeToString(new byte[32]));
    try (var office = new Office(settings)) {
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
