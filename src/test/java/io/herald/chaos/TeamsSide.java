package io.herald.chaos;

import io.herald.members.Platform;
import io.herald.sandbox.Fault;
import io.herald.sandbox.teams.TeamsCall;
import io.herald.sandbox.teams.TeamsDouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Teams, where a message carries no number. But nobody of the crowd gets anything there except the
 * post, so that their chats tell them apart.
 */
final class TeamsSide implements Side {
  private static final String SEND = "sendToConversation";
  private static final String CREATE = "createConversation";

  private final TeamsDouble teams;
  private final String approvals;

  TeamsSide(TeamsDouble teams) {
    this.teams = teams;
    this.approvals = teams.channel("approvals").id();
  }

  @Override
  public Platform platform() {
    return Platform.TEAMS;
  }

  @Override
  public void hurt(ChaosPlan plan) {
    teams.limits().permit(SEND, ChaosPlan.TEAMS_PER_MINUTE);
    teams.limits().permit(CREATE, ChaosPlan.TEAMS_PER_MINUTE);
    teams.limits().underWay(plan.underWay());
    var muddled = new Fault(Fault.End.ERROR, true, Duration.ZERO, 502, "BadGateway", null);
    // Another sky than Slack's, with as many storms for fewer people.
    long seed = ~plan.seed();
    int fair = plan.fair() / 3;
    teams
        .faults()
        .weather(new Storms(seed, fair, plan.storm(), Set.of(SEND, CREATE), approvals, muddled));
  }

  @Override
  public long calls() {
    return teams.ledger().attempts(SEND) + teams.ledger().attempts(CREATE);
  }

  @Override
  public long refused() {
    return teams.limits().refused();
  }

  @Override
  public long early() {
    return teams.limits().early();
  }

  @Override
  public int taken() {
    return messages().size();
  }

  /** Those that began a thread among them, but not the chats that were opened. */
  private List<TeamsCall> messages() {
    return teams.ledger().calls().stream()
        .filter(call -> Set.of(SEND, CREATE).contains(call.operation()) && !call.id().isEmpty())
        .toList();
  }

  @Override
  public boolean reviews(String headline) {
    return teams.messagesIn(approvals).stream().anyMatch(m -> m.shown().contains(headline));
  }

  @Override
  public int takenBefore(String headline) {
    return (int) messages().stream().takeWhile(call -> !isReview(call, headline)).count();
  }

  private boolean isReview(TeamsCall call, String headline) {
    return call.place().equals(approvals) && call.card().toString().contains(headline);
  }

  @Override
  public String mark(PostCard card) {
    return teams.chat(card.recipient());
  }

  @Override
  public Map<String, Long> arrived() {
    return messages().stream()
        .collect(Collectors.groupingBy(TeamsCall::place, Collectors.counting()));
  }

  @Override
  public Set<String> unanswered() {
    return teams.ledger().unanswered(SEND);
  }
}
