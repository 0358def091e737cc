package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.Assembly;
import io.herald.command.Running;
import io.herald.sandbox.Modal;
import io.herald.settings.Settings;
import io.herald.store.Database;
import io.herald.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.Test;

/** What must hold over restarts, and on every Herald of several. */
class TimeAndNodesJourneyTest {

  /** Lets what is due tomorrow be due now. */
  interface TomorrowSql {
    @SqlUpdate("UPDATE post SET publish_at = :now WHERE publish_at > :now")
    int goesLive(Instant now);

    @SqlUpdate("UPDATE post SET expires_at = :now WHERE expires_at > :now")
    int expires(Instant now);
  }

  /** A Herald that stops and starts again, at the same port. */
  private static final class Restarting implements Running {
    private final Map<String, String> settings;
    private Running herald;

    Restarting(Map<String, String> settings) {
      this.settings = settings;
      this.herald = start();
    }

    private Running start() {
      return Assembly.of(Settings.read(settings));
    }

    /** Does something while nobody serves. */
    void whileDown(Runnable deed) {
      herald.close();
      deed.run();
      herald = start();
    }

    @Override
    public URI address() {
      return herald.address();
    }

    @Override
    public void close() {
      herald.close();
    }
  }

  @Test
  void share_from_and_share_until_hold_across_restarts() {
    var settings = new HashMap<>(Office.on(TestDatabase.POSTGRESQL));
    settings.put("HERALD_PORT", Integer.toString(HeraldProcess.freePort()));
    String url = settings.getOrDefault("HERALD_DATABASE_URL", "");
    var heralds = new Restarting[1];
    try (var office =
            new Office(
                settings,
                all -> {
                  heralds[0] = new Restarting(all);
                  return heralds[0];
                });
        var database = Database.open(url)) {
      office.join(office.ben());
      office.amira().command("/herald draft https://acme.example/page Words about tomorrow.");
      Modal form = office.amira().modal("New draft");
      form.fill("Headline", "Tomorrow")
          .fill("Share from", in(1) + "T09:00")
          .fill("Share until", in(2) + "T09:00")
          .submit();
      assertThat(form.errors()).isEmpty();
      office.clara().press("Approve", office.review("Tomorrow", "Waiting for an approver"));
      office.review("Tomorrow", "It goes live");
      assertThat(office.slack.dm("U0BEN")).noneMatch(m -> m.shown().contains("Tomorrow"));

      heralds[0].whileDown(
          () -> database.run(tx -> tx.sql(TomorrowSql.class).goesLive(Instant.now())));
      String link =
          office.ben().hears("Words about tomorrow").link("Share on LinkedIn").orElseThrow();
      office.review("Tomorrow", "It is live");
      assertThat(office.open(link).statusCode()).isEqualTo(302);

      heralds[0].whileDown(
          () -> database.run(tx -> tx.sql(TomorrowSql.class).expires(Instant.now())));
      office.ben().hears("The time to share this is over.");
      assertThat(office.open(link).statusCode()).isEqualTo(410);
      assertThat(office.slack.dm("U0BEN").stream().filter(m -> m.shown().contains("Tomorrow")))
          .as("one card, drawn anew")
          .hasSize(1);
    }
  }

  @Test
  void what_is_withdrawn_at_one_herald_is_over_within_a_second_at_another() throws IOException {
    var settings = new HashMap<>(Office.on(TestDatabase.POSTGRESQL));
    try (var office = new Office(settings);
        Running other = second(office)) {
      office.join(office.ben());
      office.live(office.amira(), "For a while");
      String link =
          office.ben().hears("because you follow").link("Share on LinkedIn").orElseThrow();
      String composer = office.open(link).headers().firstValue("Location").orElseThrow();
      Matcher tracked =
          Pattern.compile("/c/[0-9A-Za-z]{10}")
              .matcher(URLDecoder.decode(composer, StandardCharsets.UTF_8));
      assertThat(tracked.find()).isTrue();
      String shared = URI.create(link).getRawPath();
      assertThat(get(other, shared)).isEqualTo(302);
      assertThat(get(other, tracked.group())).as("from memory by now").isEqualTo(302);

      office.dan().home().pressAfter("For a while", "Withdraw");
      office.dan().modal("Withdraw").fill("Why", "Enough.").submit();

      await()
          .pollInterval(Duration.ofMillis(50))
          .atMost(Duration.ofSeconds(1))
          .until(() -> get(other, tracked.group()) == 410);
      assertThat(get(other, shared)).isEqualTo(410);
    }
  }

  private static Running second(Office office) throws IOException {
    var settings = new HashMap<>(office.settings);
    settings.put("HERALD_DATA", Files.createTempDirectory("herald-second").toString());
    settings.put("HERALD_PORT", "0");
    settings.put("HERALD_OPERATIONS_PORT", "0");
    return Assembly.of(Settings.read(settings));
  }

  private static int get(Running herald, String path) {
    return Browser.send(herald.address(), "GET", "http://127.0.0.1" + path, Browser.FIREFOX)
        .statusCode();
  }

  private static LocalDate in(int days) {
    return LocalDate.now(ZoneOffset.UTC).plusDays(days);
  }
}
