package io.herald.chat;

import io.herald.campaign.Aim;
import io.herald.campaign.Broadcast;
import io.herald.campaign.Campaign;
import io.herald.campaign.CampaignState;
import io.herald.campaign.Campaigns;
import io.herald.campaign.Outlook;
import io.herald.campaign.Outstanding;
import io.herald.campaign.Plan;
import io.herald.campaign.Progress;
import io.herald.insights.Insights;
import io.herald.insights.Numbers;
import io.herald.members.OrganisationSettings;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A campaign, for the leads who work on it: what it is, whom it would reach and when; once it is
 * sent, how far it is, and what came of it.
 */
final class CampaignCard {
  private final Campaigns campaigns;
  private final Posts posts;
  private final Insights insights;
  private final OrganisationSettings organisation;
  private final AudienceChoices audience;
  private final PresentPace pace;

  CampaignCard(
      Campaigns campaigns,
      Posts posts,
      Insights insights,
      OrganisationSettings organisation,
      AudienceChoices audience,
      PresentPace pace) {
    this.campaigns = campaigns;
    this.posts = posts;
    this.insights = insights;
    this.organisation = organisation;
    this.audience = audience;
    this.pace = pace;
  }

  Card draw(Tx tx, Campaign campaign) {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(campaign.plan().name()));
    if (!campaign.plan().goal().isEmpty()) {
      parts.add(new Part.Body(campaign.plan().goal()));
    }
    trouble(tx).ifPresent(parts::add);
    String summary;
    if (campaign.state() == CampaignState.DRAFT) {
      parts.add(new Part.Facts(facts(tx, campaign)));
      summary = outlook(tx, campaign, parts);
    } else {
      summary = progress(tx, campaign, parts);
    }
    return new Card(
        Shorten.with(campaign.plan().name() + ": " + summary, 3_000), List.copyOf(parts));
  }

  /** What keeps cards from going out at all, where something does. */
  Optional<Part> trouble(Tx tx) {
    List<Text> halts = pace.halts(tx);
    return halts.isEmpty() ? Optional.empty() : Optional.of(new Part.Findings(halts));
  }

  /** Where a campaign stands, in a line. */
  Text line(Tx tx, Campaign campaign) {
    if (campaign.state() == CampaignState.DRAFT) {
      List<String> missing = campaign.missing(posts.now());
      return Words.text(missing.isEmpty() ? "campaign.state.ready" : missing.get(0));
    }
    Progress progress = campaigns.course().progress(tx, campaign.id());
    Text status = status(tx, campaign, campaigns.course().outstanding(tx, campaign.id()));
    return progress.members() == 0 ? status : status.then(" ").then(ProgressLines.of(progress));
  }

  private List<Part.Fact> facts(Tx tx, Campaign campaign) {
    Plan plan = campaign.plan();
    var facts = new ArrayList<Part.Fact>();
    if (!plan.posts().isEmpty()) {
      facts.add(fact("campaign.posts", postLines(tx, campaign)));
    }
    if (!plan.aim().meant().isEmpty()) {
      facts.add(fact("campaign.audience", Text.of(audience.names(tx, plan.aim().meant()))));
    }
    if (!plan.aim().leftOut().isEmpty()) {
      facts.add(fact("campaign.left_out", Text.of(audience.names(tx, plan.aim().leftOut()))));
    }
    if (plan.eventFrom() != null && plan.eventUntil() != null) {
      facts.add(
          fact(
              "campaign.event",
              Words.text("campaign.from_until", plan.eventFrom(), plan.eventUntil())));
    }
    if (plan.begins() != null) {
      facts.add(fact("campaign.begins", Text.moment(plan.begins())));
    }
    if (plan.ends() != null) {
      facts.add(fact("campaign.ends", Text.moment(plan.ends())));
    }
    if (plan.remindDays() != null) {
      facts.add(fact("campaign.remind", Text.of(Words.count("campaign.days", plan.remindDays()))));
    }
    if (plan.target() != null) {
      facts.add(fact("campaign.target", Text.of(Words.count("campaign.shares", plan.target()))));
    }
    return facts;
  }

  private Text postLines(Tx tx, Campaign campaign) {
    Text lines = Text.of("");
    for (long id : campaign.plan().posts()) {
      Post post = posts.get(tx, id);
      Text line = Text.of(posts.shown(tx, post).content().headline());
      Instant due = campaigns.due(tx, campaign, id);
      if (due.isAfter(posts.now())) {
        line = line.then(" · ").then(Words.text("campaign.post_from", due));
      }
      if (post.state() != PostState.LIVE && post.state() != PostState.APPROVED) {
        line = line.then(" · ").then(Words.text("campaign.post_not_ready"));
      }
      lines = lines.isEmpty() ? line : lines.then("\n").then(line);
    }
    return lines;
  }

  /** Who would get it; returns that in a sentence. */
  private String outlook(Tx tx, Campaign campaign, List<Part> parts) {
    List<Text> missing =
        campaign.missing(posts.now()).stream().map(key -> Words.text(key)).toList();
    parts.add(new Part.Divider());
    if (campaign.plan().posts().isEmpty() || campaign.plan().aim().meant().isEmpty()) {
      parts.add(new Part.Findings(missing));
      parts.add(new Part.Choices(planning(campaign)));
      return missing.get(0).plain(ZoneOffset.UTC);
    }
    Outlook outlook = campaigns.outlook(tx, campaign);
    long channels = channels(campaign);
    Text says = says(outlook, channels);
    parts.add(new Part.Lead(says));
    if (!missing.isEmpty()) {
      parts.add(new Part.Findings(missing));
    }
    var choices = new ArrayList<Choice>();
    if (missing.isEmpty() && outlook.reached() + channels > 0) {
      choices.add(sendChoice(campaign, outlook, true));
      if (outlook.number(Outlook.When.NOW) > Campaigns.CANARY) {
        choices.add(
            Choice.of(
                Words.say("campaign.try", Campaigns.CANARY),
                new Intent.TryCampaign(campaign.id())));
      }
    }
    choices.addAll(planning(campaign));
    parts.add(new Part.Choices(choices));
    if (outlook.reached() > 0) {
      parts.add(new Part.Footnote(estimate(tx, campaign, outlook)));
    }
    return says.plain(ZoneOffset.UTC).replace("\n", " ");
  }

  static Choice sendChoice(Campaign campaign, Outlook outlook, boolean whole) {
    String label =
        outlook.reached() == 0
            ? Words.say("campaign.send.channels")
            : Words.count(whole ? "campaign.send.to" : "campaign.send.rest", outlook.reached());
    return Choice.main(label, new Intent.AskToSend(campaign.id()));
  }

  private static List<Choice> planning(Campaign campaign) {
    var choices = new ArrayList<Choice>();
    if (!campaign.plan().posts().isEmpty()) {
      choices.add(Choice.of(Words.say("campaign.test"), new Intent.TestCampaign(campaign.id())));
    }
    choices.add(Choice.of(Words.say("campaign.edit"), new Intent.EditCampaign(campaign.id())));
    choices.add(Choice.of(Words.say("campaign.copy"), new Intent.CopyCampaign(campaign.id())));
    choices.add(
        Choice.danger(Words.say("campaign.delete"), new Intent.DeleteCampaign(campaign.id())));
    return choices;
  }

  static long channels(Campaign campaign) {
    return campaign.plan().aim().meant().stream().filter(g -> g.kind() == Aim.Kind.CHANNEL).count();
  }

  /** "8,412 people get it now. 120 get it later: …" */
  static Text says(Outlook outlook, long channels) {
    Text says = Text.strong(Words.count("campaign.now", outlook.number(Outlook.When.NOW)));
    if (channels > 0) {
      says = says.then("\n").then(Words.count("campaign.in_channels", channels));
    }
    for (Outlook.When when : List.of(Outlook.When.LATER, Outlook.When.NOT)) {
      if (outlook.number(when) > 0) {
        String key = "campaign." + when.name().toLowerCase(Locale.ROOT);
        says = says.then("\n").then(Words.count(key, outlook.number(when), reasons(outlook, when)));
      }
    }
    return says;
  }

  private static String reasons(Outlook outlook, Outlook.When when) {
    return String.join(
        ", ",
        outlook.groups().stream()
            .filter(g -> g.when() == when)
            .map(g -> ProgressLines.reason(g.why(), g.number()))
            .toList());
  }

  /** How long it takes at the present pace. */
  Text estimate(Tx tx, Campaign campaign, Outlook outlook) {
    int due = Math.max(1, campaigns.dueAt(tx, campaign, posts.now()).size());
    double rate = pace.perSecond(tx);
    Duration lasts = Outlook.lasts(outlook.number(Outlook.When.NOW) * due, rate);
    return Words.text(
        "campaign.estimate", Spans.about(lasts), ProgressLines.number(Math.round(rate * 60)));
  }

  /** How far it is, and what can be done; returns that in a sentence. */
  private String progress(Tx tx, Campaign campaign, List<Part> parts) {
    Progress progress = campaigns.course().progress(tx, campaign.id());
    Outstanding outstanding = campaigns.course().outstanding(tx, campaign.id());
    boolean sending = outstanding.due() > 0 && campaign.state().begun();
    Text status = status(tx, campaign, outstanding);
    parts.add(new Part.Lead(status));
    String words = "";
    if (progress.members() > 0) {
      words = ProgressLines.of(progress);
      parts.add(ProgressLines.bar(progress));
    }
    parts.add(new Part.Facts(counts(tx, campaign, progress, outstanding)));
    ProgressLines.reasons(progress).ifPresent(text -> parts.add(new Part.Lead(text)));
    parts.add(new Part.Choices(steering(tx, campaign, progress, outstanding)));
    if (sending
        && campaign.state() != CampaignState.PAUSED
        && campaigns.course().stopped(tx, campaign.id()).isEmpty()
        && pace.halts(tx).isEmpty()) {
      parts.add(new Part.Footnote(left(tx, campaign, progress, outstanding.due())));
    }
    return status.plain(ZoneOffset.UTC) + " " + words;
  }

  private Text status(Tx tx, Campaign campaign, Outstanding outstanding) {
    Optional<Broadcast> stopped =
        campaign.state() == CampaignState.PAUSED
            ? Optional.empty()
            : campaigns.course().stopped(tx, campaign.id());
    return stopped.map(PushCard::stopped).orElseGet(() -> ordinary(tx, campaign, outstanding));
  }

  private Text ordinary(Tx tx, Campaign campaign, Outstanding outstanding) {
    return switch (campaign.state()) {
      case DRAFT -> Words.text("campaign.state.draft");
      case CANARY ->
          Words.text(
              outstanding.toGo() > 0 ? "campaign.state.trying" : "campaign.state.tried",
              Campaigns.CANARY);
      case RUNNING -> {
        Instant over = Objects.requireNonNull(campaign.plan().over());
        Optional<Instant> next =
            campaigns.timed(tx, campaign.id()).stream()
                .filter(p -> p.sentAt() == null && p.dueAt() != null)
                .map(Campaigns.Timed::dueAt)
                .findFirst();
        yield next.filter(at -> outstanding.due() == 0)
            .map(at -> Words.text("campaign.state.waits", at))
            .orElseGet(() -> running(outstanding, over));
      }
      case PAUSED -> Words.text("campaign.state.paused");
      case ENDED -> Words.text("campaign.state.ended", campaign.changedAt());
      case CANCELLED -> Words.text("campaign.state.cancelled", campaign.changedAt());
    };
  }

  private static Text running(Outstanding outstanding, Instant over) {
    if (outstanding.toGo() > 0) {
      return Words.text(outstanding.due() > 0 ? "campaign.state.running" : "campaign.state.later");
    }
    return Words.text(
        outstanding.home() > 0 ? "campaign.state.rest_home" : "campaign.state.sent", over);
  }

  private List<Part.Fact> counts(
      Tx tx, Campaign campaign, Progress progress, Outstanding outstanding) {
    var facts = new ArrayList<>(ProgressLines.counts(progress, outstanding));
    facts.add(fact("progress.shared", shared(tx, campaign)));
    return facts;
  }

  /** How often its posts were shared, beside what it aims at; what few shared is not told. */
  private Text shared(Tx tx, Campaign campaign) {
    long threshold = organisation.threshold(tx);
    Numbers numbers =
        insights
            .campaign(tx, campaign.id(), threshold)
            .map(whole -> whole.group().numbers())
            .orElse(Numbers.NONE);
    String shares =
        numbers.few(threshold)
            ? Words.say("progress.shared_few", threshold)
            : ProgressLines.number(numbers.shares());
    Integer target = campaign.plan().target();
    return target == null
        ? Text.of(shares)
        : Words.text("progress.shared_of", shares, ProgressLines.number(target));
  }

  private List<Choice> steering(
      Tx tx, Campaign campaign, Progress progress, Outstanding outstanding) {
    long id = campaign.id();
    var choices = new ArrayList<Choice>();
    if (campaign.state() == CampaignState.CANARY) {
      Outlook outlook = campaigns.outlook(tx, campaign);
      if (outlook.reached() + channels(campaign) > 0) {
        choices.add(sendChoice(campaign, outlook, false));
      }
    }
    boolean stopped = campaigns.course().stopped(tx, id).isPresent();
    if (campaign.state() == CampaignState.PAUSED || stopped) {
      choices.add(Choice.main(Words.say("campaign.resume"), new Intent.ResumeCampaign(id)));
    } else if (campaign.state() == CampaignState.RUNNING && outstanding.toGo() > 0) {
      choices.add(Choice.of(Words.say("campaign.pause"), new Intent.PauseCampaign(id)));
    }
    if (campaigns.course().unknown(tx, id) > 0) {
      choices.add(Choice.of(Words.say("resend.ask"), new Intent.AskToResend(id)));
    }
    if (progress.members() > 0) {
      choices.add(Choice.of(Words.say("campaign.file"), new Intent.CampaignFile(id)));
    }
    choices.add(Choice.of(Words.say("campaign.copy"), new Intent.CopyCampaign(id)));
    if (campaign.state().begun()) {
      choices.add(Choice.danger(Words.say("campaign.cancel"), new Intent.AskToCancel(id)));
    }
    return choices;
  }

  /** How long what can go now still takes, at the present rate. */
  private Text left(Tx tx, Campaign campaign, Progress progress, long due) {
    double rate =
        campaigns.course().pace(tx, campaign.id(), progress).orElseGet(() -> pace.perSecond(tx));
    return Words.text(
        "progress.left",
        ProgressLines.number(Math.round(rate * 60)),
        Spans.about(Outlook.lasts(due, rate)));
  }

  private static Part.Fact fact(String key, Text text) {
    return new Part.Fact(Words.say(key), text);
  }
}
