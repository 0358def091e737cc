package io.herald.chat;

import io.herald.checks.Packs;
import io.herald.members.Platform;
import io.herald.words.Text;
import io.herald.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Which packs of rules there are, for an admin, with a switch for each. */
final class PacksCard {
  private PacksCard() {}

  static Card draw(List<Packs.Standing> packs, int skip, Platform platform) {
    Page<Packs.Standing> page =
        Page.of(skip, Page.TEN, (from, most) -> packs.stream().skip(from).limit(most).toList());
    long inForce = packs.stream().filter(Packs.Standing::inForce).count();
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("packs")));
    String lead = Words.say("packs.in_force", inForce, packs.size());
    parts.add(new Part.Lead(Text.of(lead)));
    page.items().forEach(standing -> parts.add(entry(standing)));
    List<Choice> turning = page.turningFromOldest(Intent.ShowPacks::new);
    if (!turning.isEmpty()) {
      parts.add(new Part.Choices(turning));
    }
    parts.add(
        new Part.Footnote(
            Words.text("packs.footnote", Commands.typed(platform, "policy strictness"))));
    return new Card(lead, parts);
  }

  private static Part entry(Packs.Standing standing) {
    var pack = standing.pack();
    Text text =
        Words.text(
            standing.own() ? "packs.entry.own" : "packs.entry",
            Text.strong(pack.name()),
            Words.count("rules", pack.size()),
            pack.version(),
            Words.say(standing.inForce() ? "packs.on" : "packs.off"),
            pack.about());
    Choice turn =
        standing.inForce()
            ? Choice.of(Words.say("packs.switch_off"), new Intent.SwitchPack(pack.id(), 0))
            : Choice.of(Words.say("packs.switch_on"), new Intent.SwitchPack(pack.id(), 1));
    return new Part.Entry(text, null, List.of(turn.spoken(turn.label() + " " + pack.name())));
  }
}
