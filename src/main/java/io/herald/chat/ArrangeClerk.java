package io.herald.chat;

final class ArrangeClerk implements Clerk<Intent.Arranging> {
  @Override
  public Reply handle(Turn turn, Intent.Arranging intent) {
    return new Reply.Done();
  }
}
