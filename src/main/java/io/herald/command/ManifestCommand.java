package io.herald.command;

import io.herald.chat.slack.SlackManifest;
import io.herald.settings.Settings;
import java.net.URI;
import java.util.Map;
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
  @Mixin final Help help = new Help();

  @Spec CommandSpec spec = CommandSpec.create();

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
    private final Map<String, String> environment;

    @Mixin final Help help = new Help();

    @Spec CommandSpec spec = CommandSpec.create();

    Slack(Map<String, String> environment) {
      this.environment = environment;
    }

    @Override
    public Integer call() {
      URI publicUrl = Settings.publicUrl(environment);
      spec.commandLine().getOut().print(SlackManifest.packed().at(publicUrl));
      spec.commandLine().getOut().flush();
      if (!"https".equals(publicUrl.getScheme())) {
        spec.commandLine().getErr().println("Slack itself will want an https address.");
      }
      return 0;
    }
  }
}
