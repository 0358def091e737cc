package io.herald.chat.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** What Slack is told of Herald: {@code manifests/slack.yaml}, as it was packed into the jar. */
public final class SlackManifest {
  private static final String PLACE = "${HERALD_PUBLIC_URL}";

  private final String yaml;

  private SlackManifest(String yaml) {
    this.yaml = yaml;
  }

  public static SlackManifest packed() {
    try (InputStream in =
        Objects.requireNonNull(
            SlackManifest.class.getResourceAsStream("/manifests/slack.yaml"),
            "manifests/slack.yaml is not packed in")) {
      return new SlackManifest(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The manifest, comments and all, of a Herald that is reached at an address. */
  public String at(URI publicUrl) {
    return yaml.replace(PLACE, publicUrl.toString());
  }

  /** The scopes that the bot token needs. */
  public Set<String> scopes() {
    var scopes = new LinkedHashSet<String>();
    tree().at("/oauth_config/scopes/bot").forEach(scope -> scopes.add(scope.asText()));
    return scopes;
  }

  JsonNode tree() {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
