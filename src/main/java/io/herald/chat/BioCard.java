package io.herald.chat;

import io.herald.network.Length;
import io.herald.policy.Bio;
import io.herald.policy.OwnAccount;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The bio lines of a member, to copy, and where they said they put them. */
final class BioCard {
  private BioCard() {}

  /**
   * @param asks what follows for how often posts come, where something does
   */
  static Card draw(Bio bio, List<OwnAccount> accounts, Optional<Text> asks) {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("bio.title")));
    for (OwnAccount account : accounts) {
      String label = account.network().label();
      String line = bio.line(account.network(), account.kind());
      Length length = account.network().bioLength(line);
      parts.add(
          new Part.Copy(
              Words.say(
                  length.fits() ? "bio.line" : "bio.line.too_long",
                  label,
                  Words.say("bio.of." + account.kind().name().toLowerCase(Locale.ROOT)),
                  length.count(),
                  length.limit()),
              line));
      parts.add(
          new Part.Entry(
              stated(account, line),
              null,
              List.of(
                  Choice.of(Words.say("bio.placed"), new Intent.BioPlaced(account.network().slug()))
                      .spoken(Words.say("list.spoken", Words.say("bio.placed"), label)))));
    }
    parts.add(new Part.Choices(List.of(Choice.of(Words.say("bio.edit"), new Intent.EditBio()))));
    asks.ifPresent(line -> parts.add(new Part.Footnote(line)));
    parts.add(new Part.Footnote(Words.text("bio.footnote")));
    return new Card(
        Words.say(
            "bio.summary",
            accounts.stream().map(a -> a.network().label()).collect(Collectors.joining(", "))),
        parts);
  }

  private static Text stated(OwnAccount account, String line) {
    if (account.placedAt() == null) {
      return Words.text("bio.state.none");
    }
    return Words.text(
        line.equals(account.bio()) ? "bio.state.placed" : "bio.state.other", account.placedAt());
  }
}
