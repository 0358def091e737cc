package io.herald.chat;

import io.herald.campaign.Aim;
import io.herald.campaign.Campaigns;
import io.herald.members.Role;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.store.Tx;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The groups of people that a campaign can mean or leave out, as they are offered and called. */
final class AudienceChoices {
  /** No list that a person picks from is longer. */
  private static final int MOST = 100;

  private static final int LABEL = 75;

  private final Topics topics;
  private final Campaigns campaigns;

  AudienceChoices(Topics topics, Campaigns campaigns) {
    this.topics = topics;
    this.campaigns = campaigns;
  }

  /** How a group stands in a form: its kind, number and word. */
  static String value(Aim.Group group) {
    return group.kind().name().toLowerCase(Locale.ROOT) + "/" + group.number() + "/" + group.word();
  }

  /** What can be chosen in a field of the campaign's form. */
  List<Aim.Group> offered(Tx tx, String field) {
    var groups = new ArrayList<Aim.Group>();
    switch (field) {
      case CampaignForm.AUDIENCE -> {
        groups.add(Aim.Group.everyone());
        groups.addAll(topicsAndRoles(tx));
      }
      case CampaignForm.GROUPS -> groups.addAll(userGroups(tx));
      case CampaignForm.CHANNELS ->
          tx.sql(AudienceSql.class)
              .channels(MOST)
              .forEach(
                  c -> groups.add(new Aim.Group(Aim.Kind.CHANNEL, c.workspace(), c.channel())));
      case CampaignForm.LEFT_OUT -> {
        groups.addAll(topicsAndRoles(tx));
        groups.addAll(userGroups(tx));
      }
      default -> throw new IllegalArgumentException(field);
    }
    return groups.size() > MOST ? groups.subList(0, MOST) : groups;
  }

  private List<Aim.Group> topicsAndRoles(Tx tx) {
    var groups = new ArrayList<Aim.Group>();
    for (Topic topic : topics.offered(tx)) {
      groups.add(new Aim.Group(Aim.Kind.TOPIC, topic.id(), ""));
    }
    for (Role role : Role.values()) {
      groups.add(new Aim.Group(Aim.Kind.ROLE, 0, role.name()));
    }
    return groups;
  }

  private List<Aim.Group> userGroups(Tx tx) {
    return campaigns.offeredGroups(tx, MOST).stream()
        .map(g -> new Aim.Group(Aim.Kind.GROUP, g.workspace(), g.groupId()))
        .toList();
  }

  List<Field.Option> options(Tx tx, List<Aim.Group> groups) {
    return groups.stream()
        .map(g -> new Field.Option(value(g), Shorten.to(name(tx, g), LABEL)))
        .toList();
  }

  static Optional<Aim.Group> read(String value, List<Aim.Group> offered) {
    return offered.stream().filter(g -> value(g).equals(value)).findFirst();
  }

  /** "followers of Hiring", "the approvers", "#news" */
  String name(Tx tx, Aim.Group group) {
    return switch (group.kind()) {
      case EVERYONE -> Words.say("audience.everyone");
      case TOPIC ->
          Words.say("audience.topic", topics.find(tx, group.number()).map(Topic::name).orElse("?"));
      case ROLE -> Words.say("audience.role." + group.word().toLowerCase(Locale.ROOT));
      case GROUP ->
          Words.say(
              "audience.group",
              campaigns.userGroups(tx).stream()
                  .filter(g -> g.workspace() == group.number() && g.groupId().equals(group.word()))
                  .findFirst()
                  .map(g -> g.name() == null ? g.groupId() : g.name())
                  .orElse(group.word()));
      case CHANNEL ->
          Words.say(
              "audience.channel",
              tx.sql(ChannelSql.class).nameOf(group.number(), group.word()).orElse(group.word()));
    };
  }

  /** Several groups in a line. */
  String names(Tx tx, List<Aim.Group> groups) {
    return String.join(", ", groups.stream().map(g -> name(tx, g)).toList());
  }
}
