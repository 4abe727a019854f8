package org.depositary.vocabulary.parties;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * A party that a statement names, and when. The services warn of parties outside their time in their responses, and the
 * gateway in its reads and findings; both do it here.
 *
 * @param asWritten the code as the source has it, if {@link #codeOutsideItsTime} requires it
 * @param date the effective date, or the whole period of the statement
 */
public record DatedParty(Party party, Optional<String> asWritten, PartialDate date) {

    public DatedParty(Party party, PartialDate date) {
        this(party, Optional.empty(), date);
    }

    /**
     * Returns the code as written if its own time does not include the date, although its state exists: {@code cow:260}
     * is the Federal Republic of Germany until 1990, so a source with that code in 2000 may mean something else. Such a
     * statement keeps the code; all others need the party only.
     *
     * @param written the code or name in the request or file
     * @param party the party that it means on the date
     */
    public static Optional<String> codeOutsideItsTime(String written, Party party, PartialDate date) {
        return Optional.of(written.strip())
                .filter(code -> new DatedParty(party, date).warning().isEmpty())
                .filter(code ->
                        new DatedParty(party, Optional.of(code), date).warning().isPresent());
    }

    /** Returns the warnings about the parties that are outside their time. */
    public static List<String> warnings(Stream<DatedParty> parties) {
        return parties.flatMap(party -> party.warning().stream()).distinct().toList();
    }

    /** Returns a warning if the whole date is outside the time of the state, or of its code as written. */
    public Optional<String> warning() {
        return StateLifetime.of(party)
                .warning(party.code(), date)
                .or(() -> asWritten.flatMap(
                        code -> SchemeCodes.lifetime(code).flatMap(lifetime -> lifetime.warning(code, date))));
    }
}
