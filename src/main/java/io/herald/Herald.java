package io.herald;

import io.herald.command.HeraldCommand;
import java.time.InstantSource;

/** Where Herald begins: the command line does the rest. */
public final class Herald {
  private Herald() {}

  public static void main(String[] arguments) {
    System.exit(
        HeraldCommand.of(System.getenv(), Assembly::of, new DataAtHand(), InstantSource.system())
            .execute(arguments));
  }
}
