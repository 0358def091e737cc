package io.herald.members;

/** A right hangs on what is not known yet of the person: it is looked up, and then asked again. */
public final class NotKnownYet extends RuntimeException {
  private final Account account;

  public NotKnownYet(Account account) {
    super("not looked up yet", null, false, false);
    this.account = account;
  }

  public Account account() {
    return account;
  }
}
