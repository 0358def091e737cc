package io.herald.chat.teams;

import io.herald.chat.Answer;
import io.herald.chat.Ask;
import io.herald.chat.Card;
import io.herald.chat.Intent;
import io.herald.chat.Place;
import io.herald.chat.Reply;
import io.herald.members.Account;
import io.herald.sandbox.teams.TeamsDouble;
import io.herald.sandbox.teams.TeamsSetup;
import io.herald.store.Database;
import io.herald.testkit.TestDatabase;
import io.herald.web.PlainErrors;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A real Herald's face towards Teams, on real Jetty, with a desk that says as told. */
final class TeamsHouse implements AutoCloseable {
  final TeamsDouble teams;
  final TeamsRoom room;
  final Database database = TestDatabase.inMemory();
  final AtomicInteger firstActivities = new AtomicInteger();
  final List<Ask> asks = new CopyOnWriteArrayList<>();
  volatile Function<Ask, Reply> desk = ask -> new Reply.Done();
  volatile Function<Place, Optional<Card>> lying = place -> Optional.empty();
  private final Map<String, String> taken = new ConcurrentHashMap<>();
  private final AtomicInteger incidents = new AtomicInteger();
  private final Server web;
  private final ServerConnector connector;

  TeamsHouse() {
    this(Clock.systemUTC());
  }

  TeamsHouse(InstantSource clock) {
    this(TeamsSetup.with(clock, new Random(7)));
  }

  TeamsHouse(TeamsSetup setup) {
    teams = TeamsDouble.start(setup);
    teams.addPerson("Ann Author");
    teams.addPerson("Bob Boss");
    teams.addChannel("approvals");
    room =
        setup.open()
            ? TeamsRoom.development(database, this::incident, setup.clock())
            : new TeamsRoom(app(teams), cloud(teams), database, this::incident, setup.clock());
    web = new Server();
    connector = new ServerConnector(web);
    connector.setHost("127.0.0.1");
    web.addConnector(connector);
    web.setErrorHandler(new PlainErrors());
    web.setHandler(
        room.mount(
                this::handle,
                (ask, writing) -> {},
                this::showing,
                tenant -> firstActivities.incrementAndGet())
            .handler());
    try {
      web.start();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    teams.deliverTo(messages());
  }

  static TeamsApp app(TeamsDouble teams) {
    return new TeamsApp(teams.setup().appId(), teams.setup().secret(), teams.setup().tenant());
  }

  /** The cloud that the double is. */
  static TeamsCloud cloud(TeamsDouble teams) {
    String host = URI.create(teams.origin()).getAuthority();
    return new TeamsCloud(List.of(host), teams.openIdUrl(), teams.origin(), teams.serviceUrl());
  }

  private String incident() {
    return "I-" + incidents.incrementAndGet();
  }

  URI messages() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + TeamsRoom.PATH);
  }

  private Optional<Card> showing(Account account, Place place) {
    return lying.apply(place);
  }

  /** As the desk does: once for each key, and corrected forms may come again. */
  private Answer handle(Ask ask, Answer.Writing writing) {
    String before = taken.get(ask.key());
    if (before != null) {
      return new Answer(new Reply.Done(), before, true);
    }
    asks.add(ask);
    Reply reply = ask.intent() instanceof Intent.Greet ? new Reply.Done() : desk.apply(ask);
    String written = writing.write(reply);
    if (!(reply instanceof Reply.Correct)) {
      taken.put(ask.key(), written);
    }
    return new Answer(reply, written, false);
  }

  Ask asked() {
    if (asks.isEmpty()) {
      throw new AssertionError("nothing was asked");
    }
    return asks.get(asks.size() - 1);
  }

  @Override
  public void close() {
    try {
      web.stop();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    room.close();
    teams.close();
    database.close();
  }
}
