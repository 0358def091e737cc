package io.herald.share;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VisitorsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
        "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/530.0]",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Mobile/15E148 LinkedInApp/9.31",
        "Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 Chrome/139.0 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 11; CUBOT_NOTE 20) AppleWebKit/537.36 Chrome/139.0 Mobile",
        "Opera/9.80 (J2ME/MIDP; Opera Mini/9.80) Presto/2.12"
      })
  void browsers_are_people(String userAgent) {
    assertThat(Visitors.isPerson(userAgent, "")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0)",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "Slackbot 1.0 (+https://api.slack.com/robots)",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
        "Twitterbot/1.0",
        "TelegramBot (like TwitterBot)",
        "WhatsApp/2.23.20.0 A",
        "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
        "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
        "Mozilla/5.0 (compatible; MicrosoftPreview/2.0)",
        "Bluesky Cardyb/1.1; mailto:support@bsky.app",
        "http.rb/5.1.1 (Mastodon/4.3.0; +https://mastodon.social/)",
        "BarracudaCentral/1.0",
        "Mimecast-URLScanner",
        "Proofpoint URL Defense",
        "curl/8.5.0",
        "Wget/1.21.3",
        "python-requests/2.32.3",
        "Go-http-client/2.0",
        "Java-http-client/17.0.15",
        "okhttp/5.1.0",
        "node-fetch/1.0",
        "axios/1.7.2"
      })
  void crawlers_unfurlers_and_scanners_are_not(String userAgent) {
    assertThat(Visitors.isPerson(userAgent, "")).isFalse();
  }

  @Test
  void nobody_is_there_without_a_name_or_before_the_page_is_asked_for() {
    String browser = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";
    assertThat(Visitors.isPerson(null, "")).isFalse();
    assertThat(Visitors.isPerson(browser, "prefetch;prerender")).isFalse();
    assertThat(Visitors.isPerson(browser, "Preview")).isFalse();
    assertThat(Visitors.isPerson(browser, "something")).isTrue();
  }
}
