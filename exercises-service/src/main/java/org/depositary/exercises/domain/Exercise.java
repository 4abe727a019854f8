package org.depositary.exercises.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.DatedParty;
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
 * @param strength the troops of all participants, if the source gives that number
 * @param strengthByForce the troops of each force, of all participants
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
        Optional<Strength> strength,
        Optional<List<ForceStrength>> strengthByForce)
        implements ExerciseFact {

    private static final int LONGEST_NAME = 300;
    private static final int MOST_ORGANIZATIONS = 100;
    private static final int MOST_PHASES = 200;
    private static final int MOST_PARTICIPANTS = 500;

    public Exercise {
        organizations = ViolationCollector.orEmpty(organizations);
        phases = ViolationCollector.orEmpty(phases);
        participants = ViolationCollector.orEmpty(participants);
    }

    /** Creates an exercise without the troops of each force, such as the navy. */
    public Exercise(
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
        this(
                name,
                kind,
                status,
                series,
                organizations,
                dates,
                purpose,
                phases,
                participants,
                legalBasis,
                strength,
                Optional.empty());
    }

    @Override
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
        ForceStrength.checkAll(violations, "#/strengthByForce", strengthByForce.orElse(List.of()));
        return violations.list();
    }

    @Override
    public Stream<DatedParty> parties() {
        var during = dates.asPoint();
        var participating = participants.stream().flatMap(participant -> participant.party().stream());
        var invoking = legalBasis.stream().flatMap(basis -> basis.invokedBy().stream()
                .map(party -> new DatedParty(party, basis.invoked().orElse(during))));
        return Stream.concat(participating.map(party -> new DatedParty(party, during)), invoking);
    }
}
