package io.herald.share;

/** Text in HTML. Everything that somebody wrote goes through here. */
final class Html {
  private Html() {}

  /** Safe as text and inside a quoted attribute. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** A start tag's attribute with a leading space. */
  static String attribute(String name, String value) {
    return " " + name + "=\"" + escape(value) + "\"";
  }

  static String paragraph(String style, String words) {
    return "<p" + attribute("class", style) + " dir=\"auto\">" + escape(words) + "</p>\n";
  }

  static String label(String forId, String words) {
    return "<label" + attribute("for", forId) + ">" + escape(words) + "</label>\n";
  }

  /**
   * Words to read and copy. A line end straight after the tag would be swallowed, hence one more.
   */
  static String words(String id, String words) {
    long lines = words.lines().mapToLong(line -> 1 + line.length() / 55).sum();
    return "<textarea readonly dir=\"auto\""
        + attribute("id", id)
        + attribute("rows", Long.toString(Math.min(18, Math.max(2, lines))))
        + ">\n"
        + escape(words)
        + "</textarea>\n";
  }

  static String link(String style, String address, String words) {
    return "<a"
        + attribute("class", style)
        + attribute("href", address)
        + " rel=\"noopener noreferrer\">"
        + escape(words)
        + "</a>\n";
  }
}
