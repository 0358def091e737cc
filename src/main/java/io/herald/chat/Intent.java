package io.herald.chat;

/**
 * Everything that a person can mean, whatever they pressed or typed. An intent carries ids only;
 * whether the person may is decided when it is handled.
 */
public sealed interface Intent {

  /** Becoming a member, leaving, and what a member chose. */
  sealed interface Joining extends Intent {}

  /** What a member and the organisation's admins choose. */
  sealed interface Choosing extends Joining {}

  /** Two accounts of one person. */
  sealed interface Linking extends Intent {}

  /** Writing a draft and following it. */
  sealed interface Drafting extends Intent {}

  /** Deciding on a draft. */
  sealed interface Reviewing extends Intent {}

  /** What can be done with a live post. */
  sealed interface Sharing extends Intent {}

  /** Sharing for the first time, and practising it. */
  sealed interface Beginning extends Sharing {}

  /** Looking around. */
  sealed interface Looking extends Intent {}

  /** What came of posts. */
  sealed interface Counting extends Looking {}

  /** Reading the organisation's policy and acknowledging it. */
  sealed interface Agreeing extends Intent {}

  /** A member's own accounts, and what stands in the bio there. */
  sealed interface Introducing extends Agreeing {}

  /** Publishing the policy, and saying how strictly it is taken. */
  sealed interface Governing extends Agreeing {}

  /** Asking what the checks say of a text, and which of them are in force. */
  sealed interface Checking extends Intent {}

  /** What is kept: about oneself, and how long all of it. */
  sealed interface Keeping extends Intent {}

  /** Saying what is disclosed beside shared words. */
  sealed interface Disclosing extends Governing {}

  /** Planning, sending and steering campaigns. */
  sealed interface Campaigning extends Intent {}

  /** The record. */
  sealed interface Recording extends Intent {}

  /** Steering what is sent, and sending again. */
  sealed interface Steering extends Campaigning {}

  /** Arranging topics, roles and channels. */
  sealed interface Arranging extends Intent {}

  /** A command as it was typed, without its slash word; mentions as {@code @id} and {@code #id}. */
  record Type(String text) implements Looking {}

  /** A link was opened; the platform wants to hear that we heard. */
  record FollowLink(String name) implements Looking {}

  /** A button that this Herald does not know: old, or forged. */
  record Unknown() implements Looking {}

  /** What was typed is no command: probably a typo. */
  record Typo(String typed) implements Looking {}

  record OpenMenu() implements Looking {}

  record ShowHelp() implements Looking {}

  /** {@code home} */
  record ShowHome() implements Looking {}

  /** Home was opened. */
  record OpenHome() implements Looking {}

  /** Another page of one of Home's lists, named by its {@link HomeList}. */
  record TurnHome(String list, int skip) implements Looking {}

  /** Somebody wrote to Herald, or opened the conversation with it. */
  record Greet() implements Looking {}

  record ShowFeed(int skip) implements Looking {}

  record ShowMine(int skip) implements Looking {}

  record ShowStats(int skip) implements Counting {}

  record ShowTopicStats(int skip) implements Counting {}

  record ShowPostStats(long post) implements Counting {}

  record ShowTopicDetails(long topic) implements Counting {}

  record ShowCampaignStats(int skip) implements Counting {}

  record ShowCampaignDetails(long campaign) implements Counting {}

  /** The address of a file with all numbers, to whoever asks alone. */
  record StatsFile() implements Counting {}

  record Join() implements Joining {}

  record Leave() implements Joining {}

  /** The version of a policy that was shown is read, in a language; then they join. */
  record JoinHavingRead(long document, int version, String language) implements Joining {}

  /** To join now, and read the policy later. */
  record JoinFirst() implements Joining {}

  record ShowPolicy() implements Agreeing {}

  /** A policy in a language; in the one that they chose last where none is named. */
  record ReadPolicy(long document, String language) implements Agreeing {}

