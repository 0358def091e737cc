package io.herald.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressCheckTest {
  private static final URI LOOPBACK = URI.create("http://127.0.0.1:8080");

  @Test
  void the_real_slack_cannot_come_to_a_loopback_address() {
    assertThat(AddressCheck.look(LOOPBACK, Optional.empty()).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.wrong()).contains("where Slack cannot come");
              assertThat(finding.remedy()).contains("https");
            });
  }

  @Test
  void a_pretend_slack_on_this_machine_can() {
    assertThat(AddressCheck.look(LOOPBACK, Optional.of(URI.create("http://localhost:9/api/"))))
        .isEqualTo(Outcome.fine());
  }
}
