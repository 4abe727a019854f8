package org.depositary.exercises.domain;

import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem;
import org.depositary.facts.FactCommand;
import org.depositary.facts.FactCommand.NewFact;
import org.depositary.facts.FactCommand.RecordFacts;
import org.depositary.facts.FactEvent;
import org.depositary.facts.FactEvent.Recorded;
import org.depositary.facts.FactStream;
import org.depositary.testing.DeciderSpecification;
import org.depositary.testing.DeciderSpecification.Rejection;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.sources.Source;

/** Facts about one exercise, for the specifications of its decider. */
final class ExerciseSpecification {

    static final String ID = "peace-mission";
    static final List<Source> SOURCES = List.of(Source.reference("A chronicle", "https://example.org/chronicle"));

    private ExerciseSpecification() {}

    @SafeVarargs
    static DeciderSpecification<FactCommand<ExerciseFact>, FactStream<ExerciseFact>, FactEvent<ExerciseFact>, Problem>
            given(FactEvent<ExerciseFact>... events) {
        return DeciderSpecification.of(
                        ExerciseDecider.DECIDER.initial(),
                        ExerciseDecider.DECIDER::decide,
                        ExerciseDecider.DECIDER::evolve,
                        new Rejection<>(Problem.class, Problem::type, Problem::conflictsWith))
                .given(events);
    }

    static FactCommand<ExerciseFact> record(String id, ExerciseFact statement) {
        return new RecordFacts<>(List.of(new NewFact<>(id, statement, SOURCES)));
    }

    static FactEvent<ExerciseFact> event(String id, ExerciseFact statement) {
        return new Recorded<>(id, statement, SOURCES);
    }

    static FactEvent<ExerciseFact> exercise(ExerciseStatus status, String dates) {
        return event(
                ID,
                new Exercise(
                        Optional.of("Peace Mission"),
                        ExerciseKind.EXERCISE,
                        status,
                        Optional.empty(),
                        List.of(),
                        Period.parse(dates),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty()));
    }

    static ExerciseStep step(ExerciseStepKind kind, String effective) {
        return step(kind, effective, Optional.empty());
    }

    static ExerciseStep schedule(String effective, String dates) {
        return step(ExerciseStepKind.SCHEDULE, effective, Optional.of(Period.parse(dates)));
    }

    private static ExerciseStep step(ExerciseStepKind kind, String effective, Optional<Period> dates) {
        return new ExerciseStep(
                ID,
                kind,
                PartialDate.parse(effective),
                dates,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Participation participation(String party, String joined, String left, ForceStrength... forces) {
        return new Participation(
                ID,
                Optional.of(new Party(party)),
                Optional.empty(),
                ParticipantRole.PARTICIPANT,
                Optional.of(joined).filter(date -> !date.isEmpty()).map(PartialDate::parse),
                Optional.of(left).filter(date -> !date.isEmpty()).map(PartialDate::parse),
                Optional.empty(),
                List.of(forces),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
