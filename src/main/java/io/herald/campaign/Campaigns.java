package io.herald.campaign;

import io.herald.members.AttentionChoices;
import io.herald.members.OrganisationSettings;
import io.herald.post.Post;
import io.herald.post.Posts;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The campaigns: planned, looked at, sent, steered. Who may is decided above. */
public final class Campaigns {
  /** So many get it first, when a lead wants to see it arrive before it goes to everybody. */
  public static final int CANARY = 20;

  private final Posts posts;
  private final Broadcasts broadcasts;
  private final OrganisationSettings organisation;
  private final Priorities priorities;
  private final Records records;
  private final Course course;

  public Campaigns(
      Posts posts,
      Broadcasts broadcasts,
      OrganisationSettings organisation,
      Priorities priorities,
      Records records) {
    this.posts = posts;
    this.broadcasts = broadcasts;
    this.organisation = organisation;
    this.priorities = priorities;
    this.records = records;
    this.course = new Course(posts, broadcasts);
  }

  /** How far those are that were sent. */
  public Course course() {
    return course;
  }

  public Optional<Campaign> find(Tx tx, long id) {
    var sql = tx.sql(CampaignSql.class);
    return sql.find(id).map(row -> row.campaign(sql));
  }

  /** A campaign that must be there. */
  public Campaign get(Tx tx, long id) {
    return find(tx, id).orElseThrow(() -> new Refusal("refusal.no_such_campaign"));
  }

  /** The campaigns, the last changed first. */
  public List<Campaign> list(Tx tx, int skip, int most) {
    var sql = tx.sql(CampaignSql.class);
    return sql.list(skip, most).stream().map(row -> row.campaign(sql)).toList();
  }

  /** User groups that can be meant, by name. */
  public List<UserGroup> offeredGroups(Tx tx, int most) {
    return tx.sql(CampaignSql.class).offeredGroups(most);
  }

  /** The user groups that are known. */
  public List<UserGroup> userGroups(Tx tx) {
    return tx.sql(CampaignSql.class).userGroups();
  }

  /** A platform's user group; it has no name until it was looked up. */
  public record UserGroup(long workspace, String groupId, @Nullable String name) {}

  /** A new campaign, as a draft. */
  public Campaign add(Tx tx, long owner, Plan plan) {
    long id = tx.sql(CampaignSql.class).add(owner, plan.name(), posts.now());
    return write(tx, get(tx, id).planned(plan, 0, posts.now()), owner);
  }

  /**
   * Writes the plan of a draft anew.
   *
   * @param version the one that the form was filled from
   */
  public Campaign change(Tx tx, long id, long actor, int version, Plan plan) {
    return write(tx, lock(tx, id).planned(plan, version, posts.now()), actor);
  }

  private Campaign write(Tx tx, Campaign campaign, long actor) {
    var sql = tx.sql(CampaignSql.class);
    Plan plan = campaign.plan();
    sql.plan(
        campaign.id(),
        campaign.version(),
        plan.name(),
        plan.goal(),
        plan.eventFrom(),
        plan.eventUntil(),
        plan.begins(),
        plan.ends(),
        plan.remindDays(),
        plan.target(),
        campaign.changedAt());
    sql.dropPosts(campaign.id());
    for (int i = 0; i < plan.posts().size(); i++) {
      sql.addPost(campaign.id(), i, plan.posts().get(i));
    }
    sql.dropAudience(campaign.id());
    plan.aim()
        .meant()
        .forEach(g -> sql.addGroup(campaign.id(), false, g.kind(), g.number(), g.word()));
    plan.aim()
        .leftOut()
        .forEach(g -> sql.addGroup(campaign.id(), true, g.kind(), g.number(), g.word()));
    records.append(
        tx,
        entry("planned", actor, campaign)
            .with("name", plan.name())
            .with("goal", plan.goal())
            .with("posts", plan.posts())
            .with("meant", plan.aim().meant().stream().map(Aim.Group::said).toList())
            .with("left_out", plan.aim().leftOut().stream().map(Aim.Group::said).toList())
            .with("event_from", plan.eventFrom())
            .with("event_until", plan.eventUntil())
            .with("begins", plan.begins())
            .with("ends", plan.ends())
            .with("remind_days", plan.remindDays())
            .with("target", plan.target()));
    return campaign;
  }

  /** A draft that nobody needs any more; its entries stay. */
  public void delete(Tx tx, long id, long actor) {
    Campaign campaign = lock(tx, id);
    var sql = tx.sql(CampaignSql.class);
    if (campaign.state() != CampaignState.DRAFT) {
      throw new Refusal("refusal.campaign_begun");
    }
    sql.dropPosts(id);
    sql.dropAudience(id);
    sql.delete(id);
    records.append(tx, entry("deleted", actor, campaign));
  }

