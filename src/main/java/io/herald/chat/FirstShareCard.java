package io.herald.chat;

import io.herald.share.ShareText;
import io.herald.words.Text;
import io.herald.words.Words;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What sharing is, for who never did it, and for who only tries it. */
final class FirstShareCard {
  private static final int SHOWN = 1_500;

  private FirstShareCard() {}

  /**
   * The steps of a first share.
   *
   * @param shown what would be posted on the networks of the card
   * @param buttons the member's own share buttons
   */
  static Card draw(String headline, List<ShareText> shown, List<Choice> buttons) {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("first.title")));
    parts.add(new Part.Lead(Words.text("first.about", Text.strong(headline))));
    steps(shown, parts);
    parts.add(posted(shown.get(0)));
    var choices = new ArrayList<>(buttons);
    choices.add(Choice.of(Words.say("practice.first"), new Intent.Practise()));
    parts.add(new Part.Choices(choices));
    parts.add(new Part.Footnote(Words.text("first.counted")));
    return new Card(Words.say("first.summary", headline), parts);
  }

  /** A pretend post, to be shared nowhere. */
  static Card practice(List<ShareText> shown) {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading(Words.say("practice.headline")));
    parts.add(new Part.Footnote(Words.text("practice.note")));
    parts.add(new Part.Body(Words.say("practice.words")));
    steps(shown, parts);
    parts.add(
        new Part.Choices(
            shown.stream()
                .map(
                    text ->
                        Choice.of(
                            Words.say("practice.share", text.network().label()),
                            new Intent.PractiseShare(text.network().slug())))
                .toList()));
    return new Card(Words.say("practice.summary"), parts);
  }

  /** What a network would have opened with. */
  static Card practised(ShareText text) {
    Text opened = Words.text("practice.opened", Text.strong(text.network().label()));
    return new Card(
        opened.plain(ZoneOffset.UTC),
        List.of(
            new Part.Heading(Words.say("practice.title")),
            new Part.Lead(opened),
            posted(text),
            new Part.Lead(Words.text("practice.done", text.network().label())),
            new Part.Choices(
                List.of(
                    Choice.main(Words.say("practice.real"), new Intent.ShowFeed(0)),
                    Choice.of(Words.say("practice.again"), new Intent.Practise())))));
  }

  private static void steps(List<ShareText> shown, List<Part> parts) {
    var steps = new ArrayList<Part.Fact>();
    steps.add(step("first.step.open", Words.text("first.open", shown.get(0).network().label())));
    steps.add(step("first.step.public", Words.text("first.public")));
    DisclosureLines.of(shown)
        .ifPresent(
            said -> steps.add(step("first.step.disclosure", Words.text("first.disclosure", said))));
    steps.add(step("first.step.yours", Words.text("first.yours")));
    parts.add(new Part.Facts(steps));
  }

  private static Part.Fact step(String label, Text text) {
    return new Part.Fact(Words.say(label), text);
  }

  /** The link is only made when somebody shares, so there is a word in its place. */
  private static Part posted(ShareText text) {
    String words = Shorten.with(text.message().text(), SHOWN);
    return new Part.Copy(
        Words.say("first.posted", text.network().label()),
        (words + "\n\n" + Words.say("first.link")).strip());
  }
}
