package io.herald.chat;

import io.herald.campaign.Aim;
import io.herald.campaign.Campaign;
import io.herald.campaign.CampaignState;
import io.herald.campaign.Campaigns;
import io.herald.campaign.Outlook;
import io.herald.campaign.Plan;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.post.Post;
import io.herald.post.PostState;
import io.herald.post.Posts;
import io.herald.share.Downloads;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Planning, sending and steering campaigns: for leads and admins. */
final class CampaignClerk implements Clerk<Intent.Campaigning> {
  /** In the confirmation of a sending: the one thing to tick. */
  static final String SURE = "sure";

  private static final int MOST_POSTS = 100;
  private static final int LABEL = 75;

  private final Roles roles;
  private final Posts posts;
  private final Campaigns campaigns;
  private final CampaignMoves moves;
  private final CampaignCard card;
  private final CampaignList list;
  private final AudienceChoices audience;
  private final Audiences audiences;
  private final CardBook cards;
  private final Downloads downloads;
  private final SteeringClerk steering;

  static CampaignClerk of(
      Features f,
      CampaignMoves moves,
      CampaignCard card,
      CampaignList list,
      AudienceChoices audience,
      Audiences audiences,
      PushCard push,
      CardBook cards) {
    return new CampaignClerk(
        f.roles(),
        f.posts(),
        f.campaigns(),
        moves,
        card,
        list,
        audience,
        audiences,
        cards,
        f.downloads(),
        new SteeringClerk(f.posts(), f.broadcasts(), f.campaigns(), moves, push, cards));
  }

  CampaignClerk(
      Roles roles,
      Posts posts,
      Campaigns campaigns,
      CampaignMoves moves,
      CampaignCard card,
      CampaignList list,
      AudienceChoices audience,
      Audiences audiences,
      CardBook cards,
      Downloads downloads,
      SteeringClerk steering) {
    this.roles = roles;
    this.posts = posts;
    this.campaigns = campaigns;
    this.moves = moves;
    this.card = card;
    this.list = list;
    this.audience = audience;
    this.audiences = audiences;
    this.cards = cards;
    this.downloads = downloads;
    this.steering = steering;
  }

  @Override
  public Reply handle(Turn turn, Intent.Campaigning intent) {
    roles.must(turn.tx(), turn.member(), Role.LEAD, Role.ADMIN);
    if (intent instanceof Intent.Steering steer) {
      return steering.handle(turn, steer);
    }
    if (intent instanceof Intent.ListCampaigns page) {
      Card drawn = list(turn, page.skip());
      return turn.place().message() == null ? new Reply.Show(drawn) : new Reply.Replace(drawn);
    }
    if (intent instanceof Intent.ShowCampaign show) {
      return new Reply.Show(card.draw(turn.tx(), campaigns.get(turn.tx(), show.campaign())));
    }
    if (intent instanceof Intent.NewCampaign) {
      var nothing = new Plan("", "", List.of(), Aim.NOBODY, null, null, null, null, null, null);
      return form(turn, new Intent.SaveCampaign(0, 0), nothing);
    }
    if (intent instanceof Intent.EditCampaign edit) {
      Campaign campaign = campaigns.get(turn.tx(), edit.campaign());
      if (campaign.state() != CampaignState.DRAFT) {
        throw new Refusal("refusal.campaign_begun");
      }
      return form(
          turn, new Intent.SaveCampaign(campaign.id(), campaign.version()), campaign.plan());
    }
    if (intent instanceof Intent.CopyCampaign copy) {
      Plan plan = campaigns.get(turn.tx(), copy.campaign()).plan();
      return form(turn, new Intent.SaveCampaign(0, 0), plan.withoutPosts());
    }
    if (intent instanceof Intent.SaveCampaign save) {
      return save(turn, save);
    }
    return act(turn, intent);
  }

