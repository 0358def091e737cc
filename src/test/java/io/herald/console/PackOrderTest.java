package io.herald.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.checks.CheckTexts;
import io.herald.checks.Packs;
import io.herald.testkit.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackOrderTest {
  private static final String PACK = CheckTexts.falcon();

  @TempDir Path here;

  private final House house = new House();
  private final Orders orders =
      new Orders(Map.of("checks load", new PackOrder(house.database, house.packs)));
  private final List<String> said = new ArrayList<>();
  private final List<String> complained = new ArrayList<>();

  @AfterEach
  void close() {
    house.close();
  }

  private int load(String pack) throws IOException {
    Path file = here.resolve("acme.yaml");
    Files.writeString(file, pack);
    return order(file);
  }

  private int order(Path file) {
    return orders.carryOut(
        "checks load",
        List.of(file.toString()),
        new Told() {
          @Override
          public void say(String line) {
            said.add(line);
          }

          @Override
          public void complain(String line) {
            complained.add(line);
          }
        });
  }

  private List<String> versions() {
    return house.list(
        tx ->
            house.packs.all(tx).stream()
                .filter(Packs.Standing::own)
                .map(standing -> standing.pack().version())
                .toList());
  }

  @Test
  void a_pack_is_in_force_at_once_and_everything_is_looked_at_again() throws IOException {
    assertThat(load(PACK)).isZero();
    assertThat(said)
        .containsExactly(
            "Acme, version 1, is in force with 1 rule. Drafts and live posts are looked at again;"
                + " leads hear what is found.");
    assertThat(versions()).containsExactly("1");
    assertThat(house.work(Packs.RECHECK)).hasSize(1);
    assertThat(house.recorded("rule_pack/acme")).containsExactly("rule_pack_loaded");
  }

  @Test
  void a_faulty_pack_is_refused_whole_with_its_lines_and_the_old_one_stays() throws IOException {
    load(PACK);
    String faulty = PACK.replace("\"1\"", "\"2\"").replace("warning", "shouting");
    assertThat(load(faulty)).isEqualTo(1);
    assertThat(complained)
        .anyMatch(line -> line.contains("what was in force stays in force"))
        .anyMatch(line -> line.strip().startsWith("line 8: "));
    assertThat(versions()).containsExactly("1");
  }

  @Test
  void a_file_that_is_not_there_or_is_no_text_is_said_to_be() throws IOException {
    assertThat(order(here.resolve("none.yaml"))).isEqualTo(1);
    assertThat(complained).last().asString().contains("There is no file");
    Path bytes = here.resolve("bytes.yaml");
    Files.write(bytes, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(order(bytes)).isEqualTo(1);
    assertThat(complained).last().asString().contains("no text in UTF-8");
  }
}
