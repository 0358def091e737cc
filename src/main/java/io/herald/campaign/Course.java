package io.herald.campaign;

import io.herald.post.Posts;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How far campaigns are that were sent, and how fast they go. */
public final class Course {
  /** What happened longer ago says nothing about how fast it goes. */
  private static final Duration PACE_SAYS = Duration.ofMinutes(2);

  private final Posts posts;
  private final Broadcasts broadcasts;

  Course(Posts posts, Broadcasts broadcasts) {
    this.posts = posts;
    this.broadcasts = broadcasts;
  }

  /** A push of it that the platform stopped, if there is one. */
  public Optional<Broadcast> stopped(Tx tx, long id) {
    return broadcasts(tx, id).stream()
        .filter(b -> b.state() == BroadcastState.PAUSED && b.why() != null)
        .findFirst();
  }

  /** How many of it may have arrived, nobody can tell, and could be sent again. */
  public long unknown(Tx tx, long id) {
    return begun(tx, id)
        ? broadcasts(tx, id).stream().mapToLong(b -> broadcasts.unknown(tx, b)).sum()
        : 0;
  }

  /** The pushes of a campaign, oldest first. */
  public List<Broadcast> broadcasts(Tx tx, long id) {
    return tx.sql(CampaignSql.class).broadcasts(id);
  }

  /** How far a campaign is, over all its pushes. */
  public Progress progress(Tx tx, long id) {
    return broadcasts.progress(tx, broadcasts(tx, id));
  }

  /** What of it has not ended. */
  public Outstanding outstanding(Tx tx, long id) {
    return broadcasts.outstanding(tx, broadcasts(tx, id));
  }

  /**
   * How many cards a second ended since its cards were drawn before last; none where that is not
   * known yet, or so long ago that it says nothing about now.
   */
  public OptionalDouble pace(Tx tx, long id, Progress progress) {
    CourseSql.Pace pace = tx.sql(CourseSql.class).pace(id).orElseThrow();
    if (pace.since() == null) {
      return OptionalDouble.empty();
    }
    Duration time = Duration.between(pace.since(), posts.now());
    long ended = progress.members() - progress.pending() - pace.ended();
    boolean says = ended > 0 && time.toMillis() > 0 && time.compareTo(PACE_SAYS) <= 0;
    return says ? OptionalDouble.of(ended * 1_000.0 / time.toMillis()) : OptionalDouble.empty();
  }

  /**
   * Campaigns under way of whose progress nobody was told for a while, or whose push has just
   * ended; each is taken once over all nodes.
   */
  public List<Long> untold(Tx tx, Duration since) {
    var sql = tx.sql(CourseSql.class);
    Instant now = posts.now();
    return sql.untold(now.minus(since)).stream()
        .filter(
            c ->
                (c.toldAt() == null
                        ? sql.toldFirst(c.id(), now, c.ended())
                        : sql.told(c.id(), c.toldAt(), now, c.ended()))
                    > 0)
        .map(CourseSql.Untold::id)
        .toList();
  }

  private static boolean begun(Tx tx, long id) {
    return tx.sql(CampaignSql.class).find(id).filter(row -> row.state().begun()).isPresent();
  }
}
