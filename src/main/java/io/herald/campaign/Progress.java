package io.herald.campaign;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How far a broadcast is.
 *
 * @param members how many deliveries it has
 * @param ended how many ended, by state and reason
 */
public record Progress(int members, List<Group> ended) {
  public Progress {
    ended = List.copyOf(ended);
  }

  /** How many deliveries ended alike; the reason is a code, empty where none is needed. */
  public record Group(DeliveryState state, String reason, long number) {}

  /** How many arrived, whether or not they were recalled since. */
  public long delivered() {
    return number(DeliveryState.DELIVERED) + number(DeliveryState.RECALLED);
  }

  /** How many ended in a state. */
  public long number(DeliveryState state) {
    return ended.stream().filter(g -> g.state() == state).mapToLong(Group::number).sum();
  }

  /** How many have not ended yet. */
  public long pending() {
    return members - ended.stream().mapToLong(Group::number).sum();
  }

  /** Several broadcasts together. */
  static Progress sum(List<Progress> all) {
    var rows = new ArrayList<DeliverySql.Tally>();
    for (Progress one : all) {
      one.ended.forEach(
          g -> rows.add(new DeliverySql.Tally(g.state().number(), g.reason(), g.number())));
    }
    return of(all.stream().mapToInt(Progress::members).sum(), rows);
  }

  static Progress of(int members, List<DeliverySql.Tally> rows) {
    Map<DeliveryState, Map<String, Long>> sums = new EnumMap<>(DeliveryState.class);
    for (DeliverySql.Tally row : rows) {
      sums.computeIfAbsent(DeliveryState.of(row.state()), s -> new java.util.TreeMap<>())
          .merge(row.reason(), row.number(), Long::sum);
    }
    return new Progress(
        members,
        sums.entrySet().stream()
            .flatMap(
                state ->
                    state.getValue().entrySet().stream()
                        .filter(reason -> reason.getValue() != 0)
                        .map(r -> new Group(state.getKey(), r.getKey(), r.getValue())))
            .toList());
  }
}
