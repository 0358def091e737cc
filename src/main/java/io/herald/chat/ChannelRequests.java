package io.herald.chat;

import io.herald.members.OrganisationSettings;
import io.herald.members.People;
import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.members.Roles;
import io.herald.outbox.Lane;
import io.herald.outbox.Outbox;
import io.herald.post.Topic;
import io.herald.post.Topics;
import io.herald.review.Review;
import io.herald.store.Tx;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Channels that somebody wants used. What a channel is like only the platform knows, and nobody is
 * kept waiting for it: the wish is kept, the channel looked up, and then it is carried out.
 */
final class ChannelRequests {
  /** The outbox's kind for looking up a channel that somebody wants used. */
  static final String CHANNEL = "channel_request";

  private final People people;
  private final Roles roles;
  private final OrganisationSettings organisation;
  private final Topics topics;
  private final Outbox outbox;
  private final ReviewWatch watch;
  private final ApprovalCards approvals;
  private final FirstCheckpoint firstCheckpoint;
  private final InstantSource clock;

  ChannelRequests(
      People people,
      Roles roles,
      OrganisationSettings organisation,
      Topics topics,
      Outbox outbox,
      ReviewWatch watch,
      ApprovalCards approvals,
      FirstCheckpoint firstCheckpoint,
      InstantSource clock) {
    this.people = people;
    this.roles = roles;
    this.organisation = organisation;
    this.topics = topics;
    this.outbox = outbox;
    this.watch = watch;
    this.approvals = approvals;
    this.firstCheckpoint = firstCheckpoint;
    this.clock = clock;
  }

  /** Posts the newest checkpoint to a channel that is named for them. */
  @FunctionalInterface
  interface FirstCheckpoint {
    void post(Tx tx, long workspace, String channel);
  }

  /** What a channel is wanted for. */
  enum Purpose {
    APPROVALS,
    TOPIC,
    CHECKPOINTS
  }

  /**
   * A wish that waits.
   *
   * @param channel by its id or name
   * @param topic the topic that is to be pointed there, where it is for one
   * @param place where it was asked
   */
  record Request(
      long id, Person person, String channel, Purpose purpose, @Nullable Long topic, Place place) {}

  /** Keeps a wish and has its channel looked up. */
  Reply ask(Turn turn, String channel, @Nullable Long topic) {
    return ask(turn, channel, topic == null ? Purpose.APPROVALS : Purpose.TOPIC, topic);
  }

  /** As {@link #ask}, for checkpoints of the record. */
  Reply askForCheckpoints(Turn turn, String channel) {
    return ask(turn, channel, Purpose.CHECKPOINTS, null);
  }

