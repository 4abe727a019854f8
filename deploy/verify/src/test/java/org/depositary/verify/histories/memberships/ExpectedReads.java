package org.depositary.verify.histories.memberships;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.depositary.verify.histories.ModelDate;
import org.depositary.verify.histories.memberships.ActualReads.Item;

/** Computes the expected results of {@code members}, {@code memberships} and {@code timeline} from a state. */
final class ExpectedReads {

    private final RegisterState state;

    ExpectedReads(RegisterState state) {
        this.state = state;
    }

    /** A span that also ends with the dissolution of its organisation or of its party. */
    private record Bounded(
            int organization,
            int party,
            ModelTimeline.Span span,
            Optional<ModelDate> until,
            boolean dissolved,
            boolean afterParty) {

        boolean isPossibleOn(LocalDate day) {
            return !day.isBefore(span.opened().effective().earliest())
                    && until.map(end -> day.isBefore(end.latest())).orElse(true);
        }

        String certaintyOn(LocalDate day) {
            boolean goesOn = until.map(end -> day.isBefore(end.earliest())).orElse(true);
            return span.opened().effective().hasBegunOn(day) && goesOn && !afterParty ? "certain" : "possible";
        }
    }

    /** All bounds of all dates, and the days before and after them. */
    static List<LocalDate> days(List<RegisterState> states) {
        var days = new TreeSet<LocalDate>();
        states.stream()
                .flatMap(state -> Stream.concat(
                        state.changes().stream().map(RegisterState.Change::effective),
                        state.dissolutions().stream().map(RegisterState.Dissolution::effective)))
                .flatMap(date -> Stream.of(date.earliest(), date.latest()))
                .filter(day -> !day.equals(LocalDate.MIN) && !day.equals(LocalDate.MAX))
                .forEach(day -> days.addAll(List.of(day.minusDays(1), day, day.plusDays(1))));
        return List.copyOf(days);
    }

    /** The members of one organisation, in any order. */
    List<Item> members(int organization, LocalDate day) {
        return IntStream.range(0, HistoryParties.PARTIES)
                .boxed()
                .flatMap(party -> membership(organization, party, day).stream())
                .toList();
    }

    /** The memberships of one party. */
    List<Item> memberships(int party, LocalDate day) {
        return IntStream.range(0, HistoryParties.ORGANIZATIONS)
                .boxed()
                .flatMap(organization -> membership(organization, party, day).stream())
                .toList();
    }

    /** One item per status, with its candidacy, or an item for a candidacy without a status. */
    private List<Item> membership(int organization, int party, LocalDate day) {
        var held = spans(organization, party).stream()
                .filter(span -> span.isPossibleOn(day))
                .toList();
        // If several candidacies are possible, the latest is returned.
        var candidacy = held.stream()
                .filter(span -> span.span().isCandidacy())
                .max(Comparator.comparing((Bounded span) -> span.span().opened().effective())
                        .thenComparing(span -> span.span().opened().number()));
        var items = new ArrayList<Item>();
        held.stream()
                .filter(span -> !span.span().isCandidacy())
                .forEach(status ->
                        items.add(item(status, Optional.of(status.span().word()), candidacy, day)));
        if (items.isEmpty()) {
            candidacy.ifPresent(alone -> items.add(item(alone, Optional.of("none"), candidacy, day)));
        }
        return items;
    }

    private static Item item(Bounded main, Optional<String> status, Optional<Bounded> candidacy, LocalDate day) {
        return new Item(
                main.organization(),
                main.party(),
                status,
                candidacy.map(span -> span.span().word()),
                main.span().opened().effective(),
                main.until(),
                Optional.of(main.certaintyOn(day)),
                main.span().opened().number(),
                Optional.empty(),
                main.span().opened().sources(),
                Stream.concat(Stream.of(main), candidacy.stream())
                        .anyMatch(span -> span.span().isDisputed()),
                main.dissolved(),
                candidacy.map(span -> "%s, %s, %d"
                        .formatted(
                                span.span().opened().effective().edtf(),
                                span.certaintyOn(day),
                                span.span().opened().number())));
    }

    /** All spans of one organisation, or those that hold on the day. */
    List<Item> timeline(int organization, Optional<LocalDate> on) {
        return IntStream.range(0, HistoryParties.PARTIES)
                .boxed()
                .flatMap(party -> spans(organization, party).stream())
                .filter(span -> on.isEmpty() || span.isPossibleOn(on.get()))
                .map(span -> item(span, on.map(span::certaintyOn).or(() -> Optional.of("possible")
                        .filter(any -> span.afterParty()))))
                .toList();
    }

    /** All spans of one party that hold on a day. */
    List<Item> timelineOf(int party, LocalDate day) {
        return IntStream.range(0, HistoryParties.ORGANIZATIONS)
                .boxed()
                .flatMap(organization -> timeline(organization, Optional.of(day)).stream())
                .filter(item -> item.party() == party)
                .toList();
    }

    private static Item item(Bounded span, Optional<String> certainty) {
        var word = Optional.of(span.span().word());
        return new Item(
                span.organization(),
                span.party(),
                word.filter(any -> !span.span().isCandidacy()),
                word.filter(any -> span.span().isCandidacy()),
                span.span().opened().effective(),
                span.until(),
                certainty,
                span.span().opened().number(),
                span.span().closed().map(RegisterState.Change::number),
                span.span().opened().sources(),
                span.span().isDisputed(),
                span.dissolved(),
                Optional.empty());
    }

    private List<Bounded> spans(int organization, int party) {
        return new ModelTimeline(state.of(organization, party))
                .spans().stream()
                        .map(span -> bounded(organization, party, span))
                        .toList();
    }

    private Bounded bounded(int organization, int party, ModelTimeline.Span span) {
        var begin = span.opened().effective().earliest();
        var ofParty = HistoryParties.organization(party).flatMap(this::dissolution);
        boolean afterParty = ofParty.filter(end -> !end.latest().isAfter(begin)).isPresent();
        // If both ends are equal, the end of the organisation counts.
        var dissolved = Stream.concat(dissolution(organization).stream(), ofParty.filter(end -> !afterParty).stream())
                .min(Comparator.comparing(ModelDate::latest).thenComparing(ModelDate::earliest));
        var closed = span.closed().map(RegisterState.Change::effective);
        boolean ended = dissolved
                .filter(end -> closed.filter(change -> !change.latest().isAfter(end.latest()))
                        .isEmpty())
                .isPresent();
        var until =
                ended ? closed.map(change -> earlier(change, dissolved.get())).or(() -> dissolved) : closed;
        return new Bounded(organization, party, span, until, ended, afterParty);
    }

    private Optional<ModelDate> dissolution(int organization) {
        return state.dissolutionsOf(organization).stream().findFirst().map(RegisterState.Dissolution::effective);
    }

    /** The earlier of two ends, or an interval if their order is uncertain. */
    private static ModelDate earlier(ModelDate change, ModelDate dissolution) {
        return change.earliest().isBefore(dissolution.earliest())
                ? ModelDate.of(bound(change.edtf().split("/")[0], change.earliest()) + "/"
                        + bound(dissolution.edtf().replaceFirst(".*/", ""), dissolution.latest()))
                : dissolution;
    }

    /** The bound of an interval; empty if it is open. */
    private static String bound(String edtf, LocalDate day) {
        return edtf.contains("X") ? day.toString() : edtf;
    }
}
