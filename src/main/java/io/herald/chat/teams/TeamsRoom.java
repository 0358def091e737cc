package io.herald.chat.teams;

import io.herald.chat.Answer;
import io.herald.chat.Apologies;
import io.herald.chat.Ask;
import io.herald.chat.Card;
import io.herald.chat.Place;
import io.herald.chat.PlatformFailure;
import io.herald.chat.wire.OwnClient;
import io.herald.members.Account;
import io.herald.store.Database;
import io.herald.web.Mount;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All of Teams in one place, in the order in which it is made: the connector and the courier first,
 * for the outbox, then what listens, for the web server, once there is a desk.
 */
public final class TeamsRoom implements AutoCloseable {
  /** Where Teams' activities come in. */
  public static final String PATH = "/api/messages";

  private static final Logger LOG = LoggerFactory.getLogger(TeamsRoom.class);
  private static final long WARM_SECONDS = 240;

  private final @Nullable TeamsApp app;
  private final @Nullable TeamsCloud cloud;
  private final InstantSource clock;
  private final Apologies apologies;
  private final OwnClient http = TeamsConnector.http();
  private final ServiceHosts hosts;
  private final TeamsBook book;
  private final @Nullable EntraToken token;
  private final TeamsConnector connector;
  private final TeamsCards cards;
  private final TeamsCourier courier;
  private final TeamsEffects effects;
  private final @Nullable SigningKeys keys;
  private final ScheduledExecutorService warm;
  private volatile PlatformFailure.@Nullable Kind trouble;
  private volatile @Nullable WarmUp warmUp;

  /**
   * For a registration in one tenant, with a secret.
   *
   * @param incidents gives each fault a number of its own
   */
  public TeamsRoom(
      TeamsApp app,
      TeamsCloud cloud,
      Database database,
      Supplier<String> incidents,
      InstantSource clock) {
    this(app, cloud, ServiceHosts.of(cloud.serviceHosts()), database, incidents, clock);
  }

  /**
   * For trying without a registration: requests of this machine are taken without a token, and
   * nothing is sent anywhere else. The settings see to it that Herald listens here alone.
   */
  public static TeamsRoom development(
      Database database, Supplier<String> incidents, InstantSource clock) {
    return new TeamsRoom(null, null, ServiceHosts.onThisMachine(), database, incidents, clock);
  }

  private TeamsRoom(
      @Nullable TeamsApp app,
      @Nullable TeamsCloud cloud,
      ServiceHosts hosts,
      Database database,
      Supplier<String> incidents,
      InstantSource clock) {
    this.app = app;
    this.cloud = cloud;
    this.hosts = hosts;
    this.clock = clock;
    this.apologies = new Apologies(incidents);
    this.book = new TeamsBook(database, clock, app == null ? null : app.tenant());
    this.token =
        app == null || cloud == null ? null : new EntraToken(http.client(), app, cloud, clock);
    this.keys = cloud == null ? null : new SigningKeys(http.client(), cloud.openId(), clock);
    this.connector = new TeamsConnector(http, hosts, token);
    var reach = new TeamsReach(book, connector, app, cloud == null ? null : cloud.service(), clock);
    this.cards = new TeamsCards(new Links(hosts.loopback()));
    this.courier = new TeamsCourier(book, reach, new TeamsRosters(book, connector, reach), cards);
    this.effects = new TeamsEffects(courier, reach, this.apologies);
    this.warm =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "teams-warm");
              thread.setDaemon(true);
              return thread;
            });
  }

  public TeamsCourier courier() {
    return courier;
  }

  /** What an administrator may want to know: what is wrong, or what is waited for. */
  public Optional<String> trouble() {
    if (trouble != null) {
      return Optional.of("Microsoft says " + trouble + ".");
    }
    if (book.latest().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        cloud == null
            ? "No activity has come from Teams yet; Herald waits for one."
            : "No activity has come from Teams yet; until then Herald sends to "
                + cloud.service()
                + ".");
  }

  /**
   * What answers Teams' activities.
   *
   * @param desk handles an ask
   * @param rehearsal goes through an ask and takes it back
   * @param showing what a card that lies somewhere shows now
   * @param heardFrom told of a tenant that is heard of for the first time
   */
  public Mount mount(
      BiFunction<Ask, Answer.Writing, Answer> desk,
      BiConsumer<Ask, Answer.Writing> rehearsal,
      BiFunction<Account, Place, Optional<Card>> showing,
      Consumer<String> heardFrom) {
    warmUp = new WarmUp(cards, book, rehearsal);
    var events = new TeamsEvents(book, heardFrom);
    var inbox = new TeamsInbox(desk, showing, book, events, cards, effects, apologies);
    @Nullable ChannelToken channel =
        app == null || keys == null ? null : new ChannelToken(keys, app.id(), clock);
    return new Mount(
        PATH, new TeamsGuard(channel, hosts, app == null ? null : app.tenant(), inbox));
  }

  /**
   * Begins to load and to fetch, in the background, what the first activity would wait for, and
   * keeps connections open after that.
   */
  @SuppressWarnings("FutureReturnValueIgnored")
  public void start() {
    warm.scheduleWithFixedDelay(this::keepWarm, 0, WARM_SECONDS, TimeUnit.SECONDS);
  }

  private void keepWarm() {
    try {
      if (warmUp != null) {
        warmUp.run();
        warmUp = null;
        LOG.info("Warm for Teams");
      }
      if (keys != null) {
        keys.readable();
      }
      if (cloud != null) {
        connector.warmUp(cloud.service());
      }
      if (token != null) {
        token.ready();
      }
      book.forgetForms();
      trouble = null;
    } catch (PlatformFailure e) {
      if (trouble != e.kind()) {
        LOG.warn("Microsoft does not answer as it should ({}); trying again", e.getMessage());
      }
      trouble = e.kind();
    } catch (RuntimeException e) {
      // Whatever it is, it must not be the last time.
      LOG.error("Teams could not be made ready", e);
    }
  }

  /**
   * Lets what is being made ready end, for ten seconds at most: it reads the database. Interrupts
   * nobody, for H2 closes the whole database when a thread that reads its file is interrupted.
   */
  @Override
  public void close() {
    warm.shutdown();
    try {
      warm.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    effects.close();
    http.close();
  }
}
