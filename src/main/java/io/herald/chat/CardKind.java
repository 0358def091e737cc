package io.herald.chat;

/** What a card in a message is about; the subject is the id behind it. */
enum CardKind {
  /** A round of review, in the approvers' channel; subject: the review. */
  REVIEW,
  /** Where a draft stands, for its author; subject: the post. */
  AUTHOR,
  /** A post for a member; subject: the delivery. */
  POST,
  /** Several posts for a member who chose that; subject: the digest. */
  DIGEST,
  /** A post in a channel; subject: the channel delivery. */
  CHANNEL_POST,
  /** A line in a card's thread; subject: the review event, detail: the card. */
  THREAD,
  /** The one welcome; subject: the member. */
  WELCOME,
  /** A post that somebody shared was withdrawn; subject: the post. */
  RECALL,
  /** What came of a week, for a lead; subject: the Monday, as a day since 1970. */
  REPORT,
  /** A round that waits for this person; subject: the review, detail: the review event. */
  REMINDER,
  /** A campaign, for a lead who works on it; subject: the campaign. */
  CAMPAIGN,
  /** How far the push of a post is, for a lead; subject: the post. */
  PUSH,
  /** A reminder of a campaign's post; subject: the delivery. */
  NUDGE,
  /** How far the recall of a post is, for the lead who withdrew it; subject: the post. */
  EXPOSURE,
  /** A post as members would get it, for a lead who looks first; subject: the post. */
  TEST,
  /** A policy that waits to be read; subject: the document, detail: its version. */
  POLICY,
  /** What changed rules find in what is written, for a lead; subject: the recheck. */
  RECHECK,
  /** What is kept of somebody who was erased, for an admin; subject: the erasure. */
  ERASURE,
  /** Something an admin must know; subject: the review event. */
  WARNING,
  /** A workspace takes no calls, for whoever is in another; subject: it, detail: since when. */
  HALT,
  /** Where the chain of the record ended, for a channel; subject: the number of the entry. */
  CHECKPOINT,
  /** An export of the record, for whoever asked for it; subject: the export. */
  EXPORT,
  /** What somebody shared was exported, for them; subject: the export. */
  EXPORT_ABOUT
}
