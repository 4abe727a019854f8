package org.depositary.exercises.domain;

import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.Flaws;
import org.depositary.vocabulary.Party;

/**
 * Who took part, and as what: either a party, or the members that an organisation had on the start day, whoever these
 * were.
 *
 * @param membersOf an organisation
 * @param forces what the troops were, in the source's words: {@code land}, {@code air}
 */
public record Participant(
        Optional<Party> party, Optional<Party> membersOf, Role role, Optional<Strength> strength, List<String> forces) {

    private static final int MOST_FORCES = 50;
    private static final int LONGEST_FORCE = 100;

    public Participant {
        forces = Flaws.list(forces);
    }

    void check(Flaws flaws, String pointer) {
        flaws.unless(
                party.isPresent() != membersOf.isPresent(), pointer, "A participant is either a party or members-of.");
        membersOf.ifPresent(organization -> flaws.organization(pointer + "/members-of", organization));
        strength.ifPresent(troops -> troops.check(flaws, pointer + "/strength"));
        flaws.each(
                pointer + "/forces",
                forces,
                MOST_FORCES,
                (at, force) -> flaws.text(at, Optional.of(force), LONGEST_FORCE));
    }
}
