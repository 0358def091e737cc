package io.herald.journey;

import io.herald.sandbox.teams.TeamsActor;
import io.herald.sandbox.teams.TeamsDouble;
import io.herald.sandbox.teams.TeamsForm;
import io.herald.sandbox.teams.TeamsMessage;
import io.herald.sandbox.teams.TeamsOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody in Teams. */
final class TeamsColleague implements Colleague {
  private final TeamsDouble teams;
  private final TeamsActor actor;
  private int heardBefore;
  private @Nullable TeamsForm pressed;
  private String said = "";

  TeamsColleague(TeamsDouble teams, TeamsActor actor) {
    this.teams = teams;
    this.actor = actor;
  }

  private record Lying(TeamsMessage message) implements Seen {
    @Override
    public String at() {
      return message.place() + "/" + message.id();
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

  /** A line over a card, which is gone when it was read. */
  private record Line(String shown) implements Seen {
    @Override
    public String at() {
      return "";
    }

    @Override
    public List<String> buttons() {
      return List.of();
    }

    @Override
    public Optional<String> link(String button) {
      return Optional.empty();
    }
  }

  private record OnCard(TeamsForm form) implements Asked {
    @Override
    public String text(String label) {
      return form.text(label);
    }

    @Override
    public Asked fill(String label, String... chosen) {
      form.fill(label, chosen);
      return this;
    }

    @Override
    public Map<String, String> send(String button) {
      TeamsOutcome outcome = form.press(button);
      return outcome.errors();
    }
  }

  @Override
  public void types(String command) {
    heardBefore = fromHerald().size();
    pressed = null;
    said = "";
    actor.type(command);
  }

  @Override
  public Seen isTold(String... words) {
    Seen line = new Line(said);
    return line.has(words)
        ? line
        : newest("an answer", () -> fromHerald().stream().skip(heardBefore).toList(), words);
  }

  /** All but what they wrote themselves. */
  private List<TeamsMessage> fromHerald() {
    return actor.chatWithBot().stream()
        .filter(each -> !each.from().equals(actor.person().id()))
        .toList();
  }

  @Override
  public Seen hears(String... words) {
    return newest("a message", this::fromHerald, words);
  }

  @Override
  public boolean hasHeard(String words) {
    return fromHerald().stream().anyMatch(each -> each.shown().contains(words));
  }

  @Override
  public Seen reviews(String... words) {
    return newest("a review card", () -> actor.channel("approvals"), words);
  }

  private Seen newest(String what, Supplier<List<TeamsMessage>> among, String... words) {
    return teams.await(
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
    heardBefore = fromHerald().size();
    pressed = actor.form(((Lying) on).message());
    said = pressed.press(button).says();
  }

  @Override
  public Asked isAsked(String title) {
    if (pressed != null && pressed.shown().contains(title)) {
      return new OnCard(pressed);
    }
    return new OnCard(actor.form(((Lying) isTold(title)).message()));
  }

  @Override
  public void findsAtHome(String words) {
    actor.type("home");
    hears("Your numbers", words);
  }
}
