package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.sandbox.Actor;
import io.herald.sandbox.Message;
import io.herald.sandbox.Modal;
import io.herald.sandbox.SlackDouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody in Slack. */
final class SlackColleague implements Colleague {
  private final SlackDouble slack;
  private final Actor actor;
  private int heardBefore;

  SlackColleague(SlackDouble slack, Actor actor) {
    this.slack = slack;
    this.actor = actor;
  }

  private record Lying(Message message) implements Seen {
    @Override
    public String at() {
      return message.channel() + "/" + message.ts();
    }

    @Override
    public String shown() {
      return message.shown();
    }

    @Override
    public List<String> buttons() {
      return message.buttons();
    }

    @Override
    public Optional<String> link(String button) {
      return message.link(button);
    }
  }

  private record InModal(Modal modal) implements Asked {
    @Override
    public String text(String label) {
      return modal.text(label);
    }

    @Override
    public Asked fill(String label, String... chosen) {
      modal.fill(label, chosen);
      return this;
    }

    @Override
    public Map<String, String> send(String button) {
      assertThat(modal.view().json().at("/submit/text").asText()).isEqualTo(button);
      return modal.submit().errors();
    }
  }

  private List<Message> toldAlone() {
    return slack.ephemerals(actor.person().id());
  }

  @Override
  public void types(String command) {
    heardBefore = toldAlone().size();
    actor.command("/herald " + command);
  }

  @Override
  public Seen isTold(String... words) {
    return newest("an answer", () -> toldAlone().stream().skip(heardBefore).toList(), words);
  }

  @Override
  public Seen hears(String... words) {
    return newest("a message", () -> slack.dm(actor.person().id()), words);
  }

  @Override
  public boolean hasHeard(String words) {
    return slack.dm(actor.person().id()).stream().anyMatch(m -> m.shown().contains(words));
  }

  @Override
  public Seen reviews(String... words) {
    return newest("a review card", () -> slack.messagesIn("approvals"), words);
  }

  private Seen newest(
      String what, java.util.function.Supplier<List<Message>> among, String... words) {
    return slack.await(
        what + " with " + List.of(words) + " before " + actor.person().name(),
        () ->
            among.get().stream()
                .map(Lying::new)
                .map(Seen.class::cast)
                .filter(each -> each.has(words))
                .reduce((before, after) -> after));
  }

  @Override
  public void press(String button, Seen on) {
    heardBefore = toldAlone().size();
    actor.press(button, ((Lying) on).message());
  }

  @Override
  public Asked isAsked(String title) {
    return new InModal(actor.modal(title));
  }

  @Override
  public void findsAtHome(String words) {
    actor.home().shows(words);
  }
}
