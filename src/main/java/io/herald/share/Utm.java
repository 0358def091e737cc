package io.herald.share;

import io.herald.network.Network;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in a link where its visitors come from, as web analytics read it. */
public final class Utm {
  private Utm() {}

  /**
   * The link with {@code utm_source}, {@code utm_medium=employee} and {@code utm_campaign}. Its own
   * parameters and fragment stay as they are to the letter; a {@code utm_*} that it has already
   * wins over the one of the same name.
   *
   * @param link an absolute http or https address
   * @param campaign name of the campaign or topic; it is made a slug, and left out where that is
   *     empty
   */
  public static String tag(String link, Network network, String campaign) {
    int hash = link.indexOf('#');
    String fragment = hash < 0 ? "" : link.substring(hash);
    String rest = hash < 0 ? link : link.substring(0, hash);
    int mark = rest.indexOf('?');
    String query = mark < 0 ? "" : rest.substring(mark + 1);
    Set<String> present =
        Arrays.stream(query.split("[&;]", -1)).map(Utm::name).collect(Collectors.toSet());
    Map<String, String> ours = new LinkedHashMap<>();
    ours.put("utm_source", network.slug());
    ours.put("utm_medium", "employee");
    ours.put("utm_campaign", URLEncoder.encode(Slug.of(campaign), StandardCharsets.UTF_8));
    String added =
        ours.entrySet().stream()
            .filter(e -> !e.getValue().isEmpty() && !present.contains(e.getKey()))
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("&"));
    if (added.isEmpty()) {
      return link;
    }
    String joint = mark < 0 ? "?" : query.isEmpty() || query.endsWith("&") ? "" : "&";
    return rest + joint + added + fragment;
  }

  private static String name(String parameter) {
    int equals = parameter.indexOf('=');
    String raw = equals < 0 ? parameter : parameter.substring(0, equals);
    try {
      return URLDecoder.decode(raw, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notEncoded) {
      return raw.toLowerCase(Locale.ROOT);
    }
  }
}
