package org.depositary.documents.domain.instruments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.facts.StatementWithWarnings;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.instruments.ActKind;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.validation.Violation;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * An act of one party about one instrument, for example a signature, a ratification, a reservation or a denunciation.
 *
 * @param instrument the id of the instrument
 * @param inForce when the act took effect for the party, if the source says so. A signature with this date binds: it
 *     needed no ratification
 * @param territory the territory to which alone the act applies
 * @param text of a reservation or declaration
 * @param reservation the id of the reservation that a withdrawal withdraws
 */
public record InstrumentAct(
        String instrument,
        Party party,
        ActKind act,
        PartialDate effective,
        Optional<PartialDate> inForce,
        Optional<String> territory,
        Optional<String> text,
        Optional<String> reservation,
        Optional<String> note)
        implements StatementWithWarnings {

    private static final int LONGEST_TERRITORY = 300;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_ID = 36;

    /** Returns the violations of rules that the types of the fields do not already enforce. */
    public List<Violation> violations() {
        var violations = new ViolationCollector();
        violations.checkText("#/territory", territory, LONGEST_TERRITORY);
        violations.checkText("#/text", text, LONGEST_TEXT);
        violations.checkText("#/reservation", reservation, LONGEST_ID);
        violations.checkText("#/note", note, LONGEST_NOTE);
        violations.require(
                act != ActKind.TERRITORIAL_APPLICATION || territory.isPresent(),
                "#/territory",
                "A territorial application needs its territory.");
        violations.require(
                reservation.isEmpty() || act == ActKind.RESERVATION_WITHDRAWAL,
                "#/reservation",
                "Only a reservation-withdrawal has a reservation.");
        violations.require(
                act == ActKind.SUCCESSION || !isInForceBefore(),
                "#/inForce",
                "An act cannot take effect before it is done. Only a succession can.");
        return violations.list();
    }

    private boolean isInForceBefore() {
        var latest = inForce.flatMap(PartialDate::latest);
        return latest.isPresent()
                && effective.earliest().filter(latest.get()::isBefore).isPresent();
    }

    /** Warns of a party outside its time. */
    @Override
    public List<String> warnings() {
        return DatedParty.warnings(Stream.of(new DatedParty(party, effective)));
    }
}
