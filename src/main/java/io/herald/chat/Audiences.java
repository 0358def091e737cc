package io.herald.chat;

import io.herald.campaign.Aim;
import io.herald.members.People;
import io.herald.outbox.Lane;
import io.herald.outbox.Outbox;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.store.Tx;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps what a campaign can mean as it is on the platforms: the channels that Herald is in, the
 * user groups, and who is in those that a campaign means. Looked up in the background, for nobody
 * is kept waiting for a platform.
 */
final class Audiences {
  /** The outbox's kind for looking up what a workspace has; subject: the workspace. */
  static final String LOOK_UP = "audience";

  private final Outbox outbox;
  private final Topics topics;
  private final People people;

  Audiences(Outbox outbox, Topics topics, People people) {
    this.outbox = outbox;
    this.topics = topics;
    this.people = people;
  }

  /** Has all of it looked up, and the members of the groups that campaigns mean. */
  void refresh(Tx tx) {
    lookUp(tx);
    tx.sql(AudienceSql.class)
        .groupsMeant()
        .forEach(
            group ->
                topics.refreshGroup(
                    tx, new Topic.Decider(group.workspace(), group.groupId(), true)));
  }

  /** Has it looked up what there is to choose from, for the next time that somebody looks. */
  void lookUp(Tx tx) {
    for (long workspace : people.workspaces(tx)) {
      outbox.want(tx, Lane.INTERACTIVE, LOOK_UP, workspace);
    }
  }

  /** A plan means groups: who is in them is looked up before it is sent. */
  void mean(Tx tx, Aim aim) {
    Stream.concat(aim.meant().stream(), aim.leftOut().stream())
        .filter(group -> group.kind() == Aim.Kind.GROUP)
        .forEach(
            group ->
                topics.refreshGroup(tx, new Topic.Decider(group.number(), group.word(), true)));
  }

  /** What a workspace has, as its platform said just now. */
  static void learn(
      Tx tx, long workspace, List<Courier.ChannelFacts> channels, List<Courier.Group> groups) {
    var sql = tx.sql(AudienceSql.class);
    sql.offerNoChannel(workspace);
    for (Courier.ChannelFacts channel : channels) {
      if (sql.offerChannel(workspace, channel.id(), channel.name()) == 0) {
        sql.addChannel(workspace, channel.id(), channel.name());
      }
    }
    sql.offerNoGroup(workspace);
    for (Courier.Group group : groups) {
      if (sql.offerGroup(workspace, group.id(), group.name()) == 0) {
        sql.addGroup(workspace, group.id(), group.name());
      }
    }
  }
}
