package io.herald.post;

import io.herald.outbox.Lane;
import io.herald.outbox.Outbox;
import io.herald.records.Entry;
import io.herald.records.Records;
import io.herald.store.Changes;
import io.herald.store.Tx;
import io.herald.words.Refusal;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The topics, their channels and the stages that their drafts pass. */
public final class Topics {
  /** The outbox's kind for looking up who is in a user group. */
  public static final String LOOK_UP_GROUP = "group";

  /** The most characters of a topic's or a stage's name: it must stand on an option of a form. */
  public static final int NAME = 60;

  /** The most topics that are offered at once: a form's list takes no more. */
  public static final int MOST = 100;

  private final Outbox outbox;
  private final Records records;
  private final InstantSource clock;

  public Topics(Outbox outbox, Records records, InstantSource clock) {
    this.outbox = outbox;
    this.records = records;
    this.clock = clock;
  }

  /** The topics that are offered, General first. */
  public List<Topic> offered(Tx tx) {
    return tx.sql(TopicSql.class).offered();
  }

  public Optional<Topic> find(Tx tx, long id) {
    return tx.alike(Topic.class, id, () -> tx.sql(TopicSql.class).find(id));
  }

  /** A topic by its name, whatever the case. */
  public Topic named(Tx tx, String name) {
    return tx.sql(TopicSql.class)
        .named(folded(name))
        .filter(topic -> !topic.retired())
        .orElseThrow(() -> new Refusal("refusal.no_such_topic", name.strip()));
  }

  /** Whether a topic of a name is offered, whatever the case. */
  public boolean exists(Tx tx, String name) {
    return tx.sql(TopicSql.class).named(folded(name)).filter(topic -> !topic.retired()).isPresent();
  }

  /** Adds a topic; a retired one of that name comes back. */
  public Topic add(Tx tx, long actor, String name) {
    String clean = clean(name);
    var sql = tx.sql(TopicSql.class);
    Optional<Topic> old = sql.named(folded(clean));
    if (old.isPresent() && !old.get().retired()) {
      throw new Refusal("refusal.topic_there", old.get().name());
    }
    if (sql.offered().size() >= MOST) {
      throw new Refusal("refusal.too_many_topics", MOST);
    }
    long id = old.isPresent() ? old.get().id() : sql.add(clean, folded(clean));
    if (old.isPresent()) {
      sql.retire(id, null);
      sql.rename(id, clean, folded(clean));
    }
    changed(tx, actor, id, "added", clean);
    return new Topic(id, clean, false);
  }

  public void rename(Tx tx, long actor, Topic topic, String name) {
    String clean = clean(name);
    Optional<Topic> other = tx.sql(TopicSql.class).named(folded(clean));
    if (other.isPresent() && other.get().id() != topic.id()) {
      throw new Refusal("refusal.topic_there", other.get().name());
    }
    tx.sql(TopicSql.class).rename(topic.id(), clean, folded(clean));
    changed(tx, actor, topic.id(), "renamed", clean);
  }

