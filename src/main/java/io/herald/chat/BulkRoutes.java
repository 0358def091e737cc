package io.herald.chat;

import io.herald.campaign.Broadcasts;
import io.herald.outbox.Call;
import io.herald.outbox.Outbox;
import io.herald.outbox.Pacer;
import io.herald.outbox.Work;
import io.herald.store.Database;
import io.herald.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ways that bulk work takes, each at its own pace: cards for one workspace do not wait for
 * those of another, nor a broadcast for a recall. Used by one thread.
 */
final class BulkRoutes {
  /** How long a way that was found empty is not looked at. */
  private static final Duration EMPTY = Duration.ofSeconds(1);

  private static final Duration UNTIL_TOLD = Duration.ofMillis(200);

  /** Which call a piece of work of a kind comes to, whose pace it follows in its workspace. */
  private static final Map<String, Call> CALLS =
      Map.of(Broadcasts.DELIVERY, Call.SEND, CardBook.CARD, Call.UPDATE);

  private final Database database;
  private final Outbox outbox;
  private final Pacer pacer;
  private final Collection<String> kinds;
  private final Workspaces workspaces;
  private final InstantSource clock;
  private final Map<Route, Instant> notBefore = new HashMap<>();
  private List<Route> routes = List.of();
  private Instant routesUntil = Instant.EPOCH;
  private int turn;

  private record Route(String kind, long workspace) {
    @Nullable Call paid() {
      return workspace == 0 ? null : CALLS.get(kind);
    }
  }

  /**
   * Work that was claimed.
   *
   * @param apart how far apart it is to begin
   * @param look where there is none, when to look again
   */
  record Batch(List<Work> work, Duration apart, Duration look) {}

  BulkRoutes(
      Database database,
      Outbox outbox,
      Pacer pacer,
      Collection<String> kinds,
      Workspaces workspaces,
      InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.pacer = pacer;
    this.kinds = List.copyOf(kinds);
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /**
   * Whether work of a kind has ways of its own in each workspace; elsewhere nobody looks for it.
   */
  static boolean hasWays(Work work) {
    return CALLS.containsKey(work.kind());
  }

  /** Whether a permit for a call was taken when the work was claimed. */
  static boolean paid(Work work, long workspace, Call call) {
    return work.isBulk() && work.workspace() == workspace && CALLS.get(work.kind()) == call;
  }

  /** Claims for a node what is permitted on one of the ways, each in its turn. */
  Batch next(long node, int most) {
    Instant now = clock.instant();
    List<Route> all = routes(now);
    return all.stream().anyMatch(route -> !notBefore(route).isAfter(now))
        ? database.inTransaction(tx -> claim(tx, all, now, node, most))
        : nothing(all, now);
  }

  private Batch claim(Tx tx, List<Route> all, Instant now, long node, int most) {
    for (int i = 0; i < all.size(); i++) {
      Route route = all.get(turn++ % all.size());
      if (!notBefore(route).isAfter(now)) {
        Batch batch = claim(tx, route, node, most);
        if (!batch.work().isEmpty()) {
          return batch;
        }
        notBefore.put(route, now.plus(batch.look()));
      }
    }
    return nothing(all, now);
  }

  private Batch nothing(List<Route> all, Instant now) {
    Instant soonest =
        all.stream().map(this::notBefore).reduce(now.plus(EMPTY), (a, b) -> a.isBefore(b) ? a : b);
    return new Batch(List.of(), Duration.ZERO, Duration.between(now, soonest));
  }

  private Instant notBefore(Route route) {
    return notBefore.getOrDefault(route, Instant.EPOCH);
  }

  private Batch claim(Tx tx, Route route, long node, int most) {
    List<Long> due = outbox.due(tx, route.kind(), route.workspace(), most);
    if (due.isEmpty()) {
      return new Batch(List.of(), Duration.ZERO, EMPTY);
    }
    Call call = route.paid();
    if (call == null) {
      List<Work> work = outbox.claim(tx, node, due);
      return new Batch(work, Duration.ZERO, UNTIL_TOLD);
    }
    Pacer.Permits permits = pacer.take(tx, route.workspace(), call, due.size());
    List<Work> work =
        permits.count() == 0 ? List.of() : outbox.claim(tx, node, due.subList(0, permits.count()));
    Duration look = permits.count() == 0 ? permits.pause() : UNTIL_TOLD;
    return new Batch(work, permits.apart(), look);
  }

  private List<Route> routes(Instant now) {
    if (now.isBefore(routesUntil)) {
      return routes;
    }
    var all = new ArrayList<Route>();
    List<Long> known = workspaces.known();
    for (String kind : kinds) {
      all.add(new Route(kind, 0));
      if (CALLS.containsKey(kind)) {
        known.forEach(workspace -> all.add(new Route(kind, workspace)));
      }
    }
    routes = List.copyOf(all);
    routesUntil = now.plus(EMPTY);
    return routes;
  }
}
