package io.herald.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.herald.journey.Colleague.Seen;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * People whom one Herald serves, each at a face of their own. Amira writes, Ben shares, Clara and
 * Otto decide, Dan leads.
 *
 * @param channels somebody in each channel in which drafts are decided on
 * @param address where this Herald really listens
 * @param orderly fails if Herald asked a platform for something that it refused
 */
record Organisation(
    Colleague amira,
    Colleague ben,
    Colleague clara,
    Colleague otto,
    Colleague dan,
    List<Colleague> channels,
    URI address,
    Runnable orderly,
    Runnable end)
    implements AutoCloseable {

  /** Every copy of a review card shows these words by now; gives one of them. */
  Seen everyCardShows(String headline, String words) {
    Seen last = channels.get(0).reviews(headline, words);
    for (Colleague each : channels) {
      last = each.reviews(headline, words);
    }
    return last;
  }

  /** Every copy shows these words, and nobody can decide on it any more. */
  void everyCardIsDecided(String headline, String words) {
    for (Colleague each : channels) {
      assertThat(each.reviews(headline, words).buttons())
          .doesNotContain("Approve", "Request changes", "Reject");
    }
  }

  /** Opens an address of Herald's, as a browser would. */
  HttpResponse<String> open(String link) {
    return Browser.open(address, link);
  }

  @Override
  public void close() {
    end.run();
  }
}
