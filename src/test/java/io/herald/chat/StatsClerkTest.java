package io.herald.chat;

import static io.herald.chat.ChatHouse.choice;
import static io.herald.chat.ChatHouse.entry;
import static io.herald.chat.ChatHouse.labels;
import static io.herald.chat.ChatHouse.plain;
import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.shown;
import static io.herald.chat.ChatHouse.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.campaign.Aim;
import io.herald.campaign.Campaign;
import io.herald.campaign.Plan;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.network.Network;
import io.herald.post.Post;
import io.herald.testkit.House;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatsClerkTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final StatsClerk clerk = chat.statsClerk;
  private final Person author = house.member("Author");
  private final Person approver = house.member("Approver", Role.APPROVER);
  private final Person lead = house.member("Lead", Role.LEAD);

  @AfterEach
  void close() {
    chat.close();
  }

  private Card ask(Person person, Intent.Counting intent) {
    return shown(chat.ask(clerk, person, intent));
  }

  private List<Person> shared(Post post, int many) {
    var people = new ArrayList<Person>();
    for (int i = 0; i < many; i++) {
      Person person = house.member("Sharer " + i);
      house.share(person, post, Network.LINKEDIN);
      people.add(person);
    }
    return people;
  }

  @Test
  void a_lead_sees_what_came_of_each_post_and_its_parts() {
    Post post = house.live(author, approver, "Offices");
    shared(post, 6);

    Card card = ask(lead, new Intent.ShowStats(0));

    Part.Entry entry = entry(card, "Offices");
    assertThat(plain(entry.text()))
        .contains("Delivered to fewer than 5 · shared by 6, 6 times · 0 visits");
    Card one = ask(lead, (Intent.ShowPostStats) choice(entry, "Details").intent());
    assertThat(words(one))
        .contains("By network")
        .contains("LinkedIn: shared by 6, 6 times")
        .contains("By day")
        .contains("2 Mar: shared by 6, 6 times")
        .contains("What fewer than 5 people did is not shown");
  }

  @Test
  void what_few_shared_is_not_shown_to_anybody() {
    Post post = house.live(author, approver, "Offices");
    shared(post, 4);

    String all = words(ask(lead, new Intent.ShowStats(0)));

    assertThat(all).contains("shared by fewer than 5").doesNotContain("visits");
    String one = words(ask(lead, new Intent.ShowPostStats(post.id())));
    assertThat(one).doesNotContain("By network").doesNotContain("LinkedIn");
  }

  @Test
  void an_admin_moves_the_threshold_and_the_numbers_follow() {
    Post post = house.live(author, approver, "Offices");
    shared(post, 4);
    house.run(tx -> house.organisation.threshold(tx, null, 3));

    assertThat(words(ask(lead, new Intent.ShowStats(0)))).contains("shared by 4, 4 times");
  }

  @Test
  void a_member_sees_own_numbers_and_nobody_elses() {
    Post post = house.live(author, approver, "Offices");
    List<Person> people = shared(post, 6);

    assertThat(words(ask(people.get(0), new Intent.ShowStats(0))))
        .contains("You shared 1 posts, 1 times; your links got 0 visits.")
        .doesNotContain("Offices");
    assertThat(refused(() -> ask(people.get(0), new Intent.ShowPostStats(post.id()))))
        .isEqualTo("Only a comms lead or an admin can do this.");
    assertThat(refused(() -> ask(people.get(0), new Intent.ShowTopicStats(0))))
        .isEqualTo("Only a comms lead or an admin can do this.");
  }

  @Test
  void nothing_yet_is_said_and_long_lists_are_turned() {
    assertThat(words(ask(lead, new Intent.ShowStats(0)))).contains("Nothing was live yet.");
    for (int i = 0; i < 12; i++) {
      house.live(author, approver, "Post " + i);
    }
    Card first = ask(lead, new Intent.ShowStats(0));
    assertThat(labels(first)).contains("Older", "By topic").doesNotContain("Newer");
    Card second = ask(lead, (Intent.ShowStats) choice(first, "Older").intent());
    assertThat(words(second)).contains("Post 1").contains("Post 0");
    assertThat(labels(second)).contains("Newer").doesNotContain("Older");
  }

  @Test
  void topics_add_up_their_posts() {
    Post post = house.live(author, approver, "Offices");
    shared(post, 6);
    house.live(author, approver, "Canteen");

    assertThat(words(ask(lead, new Intent.ShowTopicStats(0))))
        .contains("General · 2 posts")
        .contains("shared by 6, 6 times")
        .contains("1 post that fewer than 5 people shared is not counted in.");
  }

  @Test
  void a_topic_is_looked_at_by_network_and_by_day() {
    Post post = house.live(author, approver, "Offices");
    shared(post, 6);
    Card list = ask(lead, new Intent.ShowTopicStats(0));

    Card one = ask(lead, (Intent.Counting) choice(entry(list, "General"), "Details").intent());

    assertThat(words(one))
        .contains("General", "shared by 6, 6 times", "Time to approval")
        .contains("LinkedIn: shared by 6, 6 times", "2 Mar: shared by 6, 6 times");
    assertThat(labels(one)).containsExactly("By topic");
    assertThat(refused(() -> ask(lead, new Intent.ShowTopicDetails(99))))
        .startsWith("Nothing of it was sent yet");
  }

  @Test
  void a_campaign_has_the_numbers_of_its_posts_and_only_once_it_was_sent() {
    Post post = house.live(author, approver, "Offices", house.topic("Elsewhere").id());
    Post canteen = house.live(author, approver, "Canteen", house.topic("Nowhere").id());
    shared(post, 6);
    assertThat(words(ask(lead, new Intent.ShowCampaignStats(0)))).contains("No campaign was sent");
    var plan =
        new Plan(
            "Autumn",
            "Goal",
            List.of(post.id(), canteen.id()),
            new Aim(List.of(Aim.Group.everyone()), List.of()),
            null,
            null,
            null,
            house.posts.now().plus(Duration.ofDays(9)),
            null,
            null);
    Campaign campaign = house.in(tx -> house.campaigns.add(tx, lead.member(), plan));
    house.run(tx -> house.campaigns.send(tx, campaign.id(), lead.member(), 0));
    chat.campaignMoves.look();

    Card list = ask(lead, new Intent.ShowCampaignStats(0));
    assertThat(words(list))
        .contains("Autumn · 2 posts", "shared by 6, 6 times")
        .contains("1 post that fewer than 5 people shared is not counted in.");
    Card one = ask(lead, (Intent.Counting) choice(entry(list, "Autumn"), "Details").intent());
    assertThat(words(one))
        .contains("LinkedIn: shared by 6, 6 times", "Half were approved within")
        .doesNotContain("Canteen");
    assertThat(refused(() -> ask(author, new Intent.ShowCampaignStats(0))))
        .isEqualTo("Only a comms lead or an admin can do this.");
  }

  @Test
  void the_file_has_what_the_cards_have_and_no_formula_and_nothing_about_few() {
    Post post = house.live(author, approver, "=1+1");
    shared(post, 6);
    shared(house.live(author, approver, "Canteen"), 4);
    Reply offered = chat.ask(clerk, lead, new Intent.StatsFile());
    assertThat(ChatHouse.said(offered)).contains("within an hour");

    var lines = new ArrayList<String>();
    var csv = new StatsCsv(house.insights, house.organisation);
    house.run(tx -> csv.write(tx, 0, line -> lines.add(line.line().strip())));

    assertThat(lines.get(0)).startsWith("\"What\",\"Name\",\"Network\",\"Day\"");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("\"post\",\"'=1+1\",\"\",\"\",\"2026-03-02T"))
        .anyMatch(line -> line.startsWith("\"post\",\"'=1+1\",\"LinkedIn\",\"\",\"\",\"\",\"6\""))
        .anyMatch(line -> line.startsWith("\"post\",\"'=1+1\",\"\",\"2026-03-02\""))
        .anyMatch(line -> line.startsWith("\"topic\",\"General\""));
    assertThat(lines.stream().filter(line -> line.contains("Canteen")))
        .hasSize(1)
        .allMatch(line -> line.contains("\"fewer than 5\",\"\",\"\""));
    assertThat(refused(() -> chat.ask(clerk, author, new Intent.StatsFile())))
        .isEqualTo("Only a comms lead or an admin can do this.");
  }

  @Test
  void each_lead_gets_the_report_once_on_monday_morning_where_they_are() {
    var reports =
        new WeekReports(house.roles, house.people, house.posts, house.attention, chat.cards);
    Post post = house.live(author, approver, "Offices");
    shared(post, 6);

    house.clock.set(Instant.parse("2026-03-09T07:29:00Z"));
    house.run(reports::send);
    assertThat(house.work(CardBook.CARD)).as("half past eight in Berlin is later").isEmpty();
    house.clock.set(Instant.parse("2026-03-09T07:30:00Z"));
    house.run(reports::send);
    house.run(reports::send);
    List<Long> sent = house.work(CardBook.CARD);
    assertThat(sent).hasSize(1);
    CardRow row = house.in(tx -> chat.cards.find(tx, sent.get(0)).orElseThrow());
    assertThat(row.recipient()).isEqualTo(lead.platformId());
    house.clock.advance(Duration.ofDays(1));
    house.run(reports::send);
    assertThat(house.work(CardBook.CARD)).isEmpty();

    Card card =
        house.in(tx -> chat.stats.week(tx, java.time.LocalDate.ofEpochDay(row.subject()), lead));
    assertThat(words(card))
        .contains("The week from 2 Mar to 8 Mar")
        .contains("1 post went live. Delivered to fewer than 5 · shared by 6, 6 times · 0 visits.")
        .contains("Offices")
        .contains("You get this on Mondays because you are a comms lead.");
  }
}
