package io.herald.console;

import io.herald.checks.Pack;
import io.herald.checks.PackReader;
import io.herald.checks.Packs;
import io.herald.checks.WrongPack;
import io.herald.store.Database;
import io.herald.words.Refusal;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts a pack of rules into force from a file; a faulty one is refused whole, line by line. */
public final class PackOrder implements Order {
  private static final int FAULTY = 1;

  private final Database database;
  private final Packs packs;

  public PackOrder(Database database, Packs packs) {
    this.database = database;
    this.packs = packs;
  }

  @Override
  public int carryOut(List<String> arguments, Told told) {
    Path file = Path.of(arguments.get(0));
    try {
      Pack pack = PackReader.read(text(file));
      database.run(tx -> packs.load(tx, pack, null));
      told.say(
          pack.name()
              + ", version "
              + pack.version()
              + ", is in force with "
              + pack.size()
              + (pack.size() == 1 ? " rule." : " rules.")
              + " Drafts and live posts are looked at again; leads hear what is found.");
      return 0;
    } catch (WrongPack wrong) {
      told.complain(
          "Nothing was loaded, and what was in force stays in force. " + file + " is wrong in");
      wrong.mistakes().forEach(mistake -> told.complain("  " + mistake));
      return FAULTY;
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > 4L * PackReader.MOST) {
        throw new Refusal("refusal.file_too_long", file);
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new Refusal("refusal.file_not_utf8", file);
    } catch (IOException e) {
      throw new Refusal("refusal.no_file", file);
    }
  }
}
