package io.herald.records.export;

import io.herald.records.Sha256;
import io.herald.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The page on which people read an export. It opens from a disk, and neither asks for anything from
 * elsewhere nor could: its policy names the one script that may run, by its hash.
 */
final class Report {
  private static final String STYLE = resource("report.css");
  private static final String SCRIPT = resource("report.js");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  /** Behind these a long name of what an entry is about goes on in another line. */
  private static final Pattern BREAKS = Pattern.compile("[/_]");

  private Report() {}

  static String begin(String lead) {
    String script = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.of(SCRIPT)));
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + " style-src 'unsafe-inline'; script-src 'sha256-"
        + script
        + "'\">\n<title>"
        + say("records.report")
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n<h1>"
        + say("records.report")
        + "</h1>\n<p>"
        + escape(lead)
        + "</p>\n<p>"
        + say("records.report.proof")
        + "</p>\n<div class=\"find\">\n<label for=\"find\">"
        + say("records.report.find")
        + "</label>\n<input id=\"find\" type=\"search\" placeholder=\""
        + say("records.report.find.hint")
        + "\">\n<p id=\"found\" role=\"status\" data-found=\""
        + say("records.report.found", "{n}", "{all}")
        + "\" data-none=\""
        + say("records.report.found.none")
        + "\"></p>\n</div>\n<table>\n<thead>\n<tr>"
        + head("records.csv.number")
        + head("records.report.at")
        + head("records.csv.who")
        + head("records.csv.what")
        + head("records.csv.about")
        + head("records.csv.says")
        + "</tr>\n</thead>\n<tbody>\n";
  }

  /**
   * An entry.
   *
   * @param name of who did it, where that is known
   * @param about the name of whom it is about, where it is about somebody who is known
   */
  static String row(Row row, String name, String about, String content) {
    var out = new StringBuilder("<tr>");
    cell(out, String.valueOf(row.number()));
    out.append("<td><time datetime=\"")
        .append(row.at())
        .append("\">")
        .append(TIME.format(row.at()))
        .append("</time></td><td>")
        .append(escape(name));
    if (row.actor() != null) {
      out.append(" <small>member/").append(row.actor()).append("</small>");
    }
    out.append("</td>");
    cell(out, row.kind().replace('_', ' '));
    out.append("<td>").append(BREAKS.matcher(escape(row.subject())).replaceAll("$0<wbr>"));
    if (!about.isEmpty()) {
      out.append(" <small>").append(escape(about)).append("</small>");
    }
    out.append("</td><td><dl>");
    for (Map.Entry<String, String> said : Said.of(content).entrySet()) {
      out.append("<dt>")
          .append(escape(said.getKey()))
          .append("</dt><dd dir=\"auto\">")
          .append(escape(said.getValue()))
          .append("</dd>");
    }
    return out.append("</dl></td></tr>\n").toString();
  }

  static String end(String last) {
    return "</tbody>\n</table>\n<p>"
        + escape(last)
        + "</p>\n<script>"
        + SCRIPT
        + "</script>\n</body>\n</html>\n";
  }

  private static String head(String key) {
    return "<th scope=\"col\">" + say(key) + "</th>";
  }

  private static void cell(StringBuilder out, String words) {
    out.append("<td>").append(escape(words)).append("</td>");
  }

  private static String say(String key, Object... args) {
    return escape(Words.say(key, args));
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String resource(String name) {
    try (InputStream in = Report.class.getResourceAsStream("/io/herald/records/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
