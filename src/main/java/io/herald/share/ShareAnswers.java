package io.herald.share;

import io.herald.network.Composers;
import io.herald.network.MastodonServer;
import io.herald.network.Message;
import io.herald.share.Pressed.Ready;
import java.util.function.Function;

/** What a browser is answered that opened a share link. */
final class ShareAnswers {
  /** Servers and proxies refuse request lines of 8 KiB; what is longer is copied instead. */
  private static final int ADDRESS_LIMIT = 7_000;

  /** Mail programs take some 2,000 characters from a browser. */
  private static final int MAIL_LIMIT = 2_000;

  private final Composers composers;
  private final SharePages pages;

  ShareAnswers(Composers composers) {
    this.composers = composers;
    this.pages = new SharePages(composers);
  }

  /**
   * @param askServer whether to ask for the Mastodon server although it is known
   */
  Answer answer(Pressed pressed, boolean askServer) {
    if (pressed instanceof Ready ready) {
      return answer(ready, askServer);
    }
    if (pressed instanceof Pressed.Withdrawn withdrawn) {
      return Answer.page(EndPages.withdrawn(withdrawn.why()));
    }
    if (pressed instanceof Pressed.Expired) {
      return Answer.page(EndPages.expired());
    }
    return Answer.page(pressed instanceof Pressed.Ended ? EndPages.ended() : EndPages.unknown());
  }

  /** A form came in that says on which Mastodon server the member has an account. */
  Answer serverNamed(Ready ready, String typed) {
    return MastodonServer.of(typed)
        .map(server -> handOver(ready, server))
        .orElseGet(() -> Answer.page(pages.mastodon(ready, typed, true)));
  }

  private Answer answer(Ready ready, boolean askServer) {
    Message message = ready.text().message();
    return switch (composers.opening(ready.network())) {
      case PREFILL -> handOver(ready, words -> composers.address(ready.network(), words));
      case LINK_ONLY -> Answer.page(pages.copy(ready, composers.address(ready.network(), message)));
      case KIT -> Answer.page(pages.kit(ready, composers.address(ready.network(), message)));
      case MAIL -> mail(ready);
      case PREFILL_ON_OWN_SERVER ->
          ready.server().isPresent() && !askServer
              ? handOver(ready, ready.server().get())
              : Answer.page(
                  pages.mastodon(
                      ready, ready.server().map(MastodonServer::host).orElse(""), false));
    };
  }

  private Answer handOver(Ready ready, Function<Message, String> composer) {
    Message message = ready.text().message();
    String address = composer.apply(message);
    if (address.length() > ADDRESS_LIMIT) {
      return Answer.page(pages.copy(ready, composer.apply(message.linkAlone())));
    }
    return ready.text().fits() ? Answer.redirect(address) : Answer.page(pages.copy(ready, address));
  }

  private Answer handOver(Ready ready, MastodonServer server) {
    return handOver(ready, message -> composers.address(server, message));
  }

  private Answer mail(Ready ready) {
    Message message = ready.text().message();
    String whole = composers.address(ready.network(), message);
    boolean fits = whole.length() <= MAIL_LIMIT;
    String address = fits ? whole : composers.address(ready.network(), message.linkAlone());
    return Answer.page(pages.mail(ready, address, fits));
  }
}
