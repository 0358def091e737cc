package io.herald.chat;

import io.herald.members.Person;
import io.herald.members.Role;
import io.herald.words.Nearest;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Helps whoever typed something that is no command. */
final class Typos {
  /** A button carries no more. */
  private static final int MOST = 2_000;

  private final Commands commands;

  Typos(Commands commands) {
    this.commands = commands;
  }

  /** Says what was probably meant, with a button that does it, and where help is. */
  Card help(Person person, Set<Role> roles, String typed) {
    Text line = Words.text("typo.unknown", Shorten.with(Commands.first(typed), 60));
    var parts = new ArrayList<Part>();
    Optional<String> meant = meant(roles, typed);
    if (meant.isPresent()) {
      line = line.then(" ").then(Words.text("typo.did_you_mean", meant.get()));
    }
    Text help = Words.text("typo.help", Commands.typed(person.platform(), "help"));
    line = line.then(" ").then(help);
    parts.add(new Part.Lead(line));
    meant
        .map(word -> commands.read(corrected(typed, word)))
        .filter(intent -> IntentCodec.write(intent).length() <= MOST)
        .ifPresent(intent -> parts.add(new Part.Choices(List.of(Choice.of(meant.get(), intent)))));
    return new Card(line.plain(ZoneOffset.UTC), parts);
  }

  private static Optional<String> meant(Set<Role> roles, String typed) {
    List<String> known = Commands.WORDS.stream().filter(word -> worksFor(roles, word)).toList();
    String first = Commands.first(typed).toLowerCase(Locale.ROOT);
    return first.equals("use") && known.contains(Commands.APPROVALS)
        ? Optional.of(Commands.APPROVALS)
        : Nearest.to(Commands.folded(typed), known).or(() -> Nearest.to(first, known));
  }

  private static boolean worksFor(Set<Role> roles, String word) {
    return switch (word) {
      case "topic", "campaign" -> roles.contains(Role.LEAD) || roles.contains(Role.ADMIN);
      case "role", Commands.APPROVALS -> roles.contains(Role.ADMIN);
      default -> true;
    };
  }

  /** What was typed, with the word that was meant; what came after it stays. */
  private static String corrected(String typed, String meant) {
    return meant.equals(Commands.APPROVALS)
        ? meant
        : meant + typed.substring(Commands.first(typed).length());
  }
}
