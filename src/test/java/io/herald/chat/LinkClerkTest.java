package io.herald.chat;

import static io.herald.chat.ChatHouse.refused;
import static io.herald.chat.ChatHouse.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.members.AccountFacts.Kind;
import io.herald.members.Person;
import io.herald.members.Platform;
import io.herald.members.Role;
import io.herald.testkit.House;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkClerkTest {
  private static final Pattern CODE = Pattern.compile("[2-9A-Z]{3}-[2-9A-Z]{5}");

  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Person slack = house.person("Amira", "amira@acme.example", Kind.MEMBER);
  private final Person teams = house.inTeams("Amira", "amira@acme.example", Kind.MEMBER);

  @AfterEach
  void close() {
    chat.close();
  }

  private LinkClerk clerk(Set<Platform> platforms) {
    return new LinkClerk(
        house.people,
        house.roles,
        house.topics,
        house.linking,
        house.union,
        new ReviewWatch(house.reviews, house.deciders, chat.cards, chat.homes),
        chat.homes,
        chat.cards,
        platforms);
  }

  private String link(Person person, String words) {
    return said(chat.ask(clerk(EnumSet.allOf(Platform.class)), person, new Intent.Link(words)));
  }

  private String unlink(Person person, String words) {
    return said(chat.ask(clerk(EnumSet.allOf(Platform.class)), person, new Intent.Unlink(words)));
  }

  private String code(Person person) {
    Matcher code = CODE.matcher(link(person, ""));
    assertThat(code.find()).isTrue();
    return code.group();
  }

  @Test
  void a_code_is_shown_with_how_it_is_typed_on_the_other_platform() {
    assertThat(link(slack, "")).contains("Teams: “link ").contains("ten minutes");
    assertThat(link(teams, "")).contains("Slack: “/herald link ");
  }

  @Test
  void whoever_takes_it_learns_what_is_theirs_now_and_where_posts_come() {
    assertThat(link(teams, code(slack)))
        .startsWith("Your accounts are linked: Slack and Teams.")
        .contains("“settings”");
    assertThat(link(slack, "")).contains("“/herald unlink”", "“/herald settings”");
    assertThat(unlink(slack, "")).contains("This Slack account", "your Teams account");
    assertThat(refused(() -> unlink(slack, ""))).contains("not linked");
  }

  @Test
  void what_is_wrong_is_said_as_it_is_typed_there() {
    assertThat(link(slack, "ABC")).contains("Type “/herald link”");
    Person other = house.inTeams("Ben", "ben@acme.example", Kind.MEMBER);
    assertThat(link(other, code(slack))).contains("“link @person CODE”");
  }

  @Test
  void only_an_admin_links_and_unlinks_others() {
    Person admin = house.inTeams("Dan", null, Kind.MEMBER, Role.ADMIN);
    Person ben = house.inTeams("Ben", "ben@acme.example", Kind.MEMBER);
    String mention = "@" + ben.platformId();

    assertThat(refused(() -> link(teams, mention + " " + code(slack)))).startsWith("Only an admin");
    assertThat(refused(() -> unlink(teams, mention))).startsWith("Only an admin");
    assertThat(link(admin, mention)).contains("“link @person CODE”");
    assertThat(link(admin, mention + " " + code(slack))).contains("one member now");
    assertThat(house.again(ben).member()).isEqualTo(slack.member());
    assertThat(unlink(admin, mention)).contains("on its own again");
    assertThat(house.again(ben).member()).isNotEqualTo(slack.member());
  }

  @Test
  void where_there_is_one_platform_there_is_nothing_to_link() {
    var alone = clerk(Set.of(Platform.SLACK));
    assertThat(refused(() -> chat.ask(alone, slack, new Intent.Link(""))))
        .contains("on Slack alone");
  }

  @Test
  void settings_of_a_linked_member_ask_where_posts_come() {
    link(teams, code(slack));
    List<Person> identities = house.list(tx -> house.people.identities(tx, slack.member()));
    Form form =
        PlatformChoice.in(
            new Form("Settings", "Save", new Intent.SaveSettings(), List.of()),
            identities,
            Values.NONE);
    var picked = (Field.Picked) form.fields().get(0);
    assertThat(picked.options())
        .extracting(Field.Option::label)
        .containsExactly("Where I used Herald last", "Slack", "Teams");
    assertThat(picked.initial()).containsExactly(PlatformChoice.LAST);
  }
}
