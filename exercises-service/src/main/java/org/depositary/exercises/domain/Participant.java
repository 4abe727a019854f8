package org.depositary.exercises.domain;

import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A participation: either a party, or all members that an organisation had on the start day.
 *
 * @param membersOf the organisation whose members took part; absent for a single party
 * @param forces the kinds of troops, in the words of the source: {@code land}, {@code air}
 */
public record Participant(
        Optional<Party> party,
        Optional<Party> membersOf,
        ParticipantRole role,
        Optional<Strength> strength,
        List<String> forces) {

    private static final int MOST_FORCES = 50;
    private static final int LONGEST_FORCE = 100;

    public Participant {
        forces = ViolationCollector.orEmpty(forces);
    }

    void check(ViolationCollector violations, String pointer) {
        violations.require(
                party.isPresent() != membersOf.isPresent(), pointer, "A participant needs either party or members-of.");
        membersOf.ifPresent(organization -> organization.requireOrganization(violations, pointer + "/members-of"));
        strength.ifPresent(troops -> troops.check(violations, pointer + "/strength"));
        violations.checkEach(
                pointer + "/forces",
                forces,
                MOST_FORCES,
                (at, force) -> violations.checkText(at, Optional.of(force), LONGEST_FORCE));
    }
}
