package io.herald.share;

import io.herald.network.Composers;
import io.herald.network.Length;
import io.herald.network.Network;
import io.herald.network.Opening;
import io.herald.network.WebLink;
import io.herald.share.Pressed.Ready;
import io.herald.words.Words;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages between a share button and a network that cannot be opened with the words in it. */
final class SharePages {
  private static final String WORDS = "words";
  private final Composers composers;

  SharePages(Composers composers) {
    this.composers = composers;
  }

  /** The words to copy, and where to take them. */
  Page copy(Ready ready, String address) {
    Network network = ready.network();
    boolean linkOnly = composers.opening(network) == Opening.LINK_ONLY;
    String words = linkOnly ? ready.text().message().text() : ready.text().whole();
    String body =
        lead(ready, linkOnly)
            + about(ready)
            + open()
            + points(ready)
            + (words.isEmpty() ? "" : toCopy(WORDS, "page.words", words))
            + "<div class=\"step actions\">\n"
            + Html.link("button main", address, Words.say("page.open", network.label()))
            + "</div>\n";
    return Page.active(200, title(network), body, Optional.empty());
  }

  /** Caption and image for a network that nothing opens from the web. */
  Page kit(Ready ready, String address) {
    String label = ready.network().label();
    var content = ready.revision().content();
    Optional<String> image =
        Optional.ofNullable(content.image())
            .filter(link -> WebLink.flawIn(link).isEmpty())
            .map(link -> new WebLink(link).address());
    String body =
        Html.paragraph("lead", Words.say("page.kit.lead", label))
            + warning(ready)
            + about(ready)
            + open()
            + points(ready)
            + image
                .map(link -> picture(link, content.imageDescription()))
                .orElseGet(() -> Html.paragraph("hint", Words.say("page.kit.no_picture")))
            + toCopy(WORDS, "page.kit.caption", "page.kit.copy_caption", ready.text().whole())
            + "<div class=\"step actions\">\n<button type=\"button\" class=\"main\" hidden"
            + Html.attribute("data-share", WORDS)
            + ">"
            + Html.escape(Words.say("page.kit.share"))
            + "</button>\n"
            + Html.link("button", address, Words.say("page.open", label))
            + "</div>\n";
    return Page.active(200, title(ready.network()), body, image.flatMap(SharePages::origin));
  }

  /** A mail to whomever the member likes. */
  Page mail(Ready ready, String address, boolean whole) {
    String body =
        Html.paragraph("lead", Words.say(whole ? "page.mail.lead" : "page.mail.by_hand"))
            + about(ready)
            + points(ready)
            + "<div class=\"actions\">\n"
            + Html.link("button main", address, Words.say("page.mail.open"))
            + "</div>\n"
            + toCopy(WORDS, "page.words", ready.text().whole());
    return Page.active(200, Words.say("page.mail.title"), body, Optional.empty());
  }

  /**
   * Asks where the member has an account.
   *
   * @param typed what stands in the field
   * @param wrong whether that was sent and is no server
   */
  Page mastodon(Ready ready, String typed, boolean wrong) {
    String body =
        Html.paragraph("lead", Words.say("page.mastodon.lead"))
            + warning(ready)
            + about(ready)
            + open()
            + "<form method=\"post\">\n"
            + Html.label("server", Words.say("page.mastodon.server"))
            + "<input id=\"server\" name=\"server\" type=\"text\" inputmode=\"url\" required"
            + " maxlength=\"300\" autocapitalize=\"none\" autocomplete=\"off\" spellcheck=\"false\""
            + Html.attribute("value", typed)
            + Html.attribute("aria-describedby", wrong ? "wrong hint" : "hint")
            + (wrong ? " aria-invalid=\"true\">\n" : ">\n")
            + (wrong
                ? "<p id=\"wrong\" class=\"warn\">" + say("page.mastodon.wrong") + "</p>\n"
                : "")
            + "<p id=\"hint\" class=\"hint\">"
            + say("page.mastodon.hint")
            + "</p>\n<div class=\"actions\"><button type=\"submit\" class=\"main\">"
            + Html.escape(Words.say("page.open", ready.network().label()))
            + "</button></div>\n</form>\n"
            + points(ready)
            + "<div class=\"step\">"
            + toCopy(WORDS, "page.words", ready.text().whole())
            + "</div>\n";
    return Page.active(wrong ? 422 : 200, title(ready.network()), body, Optional.empty());
  }

