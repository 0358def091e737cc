package io.herald.share;

import io.herald.words.Words;

/** What is said where a link leads nowhere any more. */
final class EndPages {
  private EndPages() {}

  static Page unknown() {
    return said(404, "page.unknown");
  }

  static Page ended() {
    return said(410, "page.ended");
  }

  static Page expired() {
    return said(410, "page.expired");
  }

  /** For the public, who learn no reason. */
  static Page gone() {
    return said(410, "page.gone");
  }

  /** For the member whose share link it is. */
  static Page withdrawn(String why) {
    String body =
        why.isBlank()
            ? Html.paragraph("lead", Words.say("page.withdrawn.no_reason"))
            : Html.paragraph("lead", Words.say("page.withdrawn.lead"))
                + "<blockquote class=\"why\" dir=\"auto\">"
                + Html.escape(why)
                + "</blockquote>\n";
    return Page.plain(410, Words.say("page.withdrawn.title"), body);
  }

  private static Page said(int status, String key) {
    return Page.plain(
        status, Words.say(key + ".title"), Html.paragraph("lead", Words.say(key + ".lead")));
  }
}
