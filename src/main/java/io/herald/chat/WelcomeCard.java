package io.herald.chat;

import io.herald.members.Person;
import io.herald.words.Words;
import java.util.List;

/** The one welcome: who Herald is, what joining means, what is promised. */
final class WelcomeCard {
  private WelcomeCard() {}

  static Card draw(Person person) {
    String help = Commands.typed(person.platform(), "help");
    if (person.joined()) {
      return new Card(
          Words.say("welcome.joined.summary", help),
          List.of(
              new Part.Heading(Words.say("welcome")),
              new Part.Lead(Words.text("welcome.joined")),
              new Part.Footnote(Words.text("welcome.footnote", help))));
    }
    return new Card(
        Words.say("welcome.summary", Commands.typed(person.platform(), "join")),
        List.of(
            new Part.Heading(Words.say("welcome")),
            new Part.Lead(Words.text("welcome.who")),
            new Part.Lead(Words.text("welcome.joining")),
            new Part.Lead(Words.text("welcome.promise")),
            new Part.Choices(List.of(Choice.main(Words.say("join"), new Intent.Join()))),
            new Part.Footnote(Words.text("welcome.footnote", help))));
  }
}
