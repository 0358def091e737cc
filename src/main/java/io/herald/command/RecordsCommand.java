package io.herald.command;

import io.herald.records.proof.Manifest;
import io.herald.records.proof.UnreadableExport;
import io.herald.records.proof.Verdict;
import io.herald.records.proof.Verifier;
import io.herald.records.proof.VerifyingKey;
import io.herald.records.proof.ZipArchive;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The record at the command line. */
@Command(
    name = "records",
    description = "Exports the record, and verifies an export.",
    synopsisSubcommandLabel = "(export | verify | key)")
final class RecordsCommand implements Callable<Integer> {
  @Mixin final Help help = new Help();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return spec.exitCodeOnInvalidInput();
  }

  /** Verifies an export, wherever it is: needs neither settings nor data. */
  @Command(
      name = "verify",
      description = {
        "Verifies an export, without Herald's data and without a network. Exits with 0 when it is"
            + " whole, 1 when it is broken (and says \"first broken: NUMBER\", 0 where it is no"
            + " entry that is), 2 when it cannot be read."
      })
  static final class Verify implements Callable<Integer> {
    private static final int BROKEN = 1;
    private static final int UNREADABLE = 2;

    @Mixin final Help help = new Help();

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE.zip", description = "The export.")
    Path file = Path.of("");

    @Option(
        names = "--key",
        required = true,
        paramLabel = "FILE.pub",
        description =
            "The key, as \"herald records key\" printed it, never from where the export is from.")
    Path key = Path.of("");

    @Option(
        names = "--checkpoint",
        paramLabel = "NUMBER:HASH",
        description =
            "A checkpoint as it was posted, to be compared: it finds a record that was written"
                + " anew. May be given several times.")
    List<String> posted = new ArrayList<>();

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try {
        VerifyingKey verifying = verifyingKey();
        var places = new ArrayList<Manifest.Place>();
        for (String one : posted) {
          places.add(place(one));
        }
        try (var archive = new ZipArchive(file)) {
          return tell(out, new Verifier(verifying, places).verify(archive), verifying);
        }
      } catch (UnreadableExport e) {
        spec.commandLine().getErr().println(e.getMessage());
      } catch (IOException | IllegalArgumentException e) {
        spec.commandLine().getErr().println(file + " cannot be read: " + e.getMessage());
      }
      spec.commandLine().getErr().flush();
      return UNREADABLE;
    }

    private static int tell(PrintWriter out, Verdict verdict, VerifyingKey key) {
      if (verdict.whole()) {
        out.println(
            "Whole: " + verdict.entries() + " entries, " + verdict.shown() + " of them shown.");
        out.println("Signed with the key " + key.fingerprint());
      }
      for (Verdict.Fault fault : verdict.broken()) {
        out.println(
            "broken: "
                + (fault.number() == 0 ? "" : "entry " + fault.number() + ": ")
                + fault.what());
      }
      if (!verdict.whole()) {
        out.println("first broken: " + verdict.firstBroken());
      }
      out.flush();
      return verdict.whole() ? 0 : BROKEN;
    }

    private VerifyingKey verifyingKey() throws UnreadableExport {
      try {
        return VerifyingKey.in(Files.readString(key, StandardCharsets.UTF_8))
            .orElseThrow(
                () ->
                    new UnreadableExport(key + " holds no key: it begins with BEGIN PUBLIC KEY."));
      } catch (IOException e) {
        throw new UnreadableExport(key + " cannot be read: " + e.getMessage());
      }
    }

    private static Manifest.Place place(String posted) throws UnreadableExport {
      if (!posted.matches("\\d{1,18}:[0-9a-f]{64}")) {
        throw new UnreadableExport(
            "\"" + posted + "\" is no checkpoint: it is written NUMBER:HASH, as it was posted.");
      }
      int colon = posted.indexOf(':');
      return new Manifest.Place(
          Long.parseLong(posted.substring(0, colon)), posted.substring(colon + 1));
    }
  }
}