  /** Whom it would reach if it were sent now. */
  public Outlook outlook(Tx tx, Campaign campaign) {
    var sql = tx.sql(CampaignSql.class);
    var counting = new Outlook.Counting(CANARY);
    List<Long> now = dueAt(tx, campaign, posts.now());
    List<Long> asked = now.isEmpty() ? campaign.plan().posts() : now;
    if (!asked.isEmpty()) {
      Instant at = posts.now();
      int cap = organisation.weeklyCap(tx);
      boolean priority = asked.stream().allMatch(post -> priorities.of(tx, post).isPresent());
      sql.meant(
          campaign.id(),
          asked,
          AttentionChoices.week(at),
          person -> person.count(counting, asked.size(), at, cap, priority));
      counting.many(Outlook.When.NOT, "not_joined", sql.strangers(campaign.id()));
    }
    return counting.done();
  }

  /** Those of its posts whose time has come at a moment, in their order. */
  public List<Long> dueAt(Tx tx, Campaign campaign, Instant at) {
    return campaign.plan().posts().stream()
        .filter(post -> !due(tx, campaign, post).isAfter(at))
        .toList();
  }

  /** When a post of a campaign goes: when both it and the campaign may begin. */
  public Instant due(Tx tx, Campaign campaign, long post) {
    Instant from = posts.newest(tx, posts.get(tx, post)).content().from();
    Instant begins = campaign.plan().begins();
    Instant due = begins == null ? Instant.EPOCH : begins;
    return from != null && from.isAfter(due) ? from : due;
  }

  /** A lead had its cards sent to themselves. */
  public void tested(Tx tx, Campaign campaign, long actor) {
    records.append(tx, entry("tested", actor, campaign));
  }

  /** A few people get what is due before everybody else; says who. */
  public List<Long> canary(Tx tx, long id, long actor) {
    Campaign campaign = lock(tx, id).tried(posts.now());
    mustBeAlone(tx, campaign);
    List<Long> first = outlook(tx, campaign).first();
    if (first.isEmpty() || dueAt(tx, campaign, posts.now()).isEmpty()) {
      throw new Refusal("refusal.nobody_now");
    }
    move(tx, campaign, CampaignState.DRAFT);
    records.append(tx, entry("tried", actor, campaign).with("members", first.size()));
    return first;
  }