  private Reply act(Turn turn, Intent.Campaigning intent) {
    Tx tx = turn.tx();
    if (intent instanceof Intent.DeleteCampaign delete) {
      String name = campaigns.get(tx, delete.campaign()).plan().name();
      campaigns.delete(tx, delete.campaign(), turn.member());
      return new Reply.Replace(
          new Card(
              Words.say("campaign.deleted", name),
              List.of(new Part.Lead(Words.text("campaign.deleted", Text.strong(name))))));
    }
    if (intent instanceof Intent.TestCampaign test) {
      return test(turn, campaigns.get(tx, test.campaign()));
    }
    if (intent instanceof Intent.TryCampaign first) {
      List<String> stopped = moves.tryFirst(tx, first.campaign(), turn.member());
      return stopped.isEmpty()
          ? seen(turn, first.campaign())
          : new Reply.Say(Words.text("stopped.campaign", Text.strong(String.join(", ", stopped))));
    }
    if (intent instanceof Intent.AskToSend ask) {
      return ask(turn, campaigns.get(tx, ask.campaign()));
    }
    if (intent instanceof Intent.SendCampaign send) {
      return send(turn, send);
    }
    if (intent instanceof Intent.PauseCampaign pause) {
      campaigns.pause(tx, pause.campaign(), turn.member());
      return seen(turn, pause.campaign());
    }
    if (intent instanceof Intent.ResumeCampaign resume) {
      campaigns.resume(tx, resume.campaign(), turn.member());
      return seen(turn, resume.campaign());
    }
    if (intent instanceof Intent.CampaignFile file) {
      Campaign campaign = campaigns.get(tx, file.campaign());
      String address = downloads.offer(tx, turn.member(), CampaignCsv.KIND, campaign.id());
      return new Reply.Say(
          Words.text("campaign.file.here", Text.link(Words.say("campaign.file.link"), address)));
    }
    if (intent instanceof Intent.AskToCancel ask) {
      Campaign campaign = campaigns.get(tx, ask.campaign());
      long waiting = campaigns.course().outstanding(tx, campaign.id()).toGo();
      return new Reply.Open(
          new Form(
              Words.say("campaign.cancel.title"),
              Words.say("campaign.cancel.submit"),
              new Intent.CancelCampaign(campaign.id()),
              List.of(
                  new Field.Note(
                      waiting == 0
                          ? Words.text("campaign.cancel.all_sent", campaign.plan().name())
                          : Text.of(
                              Words.count(
                                  "campaign.cancel.note", waiting, campaign.plan().name()))))));
    }
    long id = ((Intent.CancelCampaign) intent).campaign();
    campaigns.cancel(tx, id, turn.member());
    return seen(turn, id);
  }

  /** Whoever acts gets the campaign's card; everybody's card of it is drawn anew. */
  private Reply seen(Turn turn, long id) {
    cards.want(turn.tx(), CardKind.CAMPAIGN, id, turn.person());
    moves.tell(turn.tx(), id);
    return new Reply.Done();
  }

  private Reply form(Turn turn, Intent.SaveCampaign save, Plan plan) {
    Tx tx = turn.tx();
    audiences.lookUp(tx);
    return new Reply.Open(
        CampaignForm.draw(
            save,
            CampaignForm.values(plan),
            posts(tx, plan.posts()),
            name -> audience.options(tx, audience.offered(tx, name))));
  }

  /** The posts that a campaign can take: held, live, and those that it has. */
  private List<Field.Option> posts(Tx tx, List<Long> chosen) {
    var options = new ArrayList<Field.Option>();
    for (long id : offered(tx, chosen)) {
      Post post = posts.get(tx, id);
      String key = post.state() == PostState.LIVE ? "campaign.post.live" : "campaign.post.held";
      String headline = posts.shown(tx, post).content().headline();
      options.add(
          new Field.Option(
              String.valueOf(id), Shorten.to(Words.say(key, Shorten.to(headline, 60)), LABEL)));
    }
    return options;
  }

  private List<Long> offered(Tx tx, List<Long> chosen) {
    Set<Long> ids = new LinkedHashSet<>(chosen);
    posts.pipeline(tx, 0, MOST_POSTS).stream()
        .filter(p -> p.state() == PostState.APPROVED && p.held())
        .forEach(p -> ids.add(p.id()));
    posts.live(tx, 0, MOST_POSTS).forEach(p -> ids.add(p.id()));
    return ids.stream().limit(MOST_POSTS).toList();
  }

