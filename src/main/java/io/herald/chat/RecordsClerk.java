package io.herald.chat;

import io.herald.campaign.Campaign;
import io.herald.campaign.Campaigns;
import io.herald.members.OrganisationSettings;
import io.herald.members.People;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.outbox.Lane;
import io.herald.outbox.Outbox;
import io.herald.records.export.Asked;
import io.herald.records.export.Exports;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The record in chat: a records officer exports it, an admin says where its checkpoints are posted.
 */
final class RecordsClerk implements Clerk<Intent.Recording> {
  /** The newest campaigns can be chosen; older ones by the command line. */
  private static final int CAMPAIGNS = 50;

  private final Roles roles;
  private final People people;
  private final Campaigns campaigns;
  private final OrganisationSettings organisation;
  private final ChannelRequests channels;
  private final Exports exports;
  private final ExportNotice notice;
  private final CardBook cards;
  private final Outbox outbox;

  RecordsClerk(
      Roles roles,
      People people,
      Campaigns campaigns,
      OrganisationSettings organisation,
      ChannelRequests channels,
      Exports exports,
      ExportNotice notice,
      CardBook cards,
      Outbox outbox) {
    this.roles = roles;
    this.people = people;
    this.campaigns = campaigns;
    this.organisation = organisation;
    this.channels = channels;
    this.exports = exports;
    this.notice = notice;
    this.cards = cards;
    this.outbox = outbox;
  }

  static RecordsClerk of(Features f, ChannelRequests channels, CardBook cards) {
    return new RecordsClerk(
        f.roles(),
        f.people(),
        f.campaigns(),
        f.organisation(),
        channels,
        f.exports(),
        new ExportNotice(f.people(), f.outbox(), f.clock()),
        cards,
        f.outbox());
  }

  @Override
  public Reply handle(Turn turn, Intent.Recording intent) {
    if (intent instanceof Intent.Records records) {
      return typed(turn, records.words());
    }
    roles.must(turn.tx(), turn.member(), Role.RECORDS);
    return export(turn);
  }

  private Reply typed(Turn turn, String typed) {
    List<String> words = Arrays.asList(typed.strip().split("\\s+"));
    String command = words.get(0).toLowerCase(Locale.ROOT);
    if (command.isEmpty() || (command.equals("export") && words.size() == 1)) {
      roles.must(turn.tx(), turn.member(), Role.RECORDS);
      return new Reply.Open(ExportForm.draw(newest(turn)));
    }
    if (command.equals("checkpoints") && words.size() == 2) {
      roles.must(turn.tx(), turn.member(), Role.ADMIN);
      return checkpoints(turn, words.get(1));
    }
    return new Reply.Say(
        Words.text("usage")
            .then("\n")
            .then(Text.typed(said(turn, Words.say("usage.records"))))
            .then("\n")
            .then(Text.typed(said(turn, Words.say("usage.records.checkpoints"))))
            .then("\n")
            .then(Text.typed(said(turn, Words.say("usage.records.checkpoints.none")))));
  }

  private Reply checkpoints(Turn turn, String channel) {
    if (channel.equalsIgnoreCase("none")) {
      organisation.noCheckpointsChannel(turn.tx(), turn.member(), turn.person().workspace());
      return new Reply.Say(Words.text("records.checkpoints.none"));
    }
    return channels.askForCheckpoints(
        turn, channel.startsWith("#") ? channel.substring(1) : channel);
  }

  private Reply export(Turn turn) {
    ExportForm.Read read =
        ExportForm.read(
            turn.values(),
            newest(turn).stream().map(Campaign::id).toList(),
            who -> people.called(turn.tx(), who));
    Asked asked = read.asked();
    if (asked == null) {
      return new Reply.Correct(read.mistakes());
    }
    long id = exports.ask(turn.tx(), turn.member(), asked);
    cards.want(turn.tx(), CardKind.EXPORT, id, turn.person());
    outbox.want(turn.tx(), Lane.INTERACTIVE, ExportErrand.EXPORT, id);
    if (asked.person() != null && asked.reason() != null) {
      notice.tell(turn.tx(), id, asked.person());
    }
    return new Reply.Done();
  }

  private List<Campaign> newest(Turn turn) {
    return campaigns.list(turn.tx(), 0, CAMPAIGNS);
  }

  private static String said(Turn turn, String words) {
    return Commands.typed(turn.person().platform(), words);
  }
}
