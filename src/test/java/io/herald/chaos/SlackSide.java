package io.herald.chaos;

import io.herald.members.Platform;
import io.herald.sandbox.Call;
import io.herald.sandbox.Fault;
import io.herald.sandbox.SlackDouble;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Slack, where each message carries the number of its card. */
final class SlackSide implements Side {
  private static final String SEND = "chat.postMessage";

  private final SlackDouble slack;
  private final String approvals;

  SlackSide(SlackDouble slack) {
    this.slack = slack;
    this.approvals = slack.channel("approvals").id();
  }

  @Override
  public Platform platform() {
    return Platform.SLACK;
  }

  @Override
  public void hurt(ChaosPlan plan) {
    slack.limits().permit(SEND, ChaosPlan.SLACK_PER_MINUTE);
    slack.limits().oncePerSecondAndChannel(SEND);
    slack.limits().underWay(plan.underWay());
    Fault muddled = Fault.errorThoughDone("internal_error");
    slack
        .faults()
        .weather(
            new Storms(plan.seed(), plan.fair(), plan.storm(), Set.of(SEND), approvals, muddled));
  }

  @Override
  public long calls() {
    return slack.ledger().attempts(SEND);
  }

  @Override
  public long refused() {
    return slack.limits().refused();
  }

  @Override
  public long early() {
    return slack.limits().early();
  }

  @Override
  public int taken() {
    return messages().size();
  }

  private List<Call> messages() {
    return slack.ledger().calls(SEND);
  }

  @Override
  public boolean reviews(String headline) {
    return slack.messagesIn(approvals).stream().anyMatch(m -> m.shown().contains(headline));
  }

  @Override
  public int takenBefore(String headline) {
    return (int) messages().stream().takeWhile(call -> !isReview(call, headline)).count();
  }

  private boolean isReview(Call call, String headline) {
    return call.arg("channel").equals(approvals) && call.args().toString().contains(headline);
  }

  @Override
  public String mark(PostCard card) {
    return Long.toString(card.id());
  }

  @Override
  public Map<String, Long> arrived() {
    return slack.ledger().deliveries();
  }

  @Override
  public Set<String> unanswered() {
    return slack.ledger().unanswered();
  }
}
