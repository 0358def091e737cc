package io.herald.chat;

import io.herald.chat.TopicWords.Add;
import io.herald.chat.TopicWords.Point;
import io.herald.chat.TopicWords.Rename;
import io.herald.chat.TopicWords.Retire;
import io.herald.chat.TopicWords.Show;
import io.herald.chat.TopicWords.Stage;
import io.herald.chat.TopicWords.Stages;
import io.herald.chat.TopicWords.Unclear;
import io.herald.chat.TopicWords.Unpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the words after {@code topic}. Names may stand in quotation marks. */
final class TopicReader {
  /** All commands; each has its use in the bundle. */
  static final List<String> COMMANDS =
      List.of("add", "rename", "retire", "point", "unpoint", "stages");

  private static final String QUOTES = "\"“”„«»";
  private static final Pattern AT = Pattern.compile("(?is)(.+?)\\s+(?:(?:at|to|in)\\s+)?#(\\S+)");
  private static final Pattern FROM =
      Pattern.compile("(?is)(.+?)\\s+(?:(?:from|at|in)\\s+)?#(\\S+)");
  private static final Pattern TO = Pattern.compile("(?i)\\s+to\\s+");
  private static final Pattern NONE = Pattern.compile("(?is)(.+?)\\s*:?\\s+none");

  private TopicReader() {}

  /**
   * Reads the words.
   *
   * @param known whether there is a topic of a name: it tells where the name ends in {@code rename
   *     Road to ruin to Roads}
   */
  static TopicWords read(String words, Predicate<String> known) {
    String typed = words.strip();
    if (typed.isEmpty()) {
      return new Show(0);
    }
    String command = Commands.first(typed).toLowerCase(Locale.ROOT);
    String rest = typed.substring(command.length()).strip();
    return switch (command) {
      case "list" -> new Show(rest.matches("\\d{1,4}") ? Integer.parseInt(rest) : 0);
      case "add" -> rest.isEmpty() ? new Unclear(command) : new Add(bare(rest));
      case "retire" -> rest.isEmpty() ? new Unclear(command) : new Retire(bare(rest));
      case "rename" -> rename(rest, known);
      case "point" -> {
        Matcher at = AT.matcher(rest);
        yield at.matches() ? new Point(bare(at.group(1)), at.group(2)) : new Unclear(command);
      }
      case "unpoint" -> {
        Matcher from = FROM.matcher(rest);
        yield from.matches()
            ? new Unpoint(bare(from.group(1)), from.group(2))
            : new Unclear(command);
      }
      case "stages" -> stages(rest);
      default -> new Unclear("");
    };
  }

  private static TopicWords rename(String rest, Predicate<String> known) {
    Matcher to = TO.matcher(rest);
    TopicWords first = new Unclear("rename");
    while (to.find()) {
      String name = bare(rest.substring(0, to.start()));
      String other = bare(rest.substring(to.end()));
      if (balanced(rest.substring(0, to.start())) && !name.isEmpty() && !other.isEmpty()) {
        var split = new Rename(name, other);
        if (known.test(name)) {
          return split;
        }
        first = first instanceof Unclear ? split : first;
      }
    }
    return first;
  }

  private static TopicWords stages(String rest) {
    Matcher none = NONE.matcher(rest);
    if (none.matches() && balanced(none.group(1))) {
      return new Stages(bare(none.group(1)), List.of());
    }
    int colon = rest.indexOf(':');
    while (colon >= 0 && !balanced(rest.substring(0, colon))) {
      colon = rest.indexOf(':', colon + 1);
    }
    if (colon <= 0) {
      return new Unclear("stages");
    }
    var stages = new ArrayList<Stage>();
    for (String part : rest.substring(colon + 1).split(",", -1)) {
      int at = part.indexOf('@');
      String name = bare(at < 0 ? part : part.substring(0, at));
      List<String> deciders =
          at < 0 ? List.of() : Arrays.asList(part.substring(at).strip().split("\\s+"));
      if (name.isEmpty() || deciders.stream().anyMatch(word -> !word.startsWith("@"))) {
        return new Unclear("stages");
      }
      stages.add(new Stage(name, deciders));
    }
    return new Stages(bare(rest.substring(0, colon)), stages);
  }

  /** Whether no quotation is left open at the end of some words. */
  private static boolean balanced(String words) {
    return words.chars().filter(c -> QUOTES.indexOf(c) >= 0).count() % 2 == 0;
  }

  /** A name without the quotation marks around it. */
  private static String bare(String name) {
    String clean = name.strip();
    boolean quoted =
        clean.length() >= 2
            && QUOTES.indexOf(clean.charAt(0)) >= 0
            && QUOTES.indexOf(clean.charAt(clean.length() - 1)) >= 0;
    return quoted ? clean.substring(1, clean.length() - 1).strip() : clean;
  }
}