  /** It is sent: each post at its time. What is due goes within a second. */
  public void send(Tx tx, long id, long actor, long people) {
    Campaign before = lock(tx, id);
    Campaign campaign = before.sent(posts.now());
    mustBeAlone(tx, campaign);
    var sql = tx.sql(CampaignSql.class);
    for (long post : campaign.plan().posts()) {
      sql.due(id, post, later(due(tx, campaign, post), posts.now()));
    }
    move(tx, campaign, before.state());
    records.append(tx, entry("sent", actor, campaign).with("members", people));
    broadcasts.ring(tx);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** A post cannot be sent by two campaigns at a time: whose would its visitors be? */
  private static void mustBeAlone(Tx tx, Campaign campaign) {
    for (long post : campaign.plan().posts()) {
      tx.sql(CampaignSql.class)
          .sending(post, campaign.id())
          .ifPresent(
              other -> {
                throw new Refusal("refusal.post_in_campaign", other);
              });
    }
  }

  public void pause(Tx tx, long id, long actor) {
    Campaign campaign = lock(tx, id).paused(posts.now());
    move(tx, campaign, CampaignState.RUNNING);
    for (Broadcast broadcast : course.broadcasts(tx, id)) {
      if (broadcast.state() == BroadcastState.RUNNING) {
        broadcasts.pause(tx, broadcast.id(), actor, null);
      }
    }
    records.append(tx, entry("paused", actor, campaign));
  }

  /** Goes on; also with what the platform stopped while nobody had paused the campaign. */
  public void resume(Tx tx, long id, long actor) {
    Campaign before = lock(tx, id);
    boolean byItself = before.state().begun() && before.state() != CampaignState.PAUSED;
    if (byItself && course.stopped(tx, id).isPresent()) {
      goOn(tx, id, actor);
      return;
    }
    Campaign campaign = before.resumed(posts.now());
    move(tx, campaign, CampaignState.PAUSED);
    goOn(tx, id, actor);
    records.append(tx, entry("resumed", actor, campaign));
    broadcasts.ring(tx);
  }

  private void goOn(Tx tx, long id, long actor) {
    for (Broadcast broadcast : course.broadcasts(tx, id)) {
      if (broadcast.state() == BroadcastState.PAUSED) {
        broadcasts.resume(tx, broadcast.id(), actor);
      }
    }
    tx.sql(CourseSql.class).paceUnknown(id);
  }

  /** What was not begun never leaves; what was delivered stays. */
  public void cancel(Tx tx, long id, long actor) {
    Campaign before = lock(tx, id);
    Campaign campaign = before.cancelled(posts.now());
    move(tx, campaign, before.state());
    stop(tx, id, actor);
    records.append(tx, entry("cancelled", actor, campaign));
  }

  /** Campaigns whose time is over. */
  public List<Long> over(Tx tx) {
    return tx.sql(CampaignSql.class).over(posts.now());
  }

  /** Ends a campaign whose time is over; says whether this was the one that ended it. */
  public boolean end(Tx tx, long id) {
    Campaign before = lock(tx, id);
    Instant over = before.plan().over();
    if (!before.state().begun() || over == null || over.isAfter(posts.now())) {
      return false;
    }
    Campaign campaign = before.ended(posts.now());
    move(tx, campaign, before.state());
    stop(tx, id, null);
    records.append(tx, entry("ended", null, campaign));
    return true;
  }

  private void stop(Tx tx, long id, @Nullable Long actor) {
    for (Broadcast broadcast : course.broadcasts(tx, id)) {
      if (broadcast.state().open()) {
        broadcasts.cancel(tx, broadcast.id(), actor);
      }
    }
  }

  /** Posts whose time in a running campaign has come. */
  public List<Due> due(Tx tx) {
    return tx.sql(CampaignSql.class).due(posts.now());
  }

  /** A post that is due in a campaign. */
  public record Due(long campaign, long post) {}

  /** A post of a campaign with its time: when it is to be pushed, and when it was. */
  public record Timed(int position, long post, @Nullable Instant dueAt, @Nullable Instant sentAt) {}

  /** The posts of a campaign with their times, in order. */
  public List<Timed> timed(Tx tx, long id) {
    return tx.sql(CampaignSql.class).timed(id);
  }

  /**
   * Takes a due post on, once over all nodes; says whether this was the one.
   *
   * @param campaign as it stands now
   */
  public boolean take(Tx tx, Campaign campaign, long post) {
    Integer days = campaign.plan().remindDays();
    return campaign.state() == CampaignState.RUNNING
        && tx.sql(CampaignSql.class)
                .sent(
                    campaign.id(),
                    post,
                    posts.now(),
                    days == null ? null : posts.now().plus(Duration.ofDays(days)))
            > 0;
  }

  /** Pushes a live post to the audience of a campaign. */
  public void push(Tx tx, Campaign campaign, Post post) {
    var sql = tx.sql(CampaignSql.class);
    Instant now = posts.now();
    long id = sql.start(post.id(), shown(post), campaign.id(), false, now);
    int members =
        sql.adopt(id, post.id(), campaign.id(), now)
            + sql.deliver(id, post.id(), campaign.id(), now);
    int channels = sql.deliverToChannels(id, post.id(), campaign.id());
    broadcasts.begun(tx, post, shown(post), id, members, channels, campaign.id());
  }

  /** Pushes a live post to some members of a campaign's audience, before the rest. */
  public void pushFirst(Tx tx, Campaign campaign, Post post, List<Long> members) {
    var sql = tx.sql(CampaignSql.class);
    Instant now = posts.now();
    long id = sql.start(post.id(), shown(post), campaign.id(), true, now);
    int reached = sql.adopt(id, post.id(), members, now) + sql.deliver(id, post.id(), members, now);
    broadcasts.begun(tx, post, shown(post), id, reached, 0, campaign.id());
  }

  private static int shown(Post post) {
    return post.live() == null ? post.newest() : post.live();
  }

  private Campaign lock(Tx tx, long id) {
    var sql = tx.sql(CampaignSql.class);
    return sql.lock(id)
        .map(row -> row.campaign(sql))
        .orElseThrow(() -> new Refusal("refusal.no_such_campaign"));
  }

  private static void move(Tx tx, Campaign campaign, CampaignState from) {
    int moved =
        tx.sql(CampaignSql.class).move(campaign.id(), from, campaign.state(), campaign.changedAt());
    if (moved == 0) {
      throw new Refusal("refusal.campaign_newer");
    }
  }

  private static Entry entry(String what, @Nullable Long actor, Campaign campaign) {
    return Entry.of("campaign_" + what, actor, "campaign/" + campaign.id())
        .with("version", campaign.version());
  }
}