  /** The version of a policy that was shown is read, in a language. */
  record Acknowledge(long document, int version, String language) implements Agreeing {}

  /** The bio lines; the form where nothing is known of any account yet. */
  record OpenBio() implements Introducing {}

  record EditBio() implements Introducing {}

  record SaveBio() implements Introducing {}

  /** The line shown stands in the bio on a network, the member says. */
  record BioPlaced(String network) implements Introducing {}

  /** The form for a version of a document, or of a new one: 0. */
  record PublishPolicy(long document) implements Governing {}

  /** The form for the version in force in another language. */
  record TranslatePolicy(long document) implements Governing {}

  /**
   * A version is published.
   *
   * @param version the one before it, 0 for a new document
   */
  record SavePolicy(long document, int version) implements Governing {}

  record SaveTranslation(long document, int version) implements Governing {}

  record RetirePolicy(long document) implements Governing {}

  record ShowPolicyStatus() implements Governing {}

  /** The form that says what is disclosed. */
  record OpenDisclosure() implements Disclosing {}

  record SaveDisclosure() implements Disclosing {}

  /** {@code policy strictness …}: the words after it. */
  record SetStrictness(String words) implements Governing {}

  /** {@code link …}: nothing, a code, or somebody and their code. */
  record Link(String words) implements Linking {}

  /** {@code unlink …}: nothing, or somebody. */
  record Unlink(String words) implements Linking {}

  record OpenSettings() implements Choosing {}

  record SaveSettings() implements Choosing {}

  /** "Pause for two weeks" */
  record Pause() implements Choosing {}

  record Resume() implements Choosing {}

  /** {@code asks …}: the words after it. */
  record SetAsks(String words) implements Choosing {}

  /** An empty form "New draft". */
  record OpenDraft() implements Drafting {}

  /** The form, filled with words and a link; the words may be longer than a form takes. */
  record DraftFrom(String link, String words) implements Drafting {}

  /** The form, filled with what the newest revision of a post says. */
  record EditDraft(long post) implements Drafting {}

  /**
   * A draft form is sent.
   *
   * @param post the post that it is a new revision of, 0 for a new one
   * @param revision the revision that the form was filled from, 0 for a new post
   * @param kept where the whole of a text stands that was too long for the form, 0 for none
   * @param linkedin how many wordings for LinkedIn the form asks for, likewise the next two
   */
  record SubmitDraft(long post, int revision, long kept, int linkedin, int x, int facebook)
      implements Drafting {}

  /** Within the draft form: one more field for a wording of a network, named by its slug. */
  record AddWording(String network) implements Drafting {}

  /** {@code check …}: the text after it. */
  record CheckText(String text) implements Checking {}

  /** A text to check was put into a form. */
  record CheckForm() implements Checking {}

  /** {@code policy packs} */
  record ShowPacks(int skip) implements Checking {}

  /** A pack of rules is switched on, with 1, or off, with 0. */
  record SwitchPack(String pack, int on) implements Checking {}

  record WithdrawDraft(long post) implements Drafting {}

  /** All that a revision says, in full. */
  record ReadAll(long post, int revision) implements Drafting {}

  record Approve(long review, int stage) implements Reviewing {}

  /** To let a draft through that checks block. */
  record AskToLetThrough(long review, int stage) implements Reviewing {}

  record LetThrough(long review, int stage) implements Reviewing {}

  record Undo(long decision) implements Reviewing {}

  record AskForChanges(long review, int stage) implements Reviewing {}

  record AskToReject(long review, int stage) implements Reviewing {}

  record RequestChanges(long review, int stage) implements Reviewing {}

  record Reject(long review, int stage) implements Reviewing {}

  record Hold(long post) implements Reviewing {}

  record PublishNow(long post) implements Reviewing {}

  /** The form that asks why a post cannot wait. */
  record AskForPriority(long post) implements Reviewing {}

