package io.herald.chat;

import io.herald.members.Person;
import io.herald.members.Platform;
import io.herald.members.Role;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What somebody can do, by the roles that they hold; nothing stands here that does not work. */
final class HelpCard {
  private HelpCard() {}

  static Card draw(Person person, Set<Role> roles, boolean linkable) {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("help")));
    var facts = new ArrayList<Part.Fact>();
    facts.add(fact(person, "draft", "draft"));
    facts.add(fact(person, "draft_from", "draft https://… …"));
    facts.add(fact(person, "check", "check …"));
    facts.add(fact(person, "home", "home"));
    facts.add(fact(person, "feed", "feed"));
    facts.add(fact(person, "mine", "mine"));
    facts.add(person.joined() ? fact(person, "leave", "leave") : fact(person, "join", "join"));
    facts.add(fact(person, "stats", "stats"));
    facts.add(fact(person, "policy", "policy"));
    facts.add(fact(person, "practice", "practice"));
    facts.add(fact(person, "bio", "bio"));
    facts.add(fact(person, "settings", "settings"));
    facts.add(fact(person, "pause", "pause"));
    facts.add(fact(person, "asks", "asks 3"));
    facts.add(fact(person, "privacy", "privacy"));
    if (linkable) {
      facts.add(fact(person, "link", "link"));
      facts.add(fact(person, "unlink", "unlink"));
    }
    parts.add(new Part.Facts(facts));
    if (person.platform() == Platform.SLACK) {
      parts.add(new Part.Footnote(Words.text("help.shortcut")));
    }
    if (roles.contains(Role.APPROVER)) {
      parts.add(new Part.Lead(Words.text("help.approver")));
    }
    if (roles.contains(Role.RECORDS)) {
      parts.add(new Part.Divider());
      parts.add(new Part.Lead(Words.text("help.officer")));
      parts.add(new Part.Facts(List.of(fact(person, "records", "records"))));
    }
    boolean admin = roles.contains(Role.ADMIN);
    if (admin || roles.contains(Role.LEAD)) {
      parts.add(new Part.Divider());
      parts.add(new Part.Lead(Words.text("help.lead")));
      var more = new ArrayList<Part.Fact>();
      more.add(fact(person, "campaign", "campaign"));
      more.add(fact(person, "campaign_new", "campaign new"));
      more.add(fact(person, "policy_status", "policy status"));
      more.add(fact(person, "topic", "topic"));
      more.add(fact(person, "topic_add", "topic add Hiring"));
      more.add(fact(person, "topic_rename", "topic rename Hiring to Jobs"));
      more.add(fact(person, "topic_retire", "topic retire Hiring"));
      more.add(fact(person, "topic_point", "topic point Hiring at #channel"));
      more.add(fact(person, "topic_unpoint", "topic unpoint Hiring from #channel"));
      parts.add(new Part.Facts(more));
    }
    if (admin) {
      parts.add(new Part.Divider());
      parts.add(new Part.Lead(Words.text("help.admin")));
      parts.add(
          new Part.Facts(
              List.of(
                  fact(person, "approvals", Commands.APPROVALS),
                  fact(person, "stages", stages(person)),
                  fact(person, "stages_none", "topic stages Hiring none"),
                  fact(person, "asks_everybody", "asks 5 for everybody"),
                  fact(person, "policy_publish", "policy publish"),
                  fact(person, "policy_strictness", "policy strictness"),
                  fact(person, "policy_packs", "policy packs"),
                  fact(person, "policy_disclosure", "policy disclosure"),
                  fact(person, "retention", "records retention"),
                  fact(person, "role", "role"),
                  fact(person, "role_grant", "role grant approver @person"),
                  fact(person, "role_take", "role take approver @person"),
                  fact(person, "checkpoints", "records checkpoints #channel"))));
    }
    if (roles.contains(Role.RECORDS)) {
      parts.add(new Part.Divider());
      parts.add(
          new Part.Facts(
              List.of(
                  fact(person, "hold", Words.say("usage.records.hold")),
                  fact(person, "holds", "records holds"))));
    }
    if (admin && linkable) {
      parts.add(
          new Part.Facts(
              List.of(
                  fact(person, "link_other", "link @person CODE"),
                  fact(person, "unlink_other", "unlink @person"))));
    }
    return new Card(Words.say("help.summary", Commands.typed(person.platform(), "draft")), parts);
  }

  /** Groups that can be named are Slack's. */
  private static String stages(Person person) {
    return person.platform() == Platform.SLACK
        ? "topic stages Hiring: Legal @person, Brand @group"
        : "topic stages Hiring: Legal @person, Brand";
  }

  private static Part.Fact fact(Person person, String key, String typed) {
    return new Part.Fact(
        Words.say("help." + key), Text.typed(Commands.typed(person.platform(), typed)));
  }
}
