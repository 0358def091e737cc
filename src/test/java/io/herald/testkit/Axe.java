package io.herald.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at pages as people with a screen reader or poor sight meet them: axe in a real browser. */
public final class Axe {
  private static final Pattern FOUND = Pattern.compile("data-axe=\"([^\"]*)\"");
  private static final List<String> SERIOUS = List.of("serious", "critical");
  private static final long SECONDS = 60;

  private static final String RUN =
      """
      axe.run().then(found => document.documentElement.setAttribute('data-axe', btoa(
        unescape(encodeURIComponent(JSON.stringify(found.violations))))));
      """;

  private Axe() {}

  /** How a page is looked at. */
  public enum Scheme {
    LIGHT(1),
    DARK(0);

    private final int number;

    Scheme(int number) {
      this.number = number;
    }
  }

  /** The serious and critical faults of a page, each with its place and what would mend it. */
  public static List<String> faults(String html, Scheme scheme)
      throws IOException, InterruptedException {
    Path chromium = Needs.chromium();
    String axe = Files.readString(Needs.npmPackage("axe-core").resolve("axe.min.js"));
    Path directory = Files.createTempDirectory(Path.of("target"), "axe-").toAbsolutePath();
    Path page = directory.resolve("page.html");
    Files.writeString(page, html.replace("</body>", script(axe) + script(RUN) + "</body>"));
    Path dom = directory.resolve("dom.html");
    Process browser =
        new ProcessBuilder(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + directory.resolve("profile"),
                "--blink-settings=preferredColorScheme=" + scheme.number,
                "--virtual-time-budget=10000",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!browser.waitFor(SECONDS, TimeUnit.SECONDS)) {
      browser.destroyForcibly();
      throw new IllegalStateException("the browser did not end");
    }
    return serious(Files.readString(dom, StandardCharsets.UTF_8));
  }

  private static String script(String code) {
    return "<script>" + code + "</script>";
  }

  private static List<String> serious(String dom) throws IOException {
    Matcher found = FOUND.matcher(dom);
    if (!found.find()) {
      throw new IllegalStateException("axe said nothing");
    }
    byte[] json = Base64.getDecoder().decode(found.group(1));
    List<String> faults = new ArrayList<>();
    for (JsonNode violation : new ObjectMapper().readTree(json)) {
      if (SERIOUS.contains(violation.path("impact").asText())) {
        for (JsonNode node : violation.path("nodes")) {
          faults.add(
              violation.path("id").asText()
                  + " at "
                  + node.path("target")
                  + ": "
                  + node.path("failureSummary").asText());
        }
      }
    }
    return faults;
  }
}
