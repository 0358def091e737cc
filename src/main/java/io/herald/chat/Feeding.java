package io.herald.chat;

import io.herald.campaign.Broadcasts;
import io.herald.campaign.Feeder;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds the outbox with deliveries, and looks what is due in campaigns: when something begins, and
 * then several times a second.
 */
final class Feeding implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Feeding.class);
  private static final long LOOK_MILLIS = 250;

  private final Feeder feeder;
  private final CampaignMoves campaigns;
  private final Broadcasts broadcasts;
  private final Semaphore bell = new Semaphore(0);
  private final Thread hand;
  private volatile boolean open = true;
  private volatile boolean failing;

  Feeding(Feeder feeder, CampaignMoves campaigns, Broadcasts broadcasts) {
    this.feeder = feeder;
    this.campaigns = campaigns;
    this.broadcasts = broadcasts;
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
