package org.depositary.facts;

import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Decider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.facts.FactCommand.ClaimOtherwise;
import org.depositary.facts.FactCommand.CorrectFact;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactEvent.Claimed;
import org.depositary.facts.FactEvent.Corrected;
import org.depositary.facts.FactEvent.Preferred;
import org.depositary.facts.FactEvent.Recorded;
import org.depositary.facts.FactEvent.Retracted;
import org.depositary.facts.FactEvent.Withdrawn;
import org.depositary.testing.DeciderSpecification;
import org.depositary.testing.DeciderSpecification.Rejection;
import org.depositary.vocabulary.sources.Source;

/** Commands and events about one small kind of fact: when and where a meeting took place. */
final class FactSteps {

    record Meeting(String date, String place) {}

    static final List<Source> CHRONICLE = sources("A chronicle");
    static final List<Source> MEMOIR = sources("A memoir");

    /** At most one meeting may take place on a date. */
    static final Decider<FactCommand<Meeting>, FactStream<Meeting>, FactEvent<Meeting>> DECIDER =
            FactDecider.withInvariant(attempt -> {
                var dates = attempt.after().standing().stream()
                        .map(fact -> fact.statement().date())
                        .toList();
                if (dates.stream().distinct().count() < dates.size()) {
                    throw Problem.of(ProblemType.TIMELINE_CONFLICT, "Two meetings on one date");
                }
            });

    private FactSteps() {}

    @SafeVarargs
    static DeciderSpecification<FactCommand<Meeting>, FactStream<Meeting>, FactEvent<Meeting>, Problem> given(
            FactEvent<Meeting>... events) {
        return DeciderSpecification.of(
                        DECIDER.initial(),
                        DECIDER::decide,
                        DECIDER::evolve,
                        new Rejection<>(Problem.class, Problem::type, Problem::conflictsWith))
                .given(events);
    }

    /** The state of the fact {@code 1} after these events. */
    @SafeVarargs
    static Fact<Meeting> factAfter(FactEvent<Meeting>... events) {
        return FactStream.<Meeting>empty().withAll(List.of(events)).find("1").orElseThrow();
    }

    static List<Source> sources(String title) {
        return List.of(Source.reference(title, "https://example.org/"));
    }

    static Meeting meeting(String date) {
        return new Meeting(date, "Tashkent");
    }

    static FactCommand<Meeting> record(String id, String date) {
        return new RecordFacts<>(List.of(new NewFact<>(id, meeting(date), CHRONICLE)));
    }

    static FactCommand<Meeting> correctDate(String id, String date) {
        return new CorrectFact<>(
                id, meeting -> new Meeting(date, meeting.place()), List.of("date"), "misread", List.of());
    }

    static FactCommand<Meeting> correctPlace(String place) {
        return new CorrectFact<>(
                "1", meeting -> new Meeting(meeting.date(), place), List.of("place"), "misread", List.of());
    }

    static FactCommand<Meeting> claimDate(String date) {
        return new ClaimOtherwise<>("1", meeting -> new Meeting(date, meeting.place()), List.of("date"), true, MEMOIR);
    }

    static FactCommand<Meeting> claimItNeverHappened() {
        return new ClaimOtherwise<>("1", meeting -> meeting, List.of(), false, MEMOIR);
    }

    static FactEvent<Meeting> recorded(String id, String date) {
        return new Recorded<>(id, meeting(date), CHRONICLE);
    }

    static FactEvent<Meeting> corrected(Meeting statement, String field) {
        return new Corrected<>("1", statement, List.of(field), "misread", CHRONICLE);
    }

    static FactEvent<Meeting> retracted(String id, String date) {
        return new Retracted<>(id, meeting(date), "a hoax");
    }

    /** @param stated the date that the fact states */
    static FactEvent<Meeting> claimed(int number, String stated, String claimed) {
        return new Claimed<>("1", meeting(stated), claim(number, claimed, List.of("date"), true));
    }

    static FactEvent<Meeting> denied(int number, String stated) {
        return new Claimed<>("1", meeting(stated), claim(number, stated, List.of(), false));
    }

    private static Claim<Meeting> claim(int number, String date, List<String> fields, boolean holds) {
        return new Claim<>(number, meeting(date), fields, holds, MEMOIR, Optional.empty());
    }

    static FactEvent<Meeting> preferred(int number, String date, boolean holds) {
        return new Preferred<>("1", meeting(date), number, holds, "an eyewitness", number == 1 ? CHRONICLE : MEMOIR);
    }

    static FactEvent<Meeting> withdrawn(int number, String date) {
        return new Withdrawn<>("1", meeting(date), number, "a forgery");
    }
}
