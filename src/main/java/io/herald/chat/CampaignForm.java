package io.herald.chat;

import io.herald.campaign.Plan;
import io.herald.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The form "New campaign". Only the name is required: a draft of it can be saved at any time. */
final class CampaignForm {
  static final String NAME = "name";
  static final String GOAL = "goal";
  static final String POSTS = "posts";
  static final String AUDIENCE = "audience";
  static final String GROUPS = "groups";
  static final String CHANNELS = "channels";
  static final String LEFT_OUT = "left_out";
  static final String BEGINS = "begins";
  static final String ENDS = "ends";
  static final String EVENT_FROM = "event_from";
  static final String EVENT_UNTIL = "event_until";
  static final String REMIND_DAYS = "remind_days";
  static final String TARGET = "target";

  /** The fields that say whom it means. */
  static final List<String> MEANT = List.of(AUDIENCE, GROUPS, CHANNELS);

  private CampaignForm() {}

  /** What stands in the form for a plan. */
  static Values values(Plan plan) {
    Map<String, List<String>> fields = new HashMap<>();
    put(fields, NAME, plan.name());
    put(fields, GOAL, plan.goal());
    fields.put(POSTS, plan.posts().stream().map(String::valueOf).toList());
    List<String> meant = plan.aim().meant().stream().map(AudienceChoices::value).toList();
    MEANT.forEach(name -> fields.put(name, meant));
    fields.put(LEFT_OUT, plan.aim().leftOut().stream().map(AudienceChoices::value).toList());
    put(fields, BEGINS, plan.begins());
    put(fields, ENDS, plan.ends());
    put(fields, EVENT_FROM, plan.eventFrom());
    put(fields, EVENT_UNTIL, plan.eventUntil());
    put(fields, REMIND_DAYS, plan.remindDays());
    put(fields, TARGET, plan.target());
    return new Values(fields);
  }

  private static void put(Map<String, List<String>> fields, String name, @Nullable Object value) {
    if (value instanceof Instant at) {
      fields.put(name, List.of(String.valueOf(at.getEpochSecond())));
    } else if (value != null && !value.toString().isEmpty()) {
      fields.put(name, List.of(value.toString()));
    }
  }

  /**
   * The form, filled in.
   *
   * @param posts what can be chosen; a field without anything to choose says so instead
   * @param audience the same of a field for people or channels
   */
  static Form draw(
      Intent.SaveCampaign save,
      Values filled,
      List<Field.Option> posts,
      Function<String, List<Field.Option>> audience) {
    var fields = new ArrayList<Field>();
    fields.add(typed(filled, NAME, true, false, 80));
    fields.add(typed(filled, GOAL, false, true, 1_000));
    fields.add(picked(filled, POSTS, posts));
    MEANT.forEach(name -> fields.add(picked(filled, name, audience.apply(name))));
    fields.add(picked(filled, LEFT_OUT, audience.apply(LEFT_OUT)));
    fields.add(at(filled, BEGINS));
    fields.add(at(filled, ENDS));
    fields.add(at(filled, EVENT_FROM));
    fields.add(at(filled, EVENT_UNTIL));
    fields.add(typed(filled, REMIND_DAYS, false, false, 2));
    fields.add(typed(filled, TARGET, false, false, 7));
    return new Form(
        Words.say(save.campaign() == 0 ? "campaign.new" : "campaign.edit.title"),
        Words.say("campaign.save"),
        save,
        fields);
  }

  private static Field typed(
      Values filled, String name, boolean required, boolean several, int most) {
    return new Field.Typed(
        name,
        Words.say("campaign." + name),
        hint(name),
        filled.text(name),
        required,
        several,
        most);
  }

  private static Field picked(Values filled, String name, List<Field.Option> options) {
    if (options.isEmpty()) {
      return new Field.Note(Words.text("campaign.no_" + name));
    }
    List<String> offered = options.stream().map(Field.Option::value).toList();
    return new Field.Picked(
        name,
        Words.say("campaign." + name),
        hint(name),
        options,
        filled.all(name).stream().filter(offered::contains).toList(),
        false,
        true);
  }

  private static Field at(Values filled, String name) {
    return new Field.At(
        name, Words.say("campaign." + name), hint(name), filled.moment(name).orElse(null));
  }

  private static @Nullable String hint(String name) {
    String key = "campaign." + name + ".hint";
    return Words.has(key) ? Words.say(key) : null;
  }
}
