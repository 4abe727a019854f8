package org.depositary.exercises.domain;

import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.Flaw;
import org.depositary.vocabulary.Flaws;
import org.depositary.vocabulary.Party;
import org.depositary.vocabulary.Period;

/**
 * An exercise, operation or observation mission.
 *
 * @param name what it is called; absent where not even the source knows one
 * @param series what it is one of, {@code Peace Mission}
 * @param organizations that it was held under
 * @param dates from its first to its last day
 */
public record Exercise(
        Optional<String> name,
        Kind kind,
        Status status,
        Optional<String> series,
        List<Party> organizations,
        Period dates,
        Optional<Purpose> purpose,
        List<Phase> phases,
        List<Participant> participants,
        Optional<LegalBasis> legalBasis) {

    private static final int LONGEST_NAME = 300;
    private static final int MOST_ORGANIZATIONS = 100;
    private static final int MOST_PHASES = 200;
    private static final int MOST_PARTICIPANTS = 500;

    public Exercise {
        organizations = Flaws.list(organizations);
        phases = Flaws.list(phases);
        participants = Flaws.list(participants);
    }

    /** What is wrong with it beyond what its types keep; nothing if it can stand. */
    public List<Flaw> flaws() {
        var flaws = new Flaws();
        flaws.text("#/name", name, LONGEST_NAME);
        flaws.text("#/series", series, LONGEST_NAME);
        flaws.each("#/organizations", organizations, MOST_ORGANIZATIONS, flaws::organization);
        purpose.ifPresent(given -> given.check(flaws, "#/purpose"));
        flaws.each("#/phases", phases, MOST_PHASES, (at, phase) -> phase.check(flaws, at));
        flaws.each("#/participants", participants, MOST_PARTICIPANTS, (at, one) -> one.check(flaws, at));
        legalBasis.ifPresent(given -> given.check(flaws, "#/legalBasis"));
        return flaws.found();
    }
}
