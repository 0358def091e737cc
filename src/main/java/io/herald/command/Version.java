package io.herald.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Herald this is: written into the jar when it is built. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"Herald " + Optional.ofNullable(version).orElse("(not from its jar)")};
  }
}
