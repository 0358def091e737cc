package io.herald.chat;

import static io.herald.chat.ChatHouse.choice;
import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.said;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.chat.slack.SlackGoldens;
import io.herald.chat.teams.TeamsGoldens;
import io.herald.members.AccountFacts.Kind;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.policy.Bio;
import io.herald.post.Post;
import io.herald.records.KeptAs;
import io.herald.records.Sealer;
import io.herald.share.DownloadsAt;
import io.herald.testkit.House;
import io.herald.words.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrivacyClerkTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final PrivacyCard card =
      new PrivacyCard(house.people, house.keeping.ownData(), house.keeping.erasures());
  private final DownloadsAt downloads = new DownloadsAt(house);
  private final PrivacyClerk clerk =
      new PrivacyClerk(
          house.people,
          house.roles,
          house.keeping.ownData(),
          house.keeping.erasures(),
          card,
          downloads.downloads,
          chat.cards,
          new RetentionClerk(
              house.roles, house.people, house.campaigns, house.keeping.retention()));
  private final Person otto = house.member("Otto", Role.APPROVER, Role.RECORDS, Role.ADMIN);
  private final Person amira = amira();

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void a_member_sees_what_is_kept_and_fetches_all_of_it() {
    Post post = house.live(house.member("Ben"), otto, "Open day");
    house.run(
        tx ->
            house.givens.own(
                tx, house.posts.newest(tx, post), amira.member(), "My very own words"));
    house.share(amira, post, Network.LINKEDIN);

    Card seen = shown(ask(amira, new Intent.ShowPrivacy()));

    assertThat(words(seen)).contains("amira@acme.example", "Own use", "without an end");
    assertThat(labels(seen)).containsExactly("Export my data", "Erase my data");
    golden("privacy", seen);
    Reply told = ask(amira, new Intent.ExportOwnData());
    assertThat(said(told)).contains("within an hour");
    assertThat(downloads.fetch(address(told)))
        .contains(
            "amira@acme.example",
            "My very own words",
            "linkedin",
            "In the record: shared",
            "0 / 0 / 0");
    assertThat(choice(seen, "Erase my data").intent()).isEqualTo(new Intent.AskToErase());
  }

  @Test
  void erasing_is_confirmed_and_says_what_stays() {
    house.submitted(amira, "A draft of mine");
    Reply.Open form = (Reply.Open) ask(amira, new Intent.AskToErase());
    assertThat(form.form().fields().toString()).contains("Drafts that you submitted");
    SlackGoldens.form("privacy-erase", form.form());
    TeamsGoldens.form("privacy-erase", form.form());

    assertThat(ask(amira, new Intent.EraseMe())).isInstanceOf(Reply.Correct.class);
    assertThat(house.again(amira).joined()).isTrue();
    assertThat(said(erase(amira))).contains("an admin is asked");

    assertThat(house.again(amira).name()).isEqualTo("former member");
    Card rest = house.in(tx -> card.restOf(tx, 1)).orElseThrow();
    assertThat(words(rest)).contains("Amira", "Posts");
    assertThat(labels(rest)).containsExactly("Keep it for its time", "Erase it too");
    golden("privacy-rest", rest);
    assertThat(refused(() -> ask(house.member("Ben"), new Intent.EraseRest(1))))
        .contains("Only an admin");
    assertThat(ask(otto, new Intent.EraseRest(1))).isInstanceOf(Reply.Done.class);
    Card erased = house.in(tx -> card.restOf(tx, 1)).orElseThrow();
    assertThat(words(erased))
        .contains("@Otto", "by nobody any more")
        .doesNotContain("Amira")
        .doesNotContain("entries");
    assertThat(refused(() -> ask(otto, new Intent.KeepRest(1)))).contains("decided this already");
  }

  @Test
  void what_was_done_before_two_accounts_became_one_is_shown_fetched_held_and_kept_too() {
    Person teams = house.inTeams("Amira", "amira@acme.example", Kind.MEMBER);
    house.submitted(teams, "Written in Teams");
    house.run(tx -> house.people.join(tx, teams));
    house.run(tx -> house.linking.take(tx, teams, house.linking.show(tx, amira)));
    assertThat(house.again(teams).member()).isEqualTo(amira.member());

    Card seen = shown(ask(amira, new Intent.ShowPrivacy()));
    assertThat(words(seen)).contains("Drafts that you wrote: 1", "Posts: 3 entries");
    assertThat(downloads.fetch(address(ask(amira, new Intent.ExportOwnData()))))
        .contains(
            "In the record: revision written",
            "Written in Teams",
            "In the record: joined",
            "29:Amira");

    records(otto, "hold @" + amira.platformId() + " A lawsuit");
    new Sealer(house.database).sealAll();
    house.run(tx -> house.keeping.retention().set(tx, 1, KeptAs.POSTS, 1));
    house.clock.advance(Duration.ofDays(40));
    assertThat(house.in(house.keeping.retention()::deleteWhatIsOver)).isZero();
    records(otto, "release 1");
    assertThat(house.in(house.keeping.retention()::deleteWhatIsOver)).isEqualTo(3);
  }

  @Test
  void a_file_has_what_somebody_chose_too() {
    house.run(
        tx -> {
          house.people.track(tx, amira, false);
          house.bios.say(tx, amira.member(), new Bio("I teach", "Acme"), Map.of());
        });
    assertThat(downloads.fetch(address(ask(amira, new Intent.ExportOwnData()))))
        .contains("are not counted", "I teach");
  }

  @Test
  void whoever_is_held_is_told_so() {
    assertThat(said(records(otto, "hold @" + amira.platformId() + " A lawsuit")))
        .contains("Hold 1", "@Amira");

    assertThat(words(shown(ask(amira, new Intent.ShowPrivacy())))).contains("A legal hold");
    assertThat(said(erase(amira))).contains("A legal hold keeps");
    assertThat(house.again(amira).name()).isEqualTo("Amira");

    assertThat(words(shown(records(otto, "holds")))).contains("A lawsuit", "by @Otto");
    assertThat(said(records(otto, "release 1"))).contains("released");
    assertThat(words(shown(records(otto, "holds")))).contains("Nothing is held");
  }

  @Test
  void retention_is_an_admins_and_holds_are_a_records_officers() {
    Person admin = house.member("Dan", Role.ADMIN);
    assertThat(said(records(admin, "retention decisions 7 years"))).contains("7 years");
    assertThat(words(shown(records(admin, "retention")))).contains("7 years", "for ever");
    assertThat(said(records(admin, "retention decisions for ever"))).contains("for ever");
    assertThat(refused(() -> records(admin, "retention decisions 0 months"))).contains("1 to");
    assertThat(refused(() -> records(admin, "retention everything 7 years")))
        .contains("everything", "posts, decisions");
    assertThat(refused(() -> records(admin, "hold campaign 1 why"))).contains("Only");
    assertThat(refused(() -> records(amira, "retention"))).contains("Only");
    assertThat(refused(() -> records(otto, "hold campaign 99 why"))).contains("no campaign 99");
    assertThat(refused(() -> records(otto, "hold 2026-13-01 to 2026-14-01 why")))
        .contains("first and the last day");
    assertThat(refused(() -> records(otto, "hold 2026-01-01 to 2026-03-31"))).contains("Say why");
    assertThat(said(records(otto, "hold 2026-01-01 to 2026-03-31 An audit")))
        .contains("2026-01-01 to 2026-03-31");
    assertThat(said(records(otto, "hold"))).contains("records release");
  }

  private static void golden(String name, Card card) {
    SlackGoldens.card(name, card);
    TeamsGoldens.card(name, card);
  }

  private static String address(Reply told) {
    return ((Reply.Say) told)
        .text().spans().stream()
            .filter(Text.Link.class::isInstance)
            .map(link -> ((Text.Link) link).address())
            .findFirst()
            .orElseThrow();
  }

  private Reply records(Person person, String words) {
    return ask(person, new Intent.KeepRecords(words));
  }

  private Reply erase(Person person) {
    return chat.ask(clerk, person, new Intent.EraseMe(), Map.of(PrivacyClerk.SURE, List.of("yes")));
  }

  private Reply ask(Person person, Intent.Keeping intent) {
    return chat.ask(clerk, person, intent);
  }

  private Person amira() {
    Person person = house.person("Amira", "amira@acme.example", Kind.MEMBER);
    house.run(tx -> house.people.join(tx, person));
    return house.again(person);
  }
}
