package io.herald;

import io.herald.command.HeraldCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Map;

/** Herald's command line, as it is typed on the machine on which Herald runs or ran. */
public final class HeraldAtTheMachine {
  private final Map<String, String> environment;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  public HeraldAtTheMachine(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Types a command; what was printed before is forgotten. */
  public int types(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return HeraldCommand.of(
            environment,
            settings -> {
              throw new AssertionError("Nothing was to be started");
            },
            new DataAtHand(),
            InstantSource.system())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  public String printed() {
    return out.toString();
  }

  public String complained() {
    return err.toString();
  }
}