  public void retire(Tx tx, long actor, Topic topic) {
    if (topic.id() == io.herald.members.People.GENERAL) {
      throw new Refusal("refusal.general_stays");
    }
    tx.sql(TopicSql.class).retire(topic.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    changed(tx, actor, topic.id(), "retired", topic.name());
  }

  /** Points a topic at a channel; false where it was pointed there. */
  public boolean point(Tx tx, long actor, Topic topic, Topic.Channel at) {
    boolean done = tx.sql(TopicSql.class).point(topic.id(), at.workspace(), at.channel()) > 0;
    if (done) {
      changed(tx, actor, topic.id(), "pointed", at.channel());
    }
    return done;
  }

  public boolean unpoint(Tx tx, long actor, Topic topic, Topic.Channel at) {
    boolean done = tx.sql(TopicSql.class).unpoint(topic.id(), at.workspace(), at.channel()) > 0;
    if (done) {
      changed(tx, actor, topic.id(), "unpointed", at.channel());
    }
    return done;
  }

  public List<Topic.Channel> channels(Tx tx, long topic) {
    return tx.sql(TopicSql.class).channels(topic);
  }

  /** Gives a topic its stages, in order; none means one stage that any approver decides. */
  public void stages(Tx tx, long actor, Topic topic, List<Topic.Stage> stages) {
    var sql = tx.sql(TopicSql.class);
    sql.dropStages(topic.id());
    var names = new ArrayList<String>();
    for (Topic.Stage stage : stages) {
      sql.addStage(topic.id(), stage.position(), clean(stage.name()));
      names.add(stage.name());
      for (Topic.Decider decider : stage.deciders()) {
        sql.addDecider(
            topic.id(),
            stage.position(),
            decider.workspace(),
            decider.platformId(),
            decider.isGroup());
        if (decider.isGroup()) {
          sql.addGroup(decider.workspace(), decider.platformId());
          refreshGroup(tx, decider);
        }
      }
    }
    changed(tx, actor, topic.id(), "staged", String.join(", ", names));
  }

  public List<Topic.Stage> stages(Tx tx, long topic) {
    var sql = tx.sql(TopicSql.class);
    return sql.stages(topic).stream()
        .map(
            row -> new Topic.Stage(row.position(), row.name(), sql.deciders(topic, row.position())))
        .toList();
  }

  /**
   * The stages that a draft passes: those of all its topics, each name once, in the order of the
   * topics; the deciders of stages of one name together. Never empty.
   */
  public List<Topic.Stage> stagesOf(Tx tx, List<Long> topics) {
    Map<String, List<Topic.Decider>> byName = new LinkedHashMap<>();
    for (long topic : topics) {
      for (Topic.Stage stage : stages(tx, topic)) {
        byName.computeIfAbsent(stage.name(), n -> new ArrayList<>()).addAll(stage.deciders());
      }
    }
    if (byName.isEmpty()) {
      return List.of(new Topic.Stage(0, "", List.of()));
    }
    var out = new ArrayList<Topic.Stage>();
    byName.forEach((name, deciders) -> out.add(new Topic.Stage(out.size(), name, deciders)));
    return out;
  }

  /** Has the members of a group looked up again in the background. */
  public void refreshGroup(Tx tx, Topic.Decider group) {
    long id = tx.sql(TopicSql.class).group(group.workspace(), group.platformId());
    outbox.want(tx, Lane.INTERACTIVE, LOOK_UP_GROUP, id);
  }

  /** The platform's id of a group that is to be looked up, with its workspace. */
  public Optional<Topic.Decider> group(Tx tx, long id) {
    return tx.sql(TopicSql.class)
        .groupById(id)
        .map(row -> new Topic.Decider(row.workspace(), row.groupId(), true));
  }

  public void learnGroup(Tx tx, long id, List<String> accounts) {
    var sql = tx.sql(TopicSql.class);
    var row = sql.groupById(id).orElseThrow();
    sql.dropGroupMembers(row.workspace(), row.groupId());
    for (String account : accounts) {
      sql.addGroupMember(row.workspace(), row.groupId(), account);
    }
    sql.lookedUp(id, clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /** Who was in a group when it was last looked up, by the platform's ids. */
  public List<String> groupMembers(Tx tx, Topic.Decider group) {
    return tx.sql(TopicSql.class).groupMembers(group.workspace(), group.platformId());
  }

  private void changed(Tx tx, @Nullable Long actor, long topic, String what, String detail) {
    Changes.happened(tx);
    records.append(tx, Entry.of("topic_" + what, actor, "topic/" + topic).with("detail", detail));
  }

  private static String clean(String name) {
    String clean = name.strip().replaceAll("\\s+", " ");
    if (clean.isEmpty()) {
      throw new Refusal("refusal.name_empty");
    }
    if (clean.length() > NAME) {
      throw new Refusal("refusal.name_too_long", NAME);
    }
    return clean;
  }

  private static String folded(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
