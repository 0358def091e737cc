package io.herald.chat;

import io.herald.members.Platform;
import io.herald.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads what was typed after the slash word. Case and extra spaces mean nothing; what follows
 * {@code draft}, {@code check}, {@code topic} and {@code role} is kept as it was typed.
 */
final class Commands {
  /** The one command that is a sentence. */
  static final String APPROVALS = "use this channel for approvals";

  /** Every word that a command begins with, as typos are compared with them. */
  static final List<String> WORDS =
      List.of(
          "help",
          "home",
          "join",
          "leave",
          "draft",
          "check",
          "feed",
          "mine",
          "stats",
          "settings",
          "pause",
          "resume",
          "asks",
          "policy",
          "bio",
          "practice",
          "link",
          "unlink",
          "topic",
          "campaign",
          "role",
          "privacy",
          "records",
          APPROVALS);

  private static final Map<String, Intent> ALONE =
      Map.of(
          "help", new Intent.ShowHelp(),
          "join", new Intent.Join(),
          "leave", new Intent.Leave(),
          "feed", new Intent.ShowFeed(0),
          "mine", new Intent.ShowMine(0),
          "stats", new Intent.ShowStats(0),
          "settings", new Intent.OpenSettings(),
          "pause", new Intent.Pause(),
          "resume", new Intent.Resume());

  private static final Pattern WEB = Pattern.compile("(?i)(https?://|www\\.)\\S+");

  /** What the words mean; never fails, for an unknown word is a typo to be helped with. */
  Intent read(String typed) {
    String words = typed.strip();
    if (words.isEmpty()) {
      return new Intent.OpenMenu();
    }
    String first = first(words);
    String rest = words.substring(first.length()).strip();
    String word = first.toLowerCase(Locale.ROOT);
    Intent alone = ALONE.get(word);
    if (alone != null) {
      return alone;
    }
    return switch (word) {
      case "draft" -> draft(rest);
      case "check" -> new Intent.CheckText(rest);
      case "asks" -> new Intent.SetAsks(folded(rest));
      case "home" -> rest.isEmpty() ? new Intent.ShowHome() : new Intent.Typo(words);
      case "link" -> new Intent.Link(rest);
      case "unlink" -> new Intent.Unlink(rest);
      case "topic", "topics" -> new Intent.ArrangeTopic(rest);
      case "campaign", "campaigns" ->
          folded(rest).equals("new") ? new Intent.NewCampaign() : new Intent.ListCampaigns(0);
      case "practice", "practise" -> new Intent.Practise();
      case "bio" -> new Intent.OpenBio();
      case "policy", "policies" -> PolicyWords.read(rest);
      case "privacy" -> new Intent.ShowPrivacy();
      case "records", "record" ->
          RetentionClerk.means(rest) ? new Intent.KeepRecords(rest) : new Intent.Records(rest);
      case "role", "roles" -> new Intent.ArrangeRole(rest);
      default ->
          folded(words).equals(APPROVALS)
              ? new Intent.UseChannelForApprovals()
              : new Intent.Typo(words);
    };
  }

  /** How a command is typed on a platform: Slack's begin with a slash word. */
  static String typed(Platform platform, String words) {
    return platform == Platform.SLACK ? "/herald " + words : words;
  }

  /** A text in which commands can be typed, with each as it is typed there. */
  static Text typed(Platform platform, Text text) {
    var spans = new ArrayList<Text.Span>();
    for (Text.Span span : text.spans()) {
      boolean command = span instanceof Text.Typed typed && isCommand(typed.words());
      spans.add(command ? new Text.Typed(typed(platform, ((Text.Typed) span).words())) : span);
    }
    return new Text(spans);
  }

  private static boolean isCommand(String words) {
    return words.equals(APPROVALS) || WORDS.contains(first(words));
  }

  /** The first word of some words. */
  static String first(String words) {
    return words.split("\\s", 2)[0];
  }

  /** Words as they are compared: in small letters, with single spaces. */
  static String folded(String words) {
    return words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static Intent draft(String rest) {
    if (rest.isEmpty()) {
      return new Intent.OpenDraft();
    }
    String link = first(rest);
    return WEB.matcher(link).matches()
        ? new Intent.DraftFrom(link, rest.substring(link.length()).strip())
        : new Intent.DraftFrom("", rest);
  }
}
