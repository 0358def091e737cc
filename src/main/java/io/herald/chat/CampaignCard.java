package io.herald.chat;

import io.herald.campaign.Aim;
import io.herald.campaign.Broadcast;
import io.herald.campaign.Campaign;
import io.herald.campaign.CampaignState;
import io.herald.campaign.Campaigns;
import io.herald.campaign.DeliveryState;
import io.herald.campaign.Outlook;
import io.herald.campaign.Plan;
import io.herald.campaign.Progress;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.share.Shares;
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
  private final Shares shares;
  private final AudienceChoices audience;
  private final PresentPace pace;

  CampaignCard(
      Campaigns campaigns, Posts posts, Shares shares, AudienceChoices audience, PresentPace pace) {
    this.campaigns = campaigns;
    this.posts = posts;
    this.shares = shares;
    this.audience = audience;
    this.pace = pace;
  }

  Card draw(Tx tx, Campaign campaign) {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(campaign.plan().name()));
    if (!campaign.plan().goal().isEmpty()) {
      parts.add(new Part.Body(campaign.plan().goal()));
    }
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

  /** Where a campaign stands, in a line. */
  Text line(Tx tx, Campaign campaign) {
    if (campaign.state() == CampaignState.DRAFT) {
      List<String> missing = campaign.missing(posts.now());
      return Words.text(missing.isEmpty() ? "campaign.state.ready" : missing.get(0));
    }
    Progress progress = campaigns.progress(tx, campaign.id());
    Text status = status(tx, campaign, progress);
    return progress.members() == 0
        ? status
        : status
            .then(" ")
            .then(
                Words.text(
                    "progress.of",
                    number(progress.members() - progress.pending()),
                    number(progress.members())));
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
            .map(g -> reason(g.why(), g.number()))
            .toList());
  }

  /**
   * A reason with how many it holds for; one that this version has no words for stands as it is.
   */
  private static String reason(String code, long number) {
    return Words.has("why." + code + ".other")
        ? Words.count("why." + code, number)
        : String.format(Locale.ENGLISH, "%,d ", number) + code.replace('_', ' ');
  }

  /** How long it takes at the present pace. */
  Text estimate(Tx tx, Campaign campaign, Outlook outlook) {
    int due = Math.max(1, campaigns.dueAt(tx, campaign, posts.now()).size());
    double rate = pace.perSecond(tx);
    Duration lasts = Outlook.lasts(outlook.number(Outlook.When.NOW) * due, rate);
    return Words.text("campaign.estimate", Spans.about(lasts), Math.round(rate * 60));
  }

  /** How far it is, and what can be done; returns that in a sentence. */
  private String progress(Tx tx, Campaign campaign, List<Part> parts) {
    Progress progress = campaigns.progress(tx, campaign.id());
    boolean sending = progress.pending() > 0 && campaign.state().begun();
    Text status = status(tx, campaign, progress);
    parts.add(new Part.Lead(status));
    String words = "";
    if (progress.members() > 0) {
      words =
          Words.say(
              "progress.of",
              number(progress.members() - progress.pending()),
              number(progress.members()));
      parts.add(
          new Part.Progress(words, progress.members() - progress.pending(), progress.members()));
    }
    parts.add(new Part.Facts(counts(tx, campaign, progress)));
    reasons(progress).ifPresent(text -> parts.add(new Part.Lead(text)));
    parts.add(new Part.Choices(steering(tx, campaign, progress)));
    if (sending && campaign.state() != CampaignState.PAUSED) {
      parts.add(new Part.Footnote(left(tx, campaign, progress)));
    }
    return status.plain(ZoneOffset.UTC) + " " + words;
  }

  private Text status(Tx tx, Campaign campaign, Progress progress) {
    return switch (campaign.state()) {
      case DRAFT -> Words.text("campaign.state.draft");
      case CANARY ->
          Words.text(
              progress.pending() > 0 ? "campaign.state.trying" : "campaign.state.tried",
              Campaigns.CANARY);
      case RUNNING -> {
        Instant over = Objects.requireNonNull(campaign.plan().over());
        Optional<Instant> next =
            campaigns.timed(tx, campaign.id()).stream()
                .filter(p -> p.sentAt() == null && p.dueAt() != null)
                .map(Campaigns.Timed::dueAt)
                .findFirst();
        yield next.filter(at -> progress.pending() == 0)
            .map(at -> Words.text("campaign.state.waits", at))
            .orElseGet(
                () ->
                    progress.pending() > 0
                        ? Words.text("campaign.state.running")
                        : Words.text("campaign.state.sent", over));
      }
      case PAUSED -> Words.text("campaign.state.paused");
      case ENDED -> Words.text("campaign.state.ended", campaign.changedAt());
      case CANCELLED -> Words.text("campaign.state.cancelled", campaign.changedAt());
    };
  }

  private List<Part.Fact> counts(Tx tx, Campaign campaign, Progress progress) {
    var facts = new ArrayList<Part.Fact>();
    facts.add(count("progress.delivered", progress.delivered()));
    facts.add(
        count(
            campaign.state().open() ? "progress.waiting" : "progress.not_sent",
            progress.pending()));
    for (DeliveryState state :
        List.of(DeliveryState.FAILED, DeliveryState.SKIPPED, DeliveryState.UNKNOWN)) {
      if (progress.number(state) > 0) {
        String key = "progress." + state.name().toLowerCase(Locale.ROOT);
        facts.add(count(key, progress.number(state)));
      }
    }
    long shared =
        campaign.plan().posts().stream()
            .flatMap(post -> shares.sharesOf(tx, post).values().stream())
            .mapToLong(Long::longValue)
            .sum();
    Integer target = campaign.plan().target();
    facts.add(
        fact(
            "progress.shared",
            target == null
                ? Text.of(number(shared))
                : Words.text("progress.of", number(shared), number(target))));
    return facts;
  }

  /** Why some did not get it, where some did not. */
  private static Optional<Text> reasons(Progress progress) {
    Text all = Text.of("");
    for (Progress.Group group : progress.ended()) {
      boolean says =
          !group.reason().isEmpty()
              && (group.state() == DeliveryState.FAILED || group.state() == DeliveryState.SKIPPED);
      if (says) {
        String line = reason(group.reason(), group.number());
        all = all.isEmpty() ? Text.of(line) : all.then("\n" + line);
      }
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(Text.strong(Words.say("progress.why")).then("\n").then(all));
  }

  private List<Choice> steering(Tx tx, Campaign campaign, Progress progress) {
    long id = campaign.id();
    var choices = new ArrayList<Choice>();
    if (campaign.state() == CampaignState.CANARY) {
      Outlook outlook = campaigns.outlook(tx, campaign);
      if (outlook.reached() + channels(campaign) > 0) {
        choices.add(sendChoice(campaign, outlook, false));
      }
    }
    if (campaign.state() == CampaignState.RUNNING && progress.pending() > 0) {
      choices.add(Choice.of(Words.say("campaign.pause"), new Intent.PauseCampaign(id)));
    }
    if (campaign.state() == CampaignState.PAUSED) {
      choices.add(Choice.main(Words.say("campaign.resume"), new Intent.ResumeCampaign(id)));
    }
    if (campaign.state().begun()) {
      choices.add(Choice.danger(Words.say("campaign.cancel"), new Intent.AskToCancel(id)));
    }
    if (progress.members() > 0) {
      choices.add(Choice.of(Words.say("campaign.file"), new Intent.CampaignFile(id)));
    }
    choices.add(Choice.of(Words.say("campaign.copy"), new Intent.CopyCampaign(id)));
    return choices;
  }

  /** How long it still takes at the rate of what has gone out so far. */
  private Text left(Tx tx, Campaign campaign, Progress progress) {
    double rate = rate(tx, campaign, progress);
    return Words.text(
        "progress.left",
        number(Math.round(rate * 60)),
        Spans.about(Outlook.lasts(progress.pending(), rate)));
  }

  private double rate(Tx tx, Campaign campaign, Progress progress) {
    Optional<Instant> since =
        campaigns.broadcasts(tx, campaign.id()).stream()
            .map(Broadcast::startedAt)
            .min(Instant::compareTo);
    long sent = progress.members() - progress.pending();
    double seconds =
        since.map(at -> Duration.between(at, posts.now()).toMillis() / 1_000.0).orElse(0.0);
    // Of a few seconds and cards nothing can be said.
    return seconds < 10 || sent < 20 ? pace.perSecond(tx) : sent / seconds;
  }

  private static Part.Fact count(String key, long number) {
    return fact(key, Text.of(number(number)));
  }

  private static Part.Fact fact(String key, Text text) {
    return new Part.Fact(Words.say(key), text);
  }

  private static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
