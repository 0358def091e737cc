package io.herald.bench;

import io.herald.records.export.LedgerHouse;
import io.herald.records.export.Wanted;
import io.herald.records.proof.Verdict;
import io.herald.records.proof.Verifier;
import io.herald.records.proof.ZipArchive;
import io.herald.store.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How fast an export is verified on one core, most of its entries with personal fields. */
final class VerifyBench implements Benchmark {
  private static final double GOAL = 50_000;

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public String about() {
    return "entries of an export verified a second, beside 50,000";
  }

  @Override
  public List<Figure> run(boolean brief) throws Exception {
    var figures = new ArrayList<Figure>();
    figures.add(verified(Store.H2_FILE, brief ? 5_000 : 200_000));
    figures.add(verified(Store.POSTGRESQL, brief ? 5_000 : 1_000_000));
    return figures;
  }

  private static Figure verified(Store store, int entries) throws Exception {
    Path zip = Files.createTempFile(Path.of("target"), "bench-", ".zip");
    try (var ledger = new LedgerHouse(Database.open(store.url()))) {
      Commands.entries(ledger.house, entries);
      try (OutputStream out = Files.newOutputStream(zip)) {
        ledger.exporter.write(Wanted.ALL, zip.toAbsolutePath().getParent(), out, (done, of) -> {});
      }
      var verifier = new Verifier(ledger.key.verifying(), List.of());
      verify(verifier, zip);
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long began = threads.getCurrentThreadCpuTime();
      verify(verifier, zip);
      double speed = entries / ((threads.getCurrentThreadCpuTime() - began) / 1e9);
      return Figure.atLeast(
          "entries verified in a second of CPU, of " + entries + ", " + store.label,
          String.format(Locale.ROOT, "%,.0f", speed),
          "50,000",
          speed / GOAL,
          1,
          "at least 1");
    } finally {
      Files.delete(zip);
    }
  }

  private static void verify(Verifier verifier, Path zip) throws Exception {
    try (var archive = new ZipArchive(zip)) {
      Verdict verdict = verifier.verify(archive);
      if (!verdict.whole()) {
        throw new IOException("The export is broken: " + verdict.broken());
      }
    }
  }
}
