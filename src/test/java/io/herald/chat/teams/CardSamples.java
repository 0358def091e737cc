package io.herald.chat.teams;

import io.herald.chat.Card;
import io.herald.chat.Choice;
import io.herald.chat.Field;
import io.herald.chat.Form;
import io.herald.chat.Intent;
import io.herald.chat.Part;
import io.herald.words.Text;
import java.time.Instant;
import java.util.List;

/** Cards and forms as people get to see them. */
final class CardSamples {
  static final Instant AT = Instant.parse("2026-11-22T09:30:00Z");

  private CardSamples() {}

  static Card review() {
    return new Card(
        "Ann Author asks for a review of “Q3 results”. Approve, request changes or reject.",
        List.of(
            new Part.Heading("Q3 results"),
            new Part.Lead(Text.strong("Ann Author").then(" asks for a review in Finance.")),
            new Part.Body("Profit & loss: up <10%>!\n\nRead *all* of it :tada: 🎉\n- and tell"),
            new Part.Copy("On X, 212 of 280 with the link", "Up 10%: read it."),
            new Part.Picture("https://pictures.example.com/q3.png", "A rising line"),
            new Part.Facts(
                List.of(
                    new Part.Fact("Goes to", Text.of("1,204 people")),
                    new Part.Fact("Share from", Text.moment(AT)),
                    new Part.Fact(
                        "Link", Text.link("example.com/q3", "https://example.com/q3?a=1&b=2")),
                    new Part.Fact("X", Text.of("212 of 280")))),
            new Part.Findings(List.of(Text.of("Names a customer."), Text.of("Has no disclosure."))),
            new Part.Choices(
                List.of(
                    Choice.main("Approve", new Intent.Approve(7, 0)).spoken("Approve “Q3 results”"),
                    Choice.of("Request changes", new Intent.AskForChanges(7, 0)),
                    Choice.danger("Reject", new Intent.AskToReject(7, 0)),
                    Choice.of("Hold for a campaign", new Intent.Hold(3)),
                    Choice.of("Read all", new Intent.ReadAll(3, 1)))),
            new Part.Footnote(Text.of("Revision 1, sent ").then(Text.moment(AT)))));
  }

  static Card post() {
    return new Card(
        "We are hiring. Five new jobs in Berlin. https://example.com/jobs",
        List.of(
            new Part.Heading("We are hiring"),
            new Part.Footnote(Text.of("because you follow Hiring")),
            new Part.Picture("https://pictures.example.com/team.png", "Three people laugh"),
            new Part.Body("Five new jobs in Berlin.\nCome and see!"),
            new Part.Choices(
                List.of(
                    Choice.link("Share on LinkedIn", "https://h.example/s/a", "linkedin")
                        .spoken("Share on LinkedIn: We are hiring"),
                    Choice.link("Share on X", "https://h.example/s/b", "x"),
                    Choice.link("Share on Facebook", "https://h.example/s/c", "facebook"),
                    Choice.of("More…", new Intent.More(4)),
                    Choice.of("Edit the words", new Intent.OpenWords(4)),
                    Choice.of("Not for me", new Intent.NotForMe(4)))),
            new Part.Footnote(
                Text.of("The post: ").then(Text.link("example.com", "https://example.com/jobs")))));
  }

  static Card feed() {
    return new Card(
        "What you can share now",
        List.of(
            new Part.Heading("What you can share"),
            new Part.Entry(
                Text.strong("We are hiring").then("\nuntil ").then(Text.moment(AT)),
                new Part.Picture("https://pictures.example.com/a.png", "Three people laugh"),
                List.of(
                    Choice.link("Share on LinkedIn", "https://h.example/s/abc", "linkedin"),
                    Choice.of("More…", new Intent.More(4)),
                    Choice.danger("Withdraw", new Intent.AskToWithdraw(4)))),
            new Part.Entry(
                Text.of("Open day"), null, List.of(Choice.of("Share", new Intent.More(5)))),
            new Part.Divider(),
            new Part.Copy("Words to copy", "Come & see us\nat the open day"),
            new Part.Choices(List.of(Choice.of("Older", new Intent.ShowFeed(10)))),
            new Part.Footnote(Text.of("Only you see this."))));
  }

  /** Every kind of field, as the draft form and others have them. */
  static Form draft() {
    return new Form(
        "New draft",
        "Submit",
        new Intent.SubmitDraft(0, 0, 0, 1, 0, 0),
        List.of(
            new Field.Note(Text.of("Your text has 4,000 characters.")),
            new Field.Typed(
                "link", "Link", "Beginning with https://", "https://a.example", true, false, 2_000),
            new Field.Typed("headline", "Headline", null, "", true, false, 150),
            new Field.Typed("text", "Post text", "What people will say.", "", true, true, 3_000),
            new Field.Press(
                List.of(
                    Choice.of("Add a wording for LinkedIn", new Intent.AddWording("linkedin")))),
            new Field.Picked(
                "topics",
                "Topics",
                "Without a topic it goes to those who follow General.",
                List.of(new Field.Option("1", "General"), new Field.Option("2", "Hiring")),
                List.of("2"),
                false,
                true),
            new Field.Picked(
                "freedom",
                "May people edit the words?",
                null,
                List.of(
                    new Field.Option("EDIT_FREELY", "Edit freely"),
                    new Field.Option("AS_APPROVED", "As approved")),
                List.of("EDIT_FREELY"),
                true,
                false),
            new Field.At("from", "Share from", "Empty means as soon as it is approved.", null),
            new Field.At("until", "Share until", null, AT)));
  }

  static Form reason() {
    return new Form(
        "Reject",
        "Send",
        new Intent.Reject(7, 0),
        List.of(new Field.Typed("reason", "Reason", null, "", true, true, 2_000)));
  }

  static Form more() {
    return new Form(
        "More",
        null,
        new Intent.More(4),
        List.of(
            new Field.Press(
                List.of(
                    Choice.link("Bluesky", "https://h.example/s/d", "bluesky"),
                    Choice.link("Threads", "https://h.example/s/e", "threads"),
                    Choice.link("Telegram", "https://h.example/s/f", "telegram"),
                    Choice.link("WhatsApp", "https://h.example/s/g", "whatsapp"),
                    Choice.link("Mastodon", "https://h.example/s/h", "mastodon"),
                    Choice.link("Instagram", "https://h.example/s/i", "instagram"),
                    Choice.link("E-mail", "https://h.example/s/j", "email"))),
            new Field.Copy("Words to copy", "Five new jobs in Berlin.\nCome and see!")));
  }
}
