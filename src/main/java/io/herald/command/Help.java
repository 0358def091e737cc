package io.herald.command;

import picocli.CommandLine.Option;

/** The option that every command has. */
final class Help {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Says this, and does nothing.")
  boolean asked;
}