  record MakePriority(long post) implements Reviewing {}

  record NoPriority(long post) implements Reviewing {}

  record AskToWithdraw(long post) implements Reviewing {}

  record Withdraw(long post) implements Reviewing {}

  /** The other networks and the words to copy. */
  record More(long post) implements Sharing {}

  /** On a channel's card: the presser's own share buttons. */
  record ShareHere(long post) implements Sharing {}

  record OpenWords(long post) implements Sharing {}

  record SaveWords(long post) implements Sharing {}

  /** What happens when a post is shared, step by step. */
  record FirstShare(long post) implements Beginning {}

  /** A pretend post that leaves nowhere. */
  record Practise() implements Beginning {}

  record PractiseShare(String network) implements Beginning {}

  record NotForMe(long post) implements Sharing {}

  record BringBack(long post) implements Sharing {}

  record FewerLikeThis(long post) implements Sharing {}

  /** {@code use this channel for approvals} */
  record UseChannelForApprovals() implements Arranging {}

  /** {@code topic …}: the words after it. */
  record ArrangeTopic(String words) implements Arranging {}

  /** {@code role …}: the words after it. */
  record ArrangeRole(String words) implements Arranging {}

  record ShowPrivacy() implements Keeping {}

  /** The address of a file with all that is kept about whoever asks. */
  record ExportOwnData() implements Keeping {}

  record AskToErase() implements Keeping {}

  /** Whoever sends the form is erased. */
  record EraseMe() implements Keeping {}

  /** What is kept of somebody who was erased goes as well. */
  record EraseRest(long erasure) implements Keeping {}

  record KeepRest(long erasure) implements Keeping {}

  /** {@code records …} with what is about keeping them: {@code retention}, {@code hold} …. */
  record KeepRecords(String words) implements Keeping {}

  /** {@code records …}: the words after it. */
  record Records(String words) implements Recording {}

  /** The form that asks for an export is sent. */
  record ExportRecord() implements Recording {}

  record ListCampaigns(int skip) implements Campaigning {}

  /** The form, empty. */
  record NewCampaign() implements Campaigning {}

  record ShowCampaign(long campaign) implements Campaigning {}

  record EditCampaign(long campaign) implements Campaigning {}

  /** The form, filled with what another campaign says, without its posts. */
  record CopyCampaign(long campaign) implements Campaigning {}

  /**
   * A campaign form is sent.
   *
   * @param campaign 0 for a new one
   * @param version which the form was filled from, 0 for a new one
   */
  record SaveCampaign(long campaign, int version) implements Campaigning {}

  record DeleteCampaign(long campaign) implements Campaigning {}

  /** The cards of a campaign, to whoever asks alone. */
  record TestCampaign(long campaign) implements Campaigning {}

  record TryCampaign(long campaign) implements Campaigning {}

  record AskToSend(long campaign) implements Campaigning {}

  /** It is sent, to as many as stood in the form. */
  record SendCampaign(long campaign, int version, long people) implements Campaigning {}

  record PauseCampaign(long campaign) implements Campaigning {}

  record ResumeCampaign(long campaign) implements Campaigning {}

  /** The address of a file about it, to whoever asks alone. */
  record CampaignFile(long campaign) implements Campaigning {}

  /** How far the push of a post is. */
  record ShowPush(long post) implements Steering {}

  record PausePush(long post) implements Steering {}

  record ResumePush(long post) implements Steering {}

  record AskToCancelPush(long post) implements Steering {}

  record CancelPush(long post) implements Steering {}

  /** The form that asks whether a campaign's cards of which nobody can tell go again. */
  record AskToResend(long campaign) implements Steering {}

  record Resend(long campaign) implements Steering {}

  record AskToResendPush(long post) implements Steering {}

  record ResendPush(long post) implements Steering {}

  record AskToCancel(long campaign) implements Campaigning {}

  record CancelCampaign(long campaign) implements Campaigning {}
}
