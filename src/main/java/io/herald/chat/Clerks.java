package io.herald.chat;

/** Who handles what. A new kind of intent does not compile until somebody does. */
public final class Clerks {
  private final Commands commands;
  private final Clerk<Intent.Joining> joining;
  private final Clerk<Intent.Linking> linking;
  private final Clerk<Intent.Drafting> drafting;
  private final Clerk<Intent.Reviewing> reviewing;
  private final Clerk<Intent.Sharing> sharing;
  private final Clerk<Intent.Looking> looking;
  private final Clerk<Intent.Arranging> arranging;
  private final Clerk<Intent.Campaigning> campaigning;
  private final Clerk<Intent.Agreeing> agreeing;
  private final Clerk<Intent.Checking> checking;
  private final Clerk<Intent.Recording> recording;
  private final Clerk<Intent.Keeping> keeping;

  Clerks(
      Commands commands,
      Clerk<Intent.Joining> joining,
      Clerk<Intent.Linking> linking,
      Clerk<Intent.Drafting> drafting,
      Clerk<Intent.Reviewing> reviewing,
      Clerk<Intent.Sharing> sharing,
      Clerk<Intent.Looking> looking,
      Clerk<Intent.Arranging> arranging,
      Clerk<Intent.Campaigning> campaigning,
      Clerk<Intent.Agreeing> agreeing,
      Clerk<Intent.Checking> checking,
      Clerk<Intent.Recording> recording,
      Clerk<Intent.Keeping> keeping) {
    this.commands = commands;
    this.joining = joining;
    this.linking = linking;
    this.drafting = drafting;
    this.reviewing = reviewing;
    this.sharing = sharing;
    this.looking = looking;
    this.arranging = arranging;
    this.campaigning = campaigning;
    this.agreeing = agreeing;
    this.checking = checking;
    this.recording = recording;
    this.keeping = keeping;
  }

  /** What typed words mean; any other intent means itself. */
  Intent meant(Intent intent) {
    return intent instanceof Intent.Type typed ? commands.read(typed.text()) : intent;
  }

  Reply handle(Turn turn, Intent asked) {
    Intent intent = meant(asked);
    if (intent instanceof Intent.Joining i) {
      return joining.handle(turn, i);
    }
    if (intent instanceof Intent.Linking i) {
      return linking.handle(turn, i);
    }
    if (intent instanceof Intent.Drafting i) {
      return drafting.handle(turn, i);
    }
    if (intent instanceof Intent.Reviewing i) {
      return reviewing.handle(turn, i);
    }
    if (intent instanceof Intent.Sharing i) {
      return sharing.handle(turn, i);
    }
    if (intent instanceof Intent.Arranging i) {
      return arranging.handle(turn, i);
    }
    if (intent instanceof Intent.Campaigning i) {
      return campaigning.handle(turn, i);
    }
    if (intent instanceof Intent.Agreeing i) {
      return agreeing.handle(turn, i);
    }
    if (intent instanceof Intent.Checking i) {
      return checking.handle(turn, i);
    }
    if (intent instanceof Intent.Recording i) {
      return recording.handle(turn, i);
    }
    if (intent instanceof Intent.Keeping i) {
      return keeping.handle(turn, i);
    }
    return looking.handle(turn, (Intent.Looking) intent);
  }
}
