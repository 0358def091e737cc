package io.herald.chat.slack;

import io.herald.chat.Answer;
import io.herald.chat.Ask;
import io.herald.chat.Reply;
import io.herald.sandbox.Setup;
import io.herald.sandbox.SlackDouble;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A real Herald's face towards Slack, real Jetty and real Bolt, with a desk that says as told. */
final class SlackHouse implements AutoCloseable {
  final SlackDouble slack;
  final SlackRoom room;
  private final Server web;
  private final ServerConnector connector;
  final List<Ask> asks = new CopyOnWriteArrayList<>();
  volatile Function<Ask, Reply> desk = ask -> new Reply.Done();
  private final Map<String, String> taken = new ConcurrentHashMap<>();
  private final AtomicInteger incidents = new AtomicInteger();

  SlackHouse() {
    this(Clock.systemUTC());
  }

  SlackHouse(InstantSource clock) {
    this(clock, List.of());
  }

  /**
   * @param older secrets that are still taken
   */
  SlackHouse(InstantSource clock, List<String> older) {
    slack = SlackDouble.start(Setup.with(clock, new Random(7)));
    slack.addPerson("U0ANN", "Ann Author");
    slack.addPerson("U0BOB", "Bob Boss");
    slack.put(slack.addChannel("C0NEWS", "news", "U0ANN", "U0BOB").joinedBy("U0HERALD"));
    room =
        new SlackRoom(slack.botToken(), slack.apiUrl(), () -> "I-" + incidents.incrementAndGet());
    var secrets = new java.util.ArrayList<>(older);
    secrets.add(slack.signingSecret());
    web = new Server();
    connector = new ServerConnector(web);
    connector.setHost("127.0.0.1");
    web.addConnector(connector);
    web.setHandler(room.mount(this::handle, secrets, clock).handler());
    try {
      web.start();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    slack.deliverTo(events());
  }

  /** Waits until Slack has told which workspace this is. */
  SlackHouse connected() {
    room.start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> room.connection().workspace().isPresent());
    return this;
  }

  URI events() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + SlackRoom.PATH);
  }

  /** As the desk does: once for each key, and corrected forms may come again. */
  private Answer handle(Ask ask, Answer.Writing writing) {
    String before = taken.get(ask.key());
    if (before != null) {
      return new Answer(new Reply.Done(), before, true);
    }
    asks.add(ask);
    Reply reply = desk.apply(ask);
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
    slack.close();
  }
}
