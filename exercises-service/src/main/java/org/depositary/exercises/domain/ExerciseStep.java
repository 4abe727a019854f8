package org.depositary.exercises.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.validation.Violation;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A dated step in the life of an exercise, such as its start, or of an operation, such as a deployment.
 *
 * @param exercise the id of the exercise
 * @param effective the date of the step
 * @param dates the planned period, which a schedule states
 * @param party who took the step: who requested the operation, or whose troops were deployed
 * @param instrument the instrument on which a request or decision is based: its id, or its name
 * @param article the article of that instrument
 */
public record ExerciseStep(
        String exercise,
        ExerciseStepKind step,
        PartialDate effective,
        Optional<Period> dates,
        Optional<Party> party,
        Optional<String> instrument,
        Optional<String> article,
        Optional<String> note)
        implements ExerciseFact {

    static final int LONGEST_NOTE = 2_000;

    private static final int LONGEST_INSTRUMENT = 300;
    private static final int LONGEST_ARTICLE = 50;

    @Override
    public Stream<DatedParty> parties() {
        return party.stream().map(taker -> new DatedParty(taker, effective));
    }

    @Override
    public List<Violation> violations() {
        var violations = new ViolationCollector();
        violations.require(
                (step == ExerciseStepKind.SCHEDULE) == dates.isPresent(),
                "#/dates",
                step == ExerciseStepKind.SCHEDULE ? "is required" : "Only a schedule has dates.");
        violations.checkText("#/instrument", instrument, LONGEST_INSTRUMENT);
        violations.checkText("#/article", article, LONGEST_ARTICLE);
        violations.checkText("#/note", note, LONGEST_NOTE);
        return violations.list();
    }
}
