package org.depositary.membership.domain.institutions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.Place;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A meeting of an organ or of the organisation as a whole.
 *
 * @param organ the id of the organ, registered or not
 * @param date the day, or from the first to the last day
 * @param instruments the adopted instruments: ids, or names if nobody has recorded them
 */
public record Meeting(
        String organization,
        Optional<String> organ,
        Optional<String> title,
        Period date,
        Optional<Place> place,
        List<Attendance> attendance,
        List<String> instruments)
        implements InstitutionalFact {

    private static final int MOST_PARTIES = 500;
    private static final int MOST_INSTRUMENTS = 100;
    private static final int LONGEST_CAPACITY = 100;

    /**
     * The attendance of a party.
     *
     * @param as the capacity, if the source gives it: {@code guest}
     */
    public record Attendance(Party party, Optional<String> as) {}

    public Meeting {
        attendance = ViolationCollector.orEmpty(attendance);
        instruments = ViolationCollector.orEmpty(instruments);
    }

    @Override
    public Optional<PartialDate> since() {
        return Optional.of(date.start());
    }

    @Override
    public Stream<DatedParty> parties() {
        return attendance.stream().map(present -> new DatedParty(present.party(), date.asPoint()));
    }

    @Override
    public void check(ViolationCollector violations) {
        InstitutionFieldChecks.checkOrgan(violations, organ);
        violations.require(
                organ.isPresent() || title.isPresent(), "#/title", "A meeting needs an organ, a title or both.");
        violations.checkText("#/title", title, LONGEST);
        place.ifPresent(where -> where.check(violations, "#/place"));
        violations.checkEach(
                "#/attendance",
                attendance,
                MOST_PARTIES,
                (at, present) -> violations.checkText(at + "/as", present.as(), LONGEST_CAPACITY));
        InstitutionFieldChecks.checkTexts(violations, "#/instruments", instruments, MOST_INSTRUMENTS);
    }
}
