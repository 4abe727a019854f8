package org.depositary.exercises.domain;

import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.validation.Violation;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * An exercise, operation or observation mission.
 *
 * @param name absent if the source gives none
 * @param series {@code Peace Mission}
 * @param organizations the organisations that held it
 * @param dates from the first to the last day
 * @param strength the troops of all participants together
 */
public record Exercise(
        Optional<String> name,
        ExerciseKind kind,
        ExerciseStatus status,
        Optional<String> series,
        List<Party> organizations,
        Period dates,
        Optional<Purpose> purpose,
        List<Phase> phases,
        List<Participant> participants,
        Optional<LegalBasis> legalBasis,
        Optional<Strength> strength) {

    private static final int LONGEST_NAME = 300;
    private static final int MOST_ORGANIZATIONS = 100;
    private static final int MOST_PHASES = 200;
    private static final int MOST_PARTICIPANTS = 500;

    public Exercise {
        organizations = ViolationCollector.orEmpty(organizations);
        phases = ViolationCollector.orEmpty(phases);
        participants = ViolationCollector.orEmpty(participants);
    }

    /** Returns the violations of rules that the types of the fields do not already enforce. */
    public List<Violation> violations() {
        var violations = new ViolationCollector();
        violations.checkText("#/name", name, LONGEST_NAME);
        violations.checkText("#/series", series, LONGEST_NAME);
        violations.checkEach(
                "#/organizations",
                organizations,
                MOST_ORGANIZATIONS,
                (pointer, party) -> party.requireOrganization(violations, pointer));
        purpose.ifPresent(given -> given.check(violations, "#/purpose"));
        violations.checkEach("#/phases", phases, MOST_PHASES, (at, phase) -> phase.check(violations, at));
        violations.checkEach("#/participants", participants, MOST_PARTICIPANTS, (at, one) -> one.check(violations, at));
        legalBasis.ifPresent(given -> given.check(violations, "#/legalBasis"));
        strength.ifPresent(troops -> troops.check(violations, "#/strength"));
        return violations.list();
    }
}
