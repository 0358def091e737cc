package io.herald.command;

import io.herald.settings.WrongSettings;
import io.herald.web.CannotListen;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code herald} understands. Without a command it serves. */
@Command(
    name = "herald",
    versionProvider = Version.class,
    description = "Lets an organisation's own people speak for it, from chat.",
    footer = {
      "",
      "Settings come from environment variables, or from the properties file that",
      "HERALD_CONFIG names; the README lists them. With none of them set, Herald is a",
      "sandbox to try it in.",
      "",
      "Exit codes: 0 done, 1 failed or something to mend, 2 wrong usage, 78 wrong settings."
    })
public final class HeraldCommand implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(HeraldCommand.class);

  private final Serve serve;

  @Mixin final Help help = new Help();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Says which version this is.")
  boolean versionAsked;

  private HeraldCommand(Serve serve) {
    this.serve = serve;
  }

  /**
   * The command line, ready to execute arguments.
   *
   * @param environment where settings come from
   * @param start what {@code serve} starts
   * @param data the way to the data for commands that need it while no Herald runs
   * @param clock the machine's, which {@code check} compares with Slack's
   */
  public static CommandLine of(
      Map<String, String> environment, Start start, Data data, InstantSource clock) {
    var serve = new Serve(environment, start);
    var ordering = new Ordering(environment, data);
    return new CommandLine(new HeraldCommand(serve))
        .addSubcommand(serve)
        .addSubcommand(new CheckCommand(environment, clock))
        .addSubcommand(
            new CommandLine(new ManifestCommand())
                .addSubcommand(new ManifestCommand.Slack(environment)))
        .addSubcommand(
            new CommandLine(new RecordsCommand())
                .addSubcommand(new RecordsOrders.Export(ordering))
                .addSubcommand(new RecordsCommand.Verify())
                .addSubcommand(new RecordsOrders.Key(ordering)))
        .addSubcommand(
            new CommandLine(new ChecksCommand()).addSubcommand(new ChecksCommand.Load(ordering)))
        .addSubcommand(new BackupCommand(ordering))
        .addSubcommand(new RestoreCommand(ordering))
        .addSubcommand(
            new CommandLine(new RoleCommand())
                .addSubcommand(new RoleCommand.Grant(ordering))
                .addSubcommand(new RoleCommand.Take(ordering)))
        .setExecutionExceptionHandler(HeraldCommand::explain);
  }

  @Override
  public void run() {
    serve.run();
  }

  /**
   * What somebody can mend is said in a line or a few; anything else is a fault, with its trace.
   */
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof WrongSettings) {
      err.println(e.getMessage());
      return WrongSettings.EXIT_CODE;
    }
    if (e instanceof CannotStart || e instanceof CannotListen) {
      err.println(e.getMessage());
      return ExitCode.SOFTWARE;
    }
    log.error("Herald failed", e);
    err.println(
        "Herald failed: " + e.getMessage() + "\n\"scripts/herald check\" may say what to mend.");
    return ExitCode.SOFTWARE;
  }
}
