package io.herald.command;

import io.herald.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a chat platform must know of Herald. */
@Command(
    name = "manifest",
    description = "Prints the manifest for a chat platform, with your own address filled in.",
    synopsisSubcommandLabel = "slack")
final class ManifestCommand implements Callable<Integer> {
  @Mixin private final Help help = new Help();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return spec.exitCodeOnInvalidInput();
  }

  /** Slack's. */
  @Command(
      name = "slack",
      description =
          "Prints the manifest of the Slack app, for api.slack.com/apps, with HERALD_PUBLIC_URL"
              + " filled in.")
  static final class Slack implements Callable<Integer> {
    private static final String PLACE = "${HERALD_PUBLIC_URL}";

    private final Map<String, String> environment;

    @Mixin private final Help help = new Help();

    @Spec private CommandSpec spec = CommandSpec.create();

    Slack(Map<String, String> environment) {
      this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
      URI publicUrl = Settings.publicUrl(environment);
      try (InputStream in =
          Objects.requireNonNull(Slack.class.getResourceAsStream("/manifests/slack.yaml"))) {
        String manifest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        spec.commandLine().getOut().print(manifest.replace(PLACE, publicUrl.toString()));
        spec.commandLine().getOut().flush();
      }
      if (!"https".equals(publicUrl.getScheme())) {
        spec.commandLine().getErr().println("Slack itself will want an https address.");
      }
      return 0;
    }
  }
}