  private Reply save(Turn turn, Intent.SaveCampaign save) {
    Tx tx = turn.tx();
    List<Long> had =
        save.campaign() == 0 ? List.of() : campaigns.get(tx, save.campaign()).plan().posts();
    CampaignRules.Read read =
        CampaignRules.read(
            turn.values(), offered(tx, had), name -> audience.offered(tx, name), posts.now());
    Plan plan = read.plan();
    if (plan == null) {
      return new Reply.Correct(read.mistakes());
    }
    Campaign saved;
    try {
      saved =
          save.campaign() == 0
              ? campaigns.add(tx, turn.member(), plan)
              : campaigns.change(tx, save.campaign(), turn.member(), save.version(), plan);
    } catch (Refusal refusal) {
      // What was typed stays before the person's eyes.
      return new Reply.Correct(Map.of(CampaignForm.NAME, refusal.text()));
    }
    audiences.mean(tx, plan.aim());
    return seen(turn, saved.id());
  }

  private Reply test(Turn turn, Campaign campaign) {
    Tx tx = turn.tx();
    for (long post : campaign.plan().posts()) {
      cards.want(
          tx,
          io.herald.outbox.Lane.INTERACTIVE,
          CardKind.TEST,
          post,
          posts.now().toEpochMilli(),
          turn.person().workspace(),
          turn.person().platformId());
    }
    campaigns.tested(tx, campaign, turn.member());
    return new Reply.Done();
  }

  private Reply ask(Turn turn, Campaign campaign) {
    Tx tx = turn.tx();
    List<String> missing = campaign.missing(posts.now());
    if (!missing.isEmpty()) {
      throw new Refusal(missing.get(0));
    }
    return new Reply.Open(confirmation(tx, campaign));
  }

  private Form confirmation(Tx tx, Campaign campaign) {
    Outlook outlook = campaigns.outlook(tx, campaign);
    return new Form(
        Words.say("campaign.send.title"),
        Words.say("campaign.send.submit"),
        new Intent.SendCampaign(campaign.id(), campaign.version(), outlook.reached()),
        List.of(
            new Field.Note(CampaignCard.says(outlook, CampaignCard.channels(campaign))),
            new Field.Note(card.estimate(tx, campaign, outlook)),
            new Field.Picked(
                SURE,
                Words.say("campaign.send.sure"),
                null,
                List.of(
                    new Field.Option("yes", Words.count("campaign.send.to", outlook.reached()))),
                List.of(),
                true,
                true)));
  }

  private Reply send(Turn turn, Intent.SendCampaign send) {
    Tx tx = turn.tx();
    Campaign campaign = campaigns.get(tx, send.campaign());
    long people = campaigns.outlook(tx, campaign).reached();
    if (campaign.version() != send.version() || people != send.people()) {
      moves.tell(tx, campaign.id());
      return new Reply.Correct(
          Map.of(SURE, Text.of(Words.count("campaign.send.changed", people, send.people()))));
    }
    if (!turn.values().has(SURE)) {
      return new Reply.Correct(Map.of(SURE, Words.text("mistake.not_sure")));
    }
    try {
      campaigns.send(tx, campaign.id(), turn.member(), people);
    } catch (Refusal refusal) {
      return new Reply.Correct(Map.of(SURE, refusal.text()));
    }
    return seen(turn, campaign.id());
  }

  private Card list(Turn turn, int from) {
    Tx tx = turn.tx();
    Page<Campaign> page = list.page(tx, from, Page.TEN);
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("campaign.list")));
    list.trouble(tx).ifPresent(parts::add);
    if (page.items().isEmpty()) {
      parts.add(new Part.Lead(Words.text("campaign.list.empty")));
    }
    page.items().forEach(campaign -> parts.add(list.draw(tx, campaign)));
    var choices = new ArrayList<Choice>();
    choices.add(Choice.main(Words.say("campaign.new"), new Intent.NewCampaign()));
    choices.addAll(page.turning(Intent.ListCampaigns::new));
    parts.add(new Part.Choices(choices));
    return new Card(
        page.items().isEmpty()
            ? Words.say("campaign.list.empty")
            : Words.say(
                "campaign.list.summary",
                Shorten.with(
                    String.join("; ", page.items().stream().map(c -> c.plan().name()).toList()),
                    2_000)),
        parts);
  }
}
