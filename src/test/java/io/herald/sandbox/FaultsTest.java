package io.herald.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FaultsTest {
  private final SlackDouble slack = Doubles.start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    slack.close();
  }

  private HttpResponse<String> post() throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(slack.apiUrl() + "chat.postMessage"))
            .header("Authorization", "Bearer " + slack.botToken())
            .header("Content-Type", "application/json; charset=utf-8")
            .timeout(Duration.ofMillis(700))
            .POST(
                HttpRequest.BodyPublishers.ofString("{\"channel\":\"U0BEN\",\"text\":\"grüß 👋\"}"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void without_a_fault_a_json_body_is_taken() throws Exception {
    assertThat(post().body()).contains("\"ok\":true");
    assertThat(slack.dm("ben")).extracting(Message::text).containsExactly("grüß 👋");
  }

  @Test
  void a_lost_answer_leaves_the_message_or_not_as_asked() {
    slack.faults().next("chat.postMessage", Fault.closed(), Fault.closedThoughDone());
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(slack.dm("ben")).isEmpty();
    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(slack.dm("ben")).hasSize(1);
    assertThat(slack.ledger().attempts("chat.postMessage")).isEqualTo(2);
  }

  @Test
  void a_call_can_hang_before_and_after_it_is_done() {
    slack.faults().next("chat.postMessage", Fault.hangs(), Fault.hangsThoughDone());
    assertThatThrownBy(this::post).isInstanceOf(HttpTimeoutException.class);
    assertThat(slack.dm("ben")).isEmpty();
    assertThatThrownBy(this::post).isInstanceOf(HttpTimeoutException.class);
    assertThat(slack.dm("ben")).hasSize(1);
  }

  @Test
  void trouble_has_slacks_shapes() throws Exception {
    slack
        .faults()
        .next(
            "chat.postMessage",
            Fault.status(503),
            Fault.rateLimited((String) null),
            Fault.error("internal_error"),
            Fault.errorThoughDone("fatal_error"),
            Fault.slow(Duration.ofMillis(50)));
    assertThat(post().statusCode()).isEqualTo(503);
    HttpResponse<String> limited = post();
    assertThat(limited.statusCode()).isEqualTo(429);
    assertThat(limited.headers().firstValue("Retry-After")).isEmpty();
    assertThat(post().body()).contains("internal_error");
    assertThat(slack.dm("ben")).isEmpty();
    assertThat(post().body()).contains("fatal_error");
    assertThat(slack.dm("ben")).hasSize(1);
    assertThat(post().body()).contains("\"ok\":true");
    assertThat(slack.faults().waiting("chat.postMessage")).isZero();
  }

  @Test
  void a_standing_fault_holds_until_it_is_cleared() throws Exception {
    slack.faults().always("chat.postMessage", Fault.status(500));
    assertThat(post().statusCode()).isEqualTo(500);
    assertThat(post().statusCode()).isEqualTo(500);
    slack.faults().clear();
    assertThat(post().statusCode()).isEqualTo(200);
  }
}
