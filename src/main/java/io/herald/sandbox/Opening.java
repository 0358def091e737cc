package io.herald.sandbox;

import io.herald.sandbox.teams.TeamsActor;
import io.herald.sandbox.teams.TeamsDouble;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the people of a new workspace did before the newcomer came, done for real through Herald:
 * they link their accounts, join, choose topics, write and approve, so that nothing is empty.
 */
public final class Opening implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  private static final Pattern CODE = Pattern.compile("[2-9A-Z]{3}-[2-9A-Z]{5}");

  private final SlackDouble slack;
  private final TeamsDouble teams;
  private final boolean both;
  private final boolean fresh;
  private volatile boolean closed;
  private final Thread story = new Thread(this::tell, "herald-sandbox-opening");

  /**
   * @param both whether Herald is in Teams as well
   */
  public Opening(Sandbox sandbox, boolean both) {
    this.slack = sandbox.slack();
    this.teams = sandbox.teams();
    this.both = both;
    this.fresh = sandbox.isFresh();
    story.setDaemon(true);
  }

  /** Begins, in the background, if the workspace is new. */
  public void begin() {
    if (fresh) {
      story.start();
    }
  }

  private void tell() {
    try {
      play();
    } catch (RuntimeException | AssertionError e) {
      if (closed) {
        return;
      }
      LOG.warn("The sandbox's people could not do all that they do before a newcomer comes", e);
    }
  }

  private void play() {
    Actor amira = slack.as(Cast.AMIRA);
    Actor ben = slack.as(Cast.BEN);
    Actor clara = slack.as(Cast.CLARA);
    Actor dan = slack.as(Cast.DAN);
    arrange(dan);
    if (both) {
      List.of(dan, clara, ben, amira).forEach(this::link);
    }
    joinAndFollow(dan, "General", "Hiring", "Engineering");
    joinAndFollow(clara, "General", "Hiring");
    joinAndFollow(ben, "General", "Engineering");
    joinAndFollow(amira, "General", "Engineering");
    draft(
        dan,
        "https://acme.example/reports/energy",
        "We halved the energy our servers use",
        "Two years ago we set out to halve the energy our servers use. This week we got there,"
            + " with fewer machines and no slower answers. Here is how, with all the numbers.",
        "Engineering",
        "award",
        "A small gold trophy");
    approve(clara, "We halved the energy our servers use");
    draft(
        amira,
        "https://acme.example/jobs/platform",
        "Come and build the platform with us",
        "My team is looking for two engineers who like quiet systems and kind reviews."
            + " Ask me anything about working here.",
        "Hiring",
        "office-garden",
        "A desk in our office, with plants around it");
    approve(clara, "Come and build the platform with us");
    draft(
        ben,
        "https://acme.example/talks/cold-starts",
        "Our talk on cold starts is online",
        "Nine seconds to one: our talk on cutting cold starts is online, slides and all.",
        "Engineering",
        "spring-launch",
        "A rocket on its way up");
  }

  private void arrange(Actor admin) {
    // Who is admin is looked up in the background, and an admin's account is, once they are known.
    slack.await(
        "the admin to be known",
        () ->
            slack.ledger().calls("users.info").stream()
                .filter(call -> call.arg("user").equals(Cast.DAN))
                .findFirst());
    admin.command("/herald topic add Engineering");
    admin.command("/herald topic add Hiring");
    admin.command("/herald topic point Hiring at #news");
    admin.command("/herald role grant lead @" + admin.person().handle());
    admin.sees("is a topic now");
  }

  /**
   * The same person is in Teams, and shows that it is they: so each gets a post once, and decides
   * on either. The code is taken in Slack, where the story goes on and posts go.
   */
  private void link(Actor inSlack) {
    TeamsActor inTeams = teams.as(inSlack.person().name());
    inTeams.type("link");
    Matcher code = CODE.matcher(inTeams.hears("Your code is").shown());
    if (!code.find()) {
      throw new Complaint("no code to link " + inSlack.person().name());
    }
    inSlack.command("/herald link " + code.group());
    inSlack.sees("Your accounts are linked");
  }

  private void joinAndFollow(Actor person, String... topics) {
    person.command("/herald join");
    slack.await(
        person.person().name() + " to have joined",
        () ->
            slack.ephemerals(person.person().id()).stream()
                .filter(message -> message.shown().contains("You have joined"))
                .findFirst());
    person.command("/herald settings");
    person.modal("Settings").fill("Topics that you follow", topics).submit();
  }

  private static void draft(
      Actor author,
      String link,
      String headline,
      String text,
      String topic,
      String image,
      String description) {
    author.command("/herald draft " + link + " " + text);
    author
        .modal("New draft")
        .fill("Headline", headline)
        .fill("Topics", topic)
        .fill("Image link", "https://images.acme.example/" + image + ".png")
        .fill("Image description", description)
        .submit();
  }

  private void approve(Actor approver, String headline) {
    Message card = slack.awaitIn("approvals", m -> m.shown().contains(headline));
    approver.press("Approve", card);
  }

  @Override
  public void close() {
    // Not interrupted: that would close the journal under whoever writes in it.
    closed = true;
  }
}
