package io.herald.chat;

import io.herald.members.OrganisationSettings;
import io.herald.members.People;
import io.herald.outbox.Lane;
import io.herald.records.Checkpoints;
import io.herald.records.proof.Checkpoint;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts each checkpoint to the channels that admins named for them. */
final class CheckpointPosts {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointPosts.class);
  private static final int LOOKS = 50;
  private static final long BETWEEN_LOOKS_MILLIS = 100;

  /** Of checkpoints that were missed no more than so many are posted; the newest cover the rest. */
  private static final int MISSED = 20;

  private final Database database;
  private final Checkpoints checkpoints;
  private final OrganisationSettings organisation;
  private final People people;
  private final CardBook cards;

  CheckpointPosts(
      Database database,
      Checkpoints checkpoints,
      OrganisationSettings organisation,
      People people,
      CardBook cards) {
    this.database = database;
    this.checkpoints = checkpoints;
    this.organisation = organisation;
    this.people = people;
    this.cards = cards;
  }

  /** Posts that hear of checkpoints from now on. */
  static CheckpointPosts of(Features f, CardBook cards) {
    var posts =
        new CheckpointPosts(f.database(), f.checkpoints(), f.organisation(), f.people(), cards);
    f.checkpoints().onMade(posts::post);
    return posts;
  }

  /**
   * Signs and posts where the chain ends while there is still somebody to send it, and waits for
   * that a moment; what was not sent then waits for the next start.
   */
  void last() {
    try {
      checkpoints.make().filter(Checkpoints.Made::isNew).ifPresent(m -> await(m.checkpoint()));
    } catch (RuntimeException e) {
      LOG.warn("The last checkpoint could not be made; the next start makes one", e);
    }
  }

  private void await(Checkpoint checkpoint) {
    try {
      for (int i = 0; i < LOOKS && !database.inTransaction(tx -> isPosted(tx, checkpoint)); i++) {
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isPosted(Tx tx, Checkpoint checkpoint) {
    return cards.about(tx, CardKind.CHECKPOINT, checkpoint.number()).stream()
        .allMatch(CardRow::sent);
  }

  /** Posts a checkpoint wherever one is wanted. */
  void post(Tx tx, Checkpoint checkpoint) {
    for (long workspace : people.workspaces(tx)) {
      organisation
          .checkpointsChannel(tx, workspace)
          .ifPresent(channel -> post(tx, checkpoint, workspace, channel));
    }
  }

  /** Posts what was signed while no Herald ran to post it, as by an export at the command line. */
  void postMissed(Tx tx) {
    long newest = checkpoints.newest(tx).orElse(0L);
    for (long workspace : people.workspaces(tx)) {
      organisation
          .checkpointsChannel(tx, workspace)
          .ifPresent(channel -> postMissed(tx, newest, workspace, channel));
    }
  }

  private void postMissed(Tx tx, long newest, long workspace, String channel) {
    long posted = cards.newestAbout(tx, CardKind.CHECKPOINT, workspace, channel).orElse(newest - 1);
    List<Checkpoint> missed = checkpoints.between(tx, posted + 1, newest);
    missed.stream()
        .skip(Math.max(0, missed.size() - MISSED))
        .forEach(checkpoint -> post(tx, checkpoint, workspace, channel));
  }

  /**
   * Posts the newest checkpoint to a channel that was just named, so that it shows that it works.
   */
  void postNewest(Tx tx, long workspace, String channel) {
    checkpoints
        .newest(tx)
        .flatMap(number -> checkpoints.at(tx, number))
        .ifPresent(checkpoint -> post(tx, checkpoint, workspace, channel));
  }

  private void post(Tx tx, Checkpoint checkpoint, long workspace, String channel) {
    cards.want(
        tx, Lane.INTERACTIVE, CardKind.CHECKPOINT, checkpoint.number(), 0, workspace, channel);
  }
}
