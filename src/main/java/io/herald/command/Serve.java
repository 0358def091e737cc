package io.herald.command;

import io.herald.command.check.Checks;
import io.herald.command.check.Finding;
import io.herald.settings.DataDirectory;
import io.herald.settings.Settings;
import io.herald.store.DatabaseProbe;
import io.herald.store.DatabaseProbe.Trouble;
import io.herald.store.H2;
import io.herald.web.CannotListen;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves until the process is told to end. */
@Command(
    name = "serve",
    description = "Serves until it is told to end (SIGTERM or Ctrl-C). The default.")
final class Serve implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(Serve.class);

  private final Map<String, String> environment;
  private final Start start;

  @Mixin final Help help = new Help();

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--fresh", description = "Begins the sandbox anew, without what was done in it.")
  boolean fresh;

  Serve(Map<String, String> environment, Start start) {
    this.environment = environment;
    this.start = start;
  }

  @Override
  public void run() {
    Settings settings = Settings.read(environment);
    if (fresh) {
      beginAnew(settings);
    }
    Running running = started(settings);
    var ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(running, ended), "end"));
    announce(settings, running);
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Running started(Settings settings) {
    try {
      return start.start(settings);
    } catch (CannotListen e) {
      throw e;
    } catch (RuntimeException e) {
      // What a check finds says more than the trace of what it broke.
      List<Finding> found = Checks.ofStorage(settings.storage());
      if (found.isEmpty()) {
        throw e;
      }
      throw new CannotStart(
          found.stream()
              .map(finding -> finding.wrong() + "\n" + finding.remedy())
              .collect(Collectors.joining("\n")));
    }
  }

  private static void beginAnew(Settings settings) {
    if (!settings.sandbox()) {
      throw new CannotStart(
          "--fresh is for the sandbox; with these settings Herald is a real one.");
    }
    Path database = settings.storage().databaseFile();
    if (DatabaseProbe.trouble(H2.file(database)).equals(Optional.of(Trouble.LOCKED))) {
      throw new CannotStart("A sandbox is still running on this data; end it first.");
    }
    DataDirectory.empty(settings.storage().directory());
  }

  private void announce(Settings settings, Running running) {
    if (settings.sandbox()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("Open " + running.address() + "/sandbox");
      out.flush();
    } else {
      log.info(
          "Serving on {}, reached at {}", running.address(), settings.publicUrl().orElseThrow());
    }
  }

  private static void end(Running running, CountDownLatch ended) {
    try {
      running.close();
      log.info("Ended in order");
    } finally {
      ended.countDown();
    }
  }
}
