package io.herald.chat;

import io.herald.campaign.Broadcasts;
import io.herald.campaign.Feeder;
import io.herald.store.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the outbox with deliveries and with cards to be drawn anew, and looks what is due in
 * campaigns: when something begins, and then several times a second.
 */
final class Feeding implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Feeding.class);
  private static final long LOOK_MILLIS = 250;

  private final Feeder feeder;
  private final CampaignMoves campaigns;
  private final PushNews news;
  private final Redraws redraws;
  private final Database database;
  private final Broadcasts broadcasts;
  private final Semaphore bell = new Semaphore(0);
  private final InstantSource clock;
  private final Thread hand;
  private Instant looked;
  private volatile boolean open = true;
  private volatile boolean failing;

  Feeding(Features f, CampaignMoves campaigns, PushNews news) {
    this.feeder = f.feeder();
    this.campaigns = campaigns;
    this.news = news;
    this.redraws = new Redraws(f.database(), f.outbox(), f.clock());
    this.database = f.database();
    this.broadcasts = f.broadcasts();
    this.clock = f.clock();
    this.looked = clock.instant();
    this.hand = new Thread(this::run, "herald-feeder");
    hand.setDaemon(true);
  }

  void start() {
    broadcasts.onDeliveries(bell::release);
    hand.start();
  }

  private void run() {
    while (open) {
      feed();
      try {
        if (bell.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          bell.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** The edge of this thread: an outage must not end it, and is logged once. */
  private void feed() {
    try {
      campaigns.look();
      feeder.feed();
      redraws.goOn();
      Instant now = clock.instant();
      database.run(tx -> news.look(tx, looked));
      looked = now;
      failing = false;
    } catch (RuntimeException e) {
      if (open && !failing) {
        LOG.error("Deliveries could not be fed; it is tried again", e);
      }
      failing = true;
    }
  }

  /** Interrupts nobody: H2 closes the database when a thread that reads its file is interrupted. */
  @Override
  public void close() {
    open = false;
    bell.release();
    try {
      hand.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