  private static String title(Network network) {
    return Words.say("page.share.title", network.label());
  }

  private static String lead(Ready ready, boolean linkOnly) {
    String label = ready.network().label();
    if (linkOnly) {
      String key = ready.talkingPoints() ? "page.link_only.points" : "page.link_only.lead";
      return Html.paragraph("lead", Words.say(key, label)) + warning(ready);
    }
    return ready.text().fits()
        ? Html.paragraph("lead", Words.say("page.by_hand.lead", label))
        : warning(ready);
  }

  /** Says when the network will not take the words, and why; nothing is shortened in silence. */
  private static String warning(Ready ready) {
    Length length = ready.text().length();
    if (length.fits()) {
      return "";
    }
    String label = ready.network().label();
    return Html.paragraph(
        "warn",
        length.over() == 0
            ? Words.say("page.not_taken.lead", label)
            : Words.say(
                "page.too_long.lead", label, number(length.count()), number(length.limit())));
  }

  private static String number(int number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  private static String about(Ready ready) {
    String headline = ready.revision().content().headline();
    return Html.paragraph("post", Words.say("page.share.post", headline));
  }

  /** "This will be public", on every step before it is. */
  private static String open() {
    return Html.paragraph("hint", Words.say("share.public"));
  }

  private static String points(Ready ready) {
    if (!ready.talkingPoints()) {
      return "";
    }
    return "<p class=\"label\">"
        + say("page.points.label")
        + "</p>\n<blockquote class=\"why\" dir=\"auto\">"
        + Html.escape(ready.revision().content().words())
        + "</blockquote>\n"
        + Html.paragraph("hint", Words.say("page.points.hint"));
  }

  private static String picture(String image, @Nullable String says) {
    String description = says == null ? "" : says;
    return "<div class=\"step\"><p class=\"label\">"
        + say("page.kit.picture")
        + "</p>\n<img id=\"picture\""
        + Html.attribute("src", image)
        + Html.attribute("alt", description)
        + ">\n<div class=\"actions\">\n"
        + Html.link("button", image, Words.say("page.kit.open_picture"))
        + "</div>\n"
        + Html.paragraph("hint", Words.say("page.kit.save"))
        + "</div>\n"
        + (description.isBlank()
            ? ""
            : toCopy(
                "description", "page.kit.description", "page.kit.copy_description", description));
  }

  private static String toCopy(String id, String key, String words) {
    return toCopy(id, key + ".label", key + ".copy", words);
  }

  private static String toCopy(String id, String labelKey, String buttonKey, String words) {
    return "<div class=\"step\">\n"
        + Html.label(id, Words.say(labelKey))
        + Html.words(id, words)
        + "<div class=\"actions\"><button type=\"button\" hidden"
        + Html.attribute("data-copy", id)
        + Html.attribute("data-done", Words.say("page.copied"))
        + Html.attribute("data-failed", Words.say("page.copy_failed"))
        + ">"
        + say(buttonKey)
        + "</button></div>\n</div>\n";
  }

  private static String say(String key) {
    return Html.escape(Words.say(key));
  }

  /** Scheme, host and port of an image, as a content security policy takes them. */
  private static Optional<String> origin(String image) {
    URI address = URI.create(image);
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getHost() == null || address.getHost().startsWith("[")
        ? Optional.empty()
        : Optional.of(address.getScheme() + "://" + address.getHost() + port);
  }
}
