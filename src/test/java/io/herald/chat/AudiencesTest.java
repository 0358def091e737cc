package io.herald.chat;

import static io.herald.chat.ChatHouse.opened;
import static io.herald.chat.ChatHouse.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.herald.campaign.Aim;
import io.herald.campaign.Campaign;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.post.Topics;
import io.herald.testkit.House;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a campaign can mean is what there is on the platforms. */
class AudiencesTest {
  private final ChatHouse chat = new ChatHouse();
  private final House house = chat.house;
  private final Audiences audiences = new Audiences(house.outbox, house.topics, house.people);
  private final Person lead = house.joined("Lea", Role.LEAD);

  @AfterEach
  void close() {
    chat.close();
  }

  private static Courier.ChannelFacts channel(String id, String name) {
    return new Courier.ChannelFacts(id, name, false, false, true);
  }

  private void learn(List<Courier.ChannelFacts> channels, List<Courier.Group> groups) {
    house.run(tx -> Audiences.learn(tx, lead.workspace(), channels, groups));
  }

  private Form form() {
    return opened(chat.ask(chat.campaignClerk, lead, new Intent.NewCampaign()));
  }

  private static List<String> labels(Form form, String field) {
    return picked(form, field).options().stream().map(Field.Option::label).toList();
  }

  private static Field.Picked picked(Form form, String name) {
    return form.fields().stream()
        .filter(field -> field instanceof Field.Picked p && p.name().equals(name))
        .map(Field.Picked.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> notes(Form form) {
    return form.fields().stream()
        .filter(Field.Note.class::isInstance)
        .map(note -> plain(((Field.Note) note).text()))
        .toList();
  }

  @Test
  void channels_and_user_groups_are_offered_as_they_were_found_and_no_longer_when_they_are_gone() {
    assertThat(notes(form()))
        .anyMatch(note -> note.contains("Herald is in none. Invite it"))
        .anyMatch(note -> note.contains("there are none that Herald could see"));
    assertThat(house.work(Audiences.LOOK_UP))
        .as("it is looked up for the next time")
        .containsExactly(lead.workspace());

    learn(
        List.of(channel("C1", "news"), channel("C2", "press")),
        List.of(new Courier.Group("S1", "@marketing")));
    assertThat(labels(form(), CampaignForm.CHANNELS))
        .containsExactly("Channel #news", "Channel #press");
    assertThat(labels(form(), CampaignForm.GROUPS)).containsExactly("@marketing");
    assertThat(labels(form(), CampaignForm.LEFT_OUT)).contains("@marketing", "Approvers");

    learn(List.of(channel("C2", "media")), List.of());
    assertThat(labels(form(), CampaignForm.CHANNELS)).containsExactly("Channel #media");
    assertThat(notes(form())).anyMatch(note -> note.contains("User groups"));
  }

  @Test
  void who_is_in_a_group_that_is_meant_is_looked_up_and_the_card_says_so() {
    learn(List.of(channel("C1", "news")), List.of(new Courier.Group("S1", "@marketing")));
    Form form = form();
    chat.ask(
        chat.campaignClerk,
        lead,
        (Intent.SaveCampaign) form.intent(),
        Map.of(
            CampaignForm.NAME,
            List.of("Fair"),
            CampaignForm.GROUPS,
            List.of(picked(form, CampaignForm.GROUPS).options().get(0).value()),
            CampaignForm.CHANNELS,
            List.of(picked(form, CampaignForm.CHANNELS).options().get(0).value())));

    Campaign saved = house.list(tx -> house.campaigns.list(tx, 0, 1)).get(0);
    assertThat(saved.plan().aim().meant())
        .containsExactlyInAnyOrder(
            new Aim.Group(Aim.Kind.GROUP, lead.workspace(), "S1"),
            new Aim.Group(Aim.Kind.CHANNEL, lead.workspace(), "C1"));
    List<Long> looked = house.work(Topics.LOOK_UP_GROUP);
    assertThat(looked).hasSize(1);
    assertThat(house.list(tx -> tx.sql(AudienceSql.class).draftsWith(lead.workspace(), "S1")))
        .containsExactly(saved.id());

    house.run(audiences::refresh);
    assertThat(house.work(Topics.LOOK_UP_GROUP)).as("and again now and then").hasSize(1);
  }

  @Test
  void what_is_not_offered_cannot_be_meant() {
    Reply reply =
        chat.ask(
            chat.campaignClerk,
            lead,
            (Intent.SaveCampaign) form().intent(),
            Map.of(
                CampaignForm.NAME,
                List.of("Fair"),
                CampaignForm.CHANNELS,
                List.of("channel/1/C0SECRET")));

    assertThat(((Reply.Correct) reply).fields()).containsOnlyKeys(CampaignForm.CHANNELS);
  }
}