  private Reply ask(Turn turn, String channel, Purpose purpose, @Nullable Long topic) {
    long id =
        turn.tx()
            .sql(ChannelSql.class)
            .ask(
                turn.person().id(),
                Shorten.to(channel, 100),
                purpose,
                topic,
                turn.place().channel(),
                turn.place().answerAt(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    outbox.want(turn.tx(), Lane.INTERACTIVE, CHANNEL, id);
    return new Reply.Say(Words.text("channel.one_moment"));
  }

  Optional<Request> find(Tx tx, long id) {
    return tx.sql(ChannelSql.class)
        .find(id)
        .map(
            row ->
                new Request(
                    row.id(),
                    people.identity(tx, row.identity()),
                    row.channel(),
                    row.purpose(),
                    row.topic(),
                    new Place(row.askedIn(), null, row.answerAt(), null)));
  }

  /**
   * Carries out a wish, once.
   *
   * @param facts what the platform says of the channel; none where Herald cannot see it
   * @return what to tell whoever asked
   */
  Reply conclude(Tx tx, Request request, Optional<Courier.ChannelFacts> facts) {
    if (tx.sql(ChannelSql.class).done(request.id()) == 0) {
      return new Reply.Done();
    }
    boolean admin = roles.holds(tx, request.person().member(), Role.ADMIN);
    boolean lead = roles.holds(tx, request.person().member(), Role.LEAD);
    if (!admin && !(lead && request.topic() != null)) {
      return say("refusal.only", Words.say(request.topic() == null ? "only.admin" : "only.lead"));
    }
    if (facts.isEmpty()) {
      return say("channel.unseen" + on(request));
    }
    Courier.ChannelFacts channel = facts.get();
    if (channel.name().isBlank()) {
      return say("channel.direct");
    }
    Text name = Text.strong("#" + channel.name());
    if (channel.archived()) {
      return say("channel.archived", name);
    }
    if (channel.shared()) {
      return say("channel.shared", name);
    }
    if (!channel.joined()) {
      return say("channel.not_joined" + on(request), name);
    }
    remember(tx, request.person().workspace(), channel);
    if (request.purpose() == Purpose.CHECKPOINTS) {
      return useForCheckpoints(tx, request, channel, name);
    }
    return request.topic() == null
        ? useForApprovals(tx, request, channel, name)
        : point(tx, request, request.topic(), channel, name);
  }

  private Reply useForApprovals(Tx tx, Request request, Courier.ChannelFacts channel, Text name) {
    long workspace = request.person().workspace();
    if (organisation.approversChannel(tx, workspace).filter(channel.id()::equals).isPresent()) {
      return say("channel.approvals_already", name);
    }
    organisation.approversChannel(tx, request.person().member(), workspace, channel.id());
    List<Review> open = watch.open(tx);
    approvals.cardsFor(tx, workspace, open);
    Text said = Words.text("channel.approvals", name);
    if (!open.isEmpty()) {
      said = said.then(" ").then(Words.count("channel.waiting", open.size()));
    }
    if (roles.holders(tx, Role.APPROVER).isEmpty()) {
      String grant = Commands.typed(request.person().platform(), "role grant approver @person");
      said = said.then(" ").then(Words.text("channel.no_approver", grant));
    }
    return new Reply.Say(said);
  }

  private Reply useForCheckpoints(Tx tx, Request request, Courier.ChannelFacts channel, Text name) {
    long workspace = request.person().workspace();
    if (organisation.checkpointsChannel(tx, workspace).filter(channel.id()::equals).isPresent()) {
      return say("channel.checkpoints_already", name);
    }
    organisation.checkpointsChannel(tx, request.person().member(), workspace, channel.id());
    firstCheckpoint.post(tx, workspace, channel.id());
    return say("channel.checkpoints", name);
  }

  private Reply point(Tx tx, Request request, long id, Courier.ChannelFacts channel, Text name) {
    Optional<Topic> topic = topics.find(tx, id).filter(found -> !found.retired());
    if (topic.isEmpty()) {
      return say("channel.topic_retired");
    }
    boolean changed =
        topics.point(
            tx,
            request.person().member(),
            topic.get(),
            new Topic.Channel(request.person().workspace(), channel.id()));
    return say(
        changed ? "channel.pointed" : "channel.pointed_already",
        Text.strong(topic.get().name()),
        name);
  }

  private static void remember(Tx tx, long workspace, Courier.ChannelFacts channel) {
    var sql = tx.sql(ChannelSql.class);
    String name = Shorten.to(channel.name(), 200);
    if (sql.rename(workspace, channel.id(), name) == 0) {
      sql.name(workspace, channel.id(), name);
    }
  }

  /** How a channel was called when it was last looked up: "#hiring", or "#" and its id. */
  String name(Tx tx, Topic.Channel channel) {
    return "#"
        + tx.sql(ChannelSql.class)
            .nameOf(channel.workspace(), channel.channel())
            .orElse(channel.channel());
  }

  /** Whether somebody means a channel by its id or name, with or without the sign before it. */
  boolean means(Tx tx, String typed, Topic.Channel channel) {
    return typed.equals(channel.channel())
        || ("#" + typed.toLowerCase(Locale.ROOT)).equals(name(tx, channel));
  }

  /** How Herald comes into a channel differs. */
  private static String on(Request request) {
    return "." + request.person().platform().name().toLowerCase(Locale.ROOT);
  }

  private static Reply say(String key, Object... args) {
    return new Reply.Say(Words.text(key, args));
  }
}
