package io.herald.sandbox;

import java.util.List;
import java.util.function.Predicate;

/** The app's Home before one person. */
public final class HomeTab {
  private final SlackDouble slack;
  private final Person person;
  private final Deeds deeds;
  private final Values values;

  HomeTab(SlackDouble slack, Person person, Deeds deeds, Values values) {
    this.slack = slack;
    this.person = person;
    this.deeds = deeds;
    this.values = values;
  }

  /** The Home as it stands, waited for if there is none yet. */
  public View view() {
    return slack.awaitHome(person.id(), any -> true);
  }

  /** The Home, once it is as wanted. */
  public View await(Predicate<View> wanted) {
    return slack.awaitHome(person.id(), wanted);
  }

  /** The Home, once these words stand in it. */
  public View shows(String words) {
    return await(view -> view.shown().contains(words));
  }

  /** Presses the first button with this text. */
  public Outcome press(String button) {
    View view = view();
    return deeds.onView(person, view, Board.button(view.blocks(), button), Json.object());
  }

  /** Presses the first button with this text in or after the block where the words stand. */
  public Outcome pressAfter(String words, String button) {
    View view = shows(words);
    Elements.Found found = Board.buttonAfter(view.blocks(), words, button);
    return deeds.onView(person, view, found, Json.object());
  }

  /** Picks from the menu with this placeholder or beside this text. */
  public Outcome choose(String menu, String option) {
    View view = view();
    Elements.Found found = Board.menu(view.blocks(), menu, option);
    return deeds.onView(person, view, found, values.of(found, List.of(option), person));
  }
}
