package org.depositary.exercises.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.validation.Violation;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * The participation of a party in an exercise, or of all members that an organisation had on the start day. It has its
 * own sources, and details that a {@link Participant} in the statement of the exercise has not.
 *
 * @param exercise the id of the exercise
 * @param membersOf the organisation whose members took part; absent for a single party
 * @param joined the first day; absent if the party took part from the start
 * @param left the last day; absent if the party took part until the end
 * @param strength all troops of the participant
 * @param strengthByForce the troops of each force
 * @param forces the kinds of troops, in the words of the source
 * @param equipment in the words of the source
 */
public record Participation(
        String exercise,
        Optional<Party> party,
        Optional<Party> membersOf,
        ParticipantRole role,
        Optional<PartialDate> joined,
        Optional<PartialDate> left,
        Optional<Strength> strength,
        List<ForceStrength> strengthByForce,
        List<String> forces,
        Optional<String> equipment,
        Optional<String> note)
        implements ExerciseFact {

    private static final int LONGEST_EQUIPMENT = 5_000;

    public Participation {
        strengthByForce = ViolationCollector.orEmpty(strengthByForce);
        forces = ViolationCollector.orEmpty(forces);
    }

    @Override
    public Stream<DatedParty> parties() {
        return party.stream()
                .flatMap(participant -> joined.or(() -> left).stream().map(date -> new DatedParty(participant, date)));
    }

    @Override
    public List<Violation> violations() {
        var violations = new ViolationCollector();
        new Participant(party, membersOf, role, strength, forces).check(violations, "#");
        ForceStrength.checkAll(violations, "#/strengthByForce", strengthByForce);
        violations.require(!isCertainlyBefore(left, joined), "#/left", "A participant cannot leave before it joined.");
        violations.checkText("#/equipment", equipment, LONGEST_EQUIPMENT);
        violations.checkText("#/note", note, ExerciseStep.LONGEST_NOTE);
        return violations.list();
    }

    /** Whether both state the same participant in the same role, and may be about the same days. */
    boolean repeats(Participation other) {
        return party.equals(other.party)
                && membersOf.equals(other.membersOf)
                && role == other.role
                && !isCertainlyBefore(left, other.joined)
                && !isCertainlyBefore(other.left, joined);
    }

    private static boolean isCertainlyBefore(Optional<PartialDate> one, Optional<PartialDate> other) {
        return one.isPresent() && other.isPresent() && Lifecycle.isCertainlyBefore(one.get(), other.get());
    }
}
