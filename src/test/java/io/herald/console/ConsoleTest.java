package io.herald.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.herald.words.Refusal;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try")
class ConsoleTest {
  private static final Orders ORDERS =
      new Orders(
          Map.of(
              "repeat",
              (arguments, told) -> {
                arguments.forEach(told::say);
                told.complain("That was all.");
                return 7;
              },
              "refuse",
              (arguments, told) -> {
                throw new Refusal("refusal.last_admin");
              },
              "fail",
              (arguments, told) -> {
                throw new IllegalStateException("Something deep inside");
              }));

  @TempDir Path data;

  private final List<String> said = new ArrayList<>();
  private final List<String> complained = new ArrayList<>();

  @Test
  void an_order_is_carried_out_and_what_it_says_comes_back_as_it_was_said() throws IOException {
    try (Console console = open(data)) {
      assertThat(order("repeat", "two words", "ü\n\"line\"")).contains(7);
      assertThat(said).containsExactly("two words", "ü\n\"line\"");
      assertThat(complained).containsExactly("That was all.");
    }
  }

  @Test
  void where_no_herald_runs_nobody_answers() throws IOException {
    assertThat(order("repeat")).isEmpty();
    open(data).close();
    assertThat(order("repeat")).isEmpty();
  }

  @Test
  void a_refusal_is_told_in_plain_words_and_a_fault_does_not_end_the_console() throws IOException {
    try (Console console = open(data)) {
      assertThat(order("refuse")).contains(1);
      assertThat(order("fail")).contains(1);
      assertThat(order("learnt by a newer Herald")).contains(1);
      assertThat(order("repeat", "still there")).contains(7);
    }
    assertThat(complained.get(0)).startsWith("This is the last admin");
    assertThat(complained.get(1)).contains("Something deep inside");
    assertThat(complained.get(2)).contains("older one");
    assertThat(said).containsExactly("still there");
  }

  @Test
  void nobody_but_the_owner_reaches_the_socket() throws IOException {
    try (Console console = open(data)) {
      Path socket = new SocketPlace(data).find();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void a_socket_that_a_killed_herald_left_is_taken_away() throws IOException {
    Path socket = new SocketPlace(data).make();
    ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(socket))
        .close();
    assertThat(socket).exists();
    assertThat(order("repeat")).isEmpty();

    try (Console console = open(data)) {
      assertThat(order("repeat")).contains(7);
    }
    assertThat(socket).doesNotExist();
  }

  @Test
  void a_path_that_is_too_long_for_a_socket_leads_to_one_elsewhere() throws IOException {
    Path deep = Files.createDirectories(data.resolve("d".repeat(60)).resolve("e".repeat(60)));
    Path elsewhere;
    try (Console console = open(deep)) {
      elsewhere = new SocketPlace(deep).find();
      assertThat(elsewhere.toString()).hasSizeLessThan(100);
      assertThat(Asking.order(deep, "repeat", List.of("found"), new Hearing(said, complained)))
          .contains(7);
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere.getParent())))
          .isEqualTo("rwx------");
    }
    assertThat(said).containsExactly("found");
    assertThat(elsewhere.getParent()).doesNotExist();
  }

  @Test
  void the_first_of_two_heralds_in_one_directory_goes_on_taking_orders() throws IOException {
    try (Console first = open(data)) {
      assertThat(Console.open(data, new Orders(Map.of()))).isEmpty();
      assertThat(order("repeat")).contains(7);
    }
  }

  @Test
  void a_herald_that_ends_before_it_has_answered_is_not_taken_for_done() throws Exception {
    Path socket = new SocketPlace(data).make();
    try (var listening =
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
            .bind(UnixDomainSocketAddress.of(socket))) {
      var dies =
          new Thread(
              () -> {
                try (SocketChannel asker = listening.accept()) {
                  var wire = new Wire(asker);
                  wire.words();
                  wire.send(Map.of("out", "So far"));
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      dies.start();
      assertThatThrownBy(() -> order("repeat")).isInstanceOf(IOException.class);
      dies.join();
    }
    assertThat(said).containsExactly("So far");
  }

  @Test
  void an_order_under_way_is_ended_before_the_console_is_closed() throws Exception {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    Orders slow =
        new Orders(
            Map.of(
                "slow",
                (arguments, told) -> {
                  begun.countDown();
                  try {
                    go.await();
                  } catch (InterruptedException e) {
                    return 9;
                  }
                  told.say("Done.");
                  return 0;
                }));
    Console console = Console.open(data, slow).orElseThrow();
    var exit = new java.util.concurrent.FutureTask<>(() -> order("slow"));
    new Thread(exit).start();
    begun.await();
    var closing = new Thread(console::close);
    closing.start();
    go.countDown();
    assertThat(exit.get()).contains(0);
    closing.join();
    assertThat(said).containsExactly("Done.");
  }

  private Optional<Integer> order(String name, String... arguments) throws IOException {
    return Asking.order(data, name, List.of(arguments), new Hearing(said, complained));
  }

  private static Console open(Path directory) {
    return Console.open(directory, ORDERS).orElseThrow();
  }

  private record Hearing(List<String> said, List<String> complained) implements Told {
    @Override
    public void say(String line) {
      said.add(line);
    }

    @Override
    public void complain(String line) {
      complained.add(line);
    }
  }
}
