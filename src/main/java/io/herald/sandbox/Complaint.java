package io.herald.sandbox;

/** What a platform shows a person when the app did not answer as it must, with the reason. */
public final class Complaint extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Complaint(String words) {
    super(words);
  }

  static Complaint of(String what, Delivery delivery) {
    String reason = delivery.status() == 0 ? delivery.answer() : "http_" + delivery.status();
    return new Complaint(what + " failed with the error \"" + reason + "\"");
  }
}
