package io.herald.share;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells people from machines: crawlers, unfurlers that draw a preview, scanners that try links in
 * mail and chat, and programs. They are answered like everybody and counted never.
 */
final class Visitors {
  /**
   * Parts of what machines call themselves. Apps that open links for people ("FBAN", "LinkedInApp",
   * "Instagram") are not among them, nor the phones called Cubot; WhatsApp's and Skype's names
   * stand on previews only.
   */
  private static final Pattern MACHINE =
      Pattern.compile(
          "(?<!cu)bot(?![a-z])|crawl|spider|slurp|scraper|scanner|preview|unfurl|fetch|monitor|validat|lighthouse"
              + "|archiver|facebookexternalhit|facebot|meta-external|whatsapp/|slack-imgproxy"
              + "|skypeuri|ms-office|microsoft office|bingpreview|embedly|iframely|quora link"
              + "|pinterest/0|vkshare|mastodon/|misskey/|pleroma|akkoma|friendica|cardyb"
              + "|google-safety|google-read-aloud|googleimageproxy|feedfetcher|mediapartners"
              + "|google-inspectiontool|googleother|chatgpt|claude-|perplexity|bytespider"
              + "|barracuda|mimecast|proofpoint|safelinks|urldefense|symantec|fortinet|sophos"
              + "|trendmicro|virustotal|urlscan|zscaler|ironport|trustwave|cloudmark"
              + "|^curl|^wget|^httpie|python|^java[/-]|java-http|okhttp|go-http|libwww|^perl|ruby"
              + "|^php|guzzle|axios|^node|undici|^got |httpclient|http_client|http\\.rb|apache-http"
              + "|dart/|postman|insomnia|powershell|winhttp|nmap|nikto|phantomjs");

  /** What was found of names that come again and again; the pattern costs more than the visit. */
  private static final Cache<String, Boolean> KNOWN =
      Caffeine.newBuilder().maximumSize(1_000).build();

  private static final int LONGEST_KNOWN = 500;

  private Visitors() {}

  /**
   * Whether somebody is looking.
   *
   * @param userAgent the header, or none
   * @param purpose what the browser says it wants the page for; empty where somebody asked for it
   */
  static boolean isPerson(@Nullable String userAgent, String purpose) {
    if (userAgent == null || userAgent.isBlank()) {
      return false;
    }
    if (!purpose.isEmpty() && purpose.toLowerCase(Locale.ROOT).matches(".*(prefetch|preview).*")) {
      return false;
    }
    return !(userAgent.length() > LONGEST_KNOWN
        ? isMachine(userAgent)
        : KNOWN.get(userAgent, Visitors::isMachine));
  }

  private static boolean isMachine(String userAgent) {
    return MACHINE.matcher(userAgent.toLowerCase(Locale.ROOT)).find();
  }
}
