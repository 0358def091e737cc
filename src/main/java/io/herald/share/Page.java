package io.herald.share;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * A page of Herald's own.
 *
 * @param html the whole of it
 * @param policy its content security policy: our style and script by their hashes, nothing else but
 *     the one origin that its picture comes from
 */
record Page(int status, String html, String policy) {
  private static final String STYLE = resource("page.css");
  private static final String SCRIPT = resource("page.js");
  private static final String ALWAYS =
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src 'sha256-"
          + hash(STYLE)
          + "'";

  /** A page that only says something. */
  static Page plain(int status, String title, String body) {
    return new Page(status, html(title, body, ""), ALWAYS + "; form-action 'none'");
  }

  /**
   * A page on which something can be done.
   *
   * @param pictures the origin of its picture, if it has one
   */
  static Page active(int status, String title, String body, Optional<String> pictures) {
    String from =
        pictures.map(origin -> "; img-src " + origin + "; connect-src " + origin).orElse("");
    // A form may lead on to a server that only the member knows, and browsers hold its redirects to
    // this rule too.
    String policy =
        ALWAYS + "; script-src 'sha256-" + hash(SCRIPT) + "'; form-action 'self' https:" + from;
    String script = "<p id=\"said\" class=\"said\" role=\"status\"></p>\n";
    return new Page(
        status, html(title, body + script, "<script>" + SCRIPT + "</script>\n"), policy);
  }

  private static String html(String title, String body, String script) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>"""
        + Html.escape(title)
        + "</title>\n<style>"
        + STYLE
        + "</style>\n</head>\n<body>\n<main>\n<h1>"
        + Html.escape(title)
        + "</h1>\n"
        + body
        + "</main>\n"
        + script
        + "</body>\n</html>\n";
  }

  private static String hash(String inline) {
    try {
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }
}
