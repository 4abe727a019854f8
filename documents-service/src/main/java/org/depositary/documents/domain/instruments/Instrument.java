package org.depositary.documents.domain.instruments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.depositary.facts.StatementWithWarnings;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.names.NamesByLanguage;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.Place;
import org.depositary.vocabulary.validation.Violation;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A treaty, charter, declaration or other instrument. The id of the fact is the id of the instrument.
 *
 * @param type one word in lower case, such as {@code treaty}
 * @param inForceRule the rule from which reads compute an entry into force; the recorded date does not change
 * @param place where it was signed or adopted
 * @param parties the parties that a source names as such; {@link InstrumentAct} has what each of them did
 * @param organizations the organisations to which it belongs
 * @param articles the number of its articles
 * @param documents the ids of the documents with its text
 * @param depositary who keeps it: a party or an office, in the words of the source
 */
public record Instrument(
        NamesByLanguage names,
        Optional<String> acronym,
        String type,
        Optional<Dates> dates,
        Optional<InForceRule> inForceRule,
        Optional<Place> place,
        List<Party> parties,
        List<Party> organizations,
        Optional<Integer> articles,
        List<String> documents,
        Optional<String> depositary,
        Optional<String> note)
        implements StatementWithWarnings {

    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern DOCUMENT = Pattern.compile("[0-9a-f]{32}");
    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_NOTE = 2_000;
    private static final int MOST_PARTIES = 500;
    private static final int MOST_ORGANIZATIONS = 100;
    private static final int MOST_DOCUMENTS = 100;
    private static final int MOST_ARTICLES = 10_000;

    public Instrument {
        parties = ViolationCollector.orEmpty(parties);
        organizations = ViolationCollector.orEmpty(organizations);
        documents = ViolationCollector.orEmpty(documents);
    }

    /**
     * The dates of an instrument.
     *
     * @param adopted the adoption of its text
     * @param signed the day on which it was signed, or opened for signature
     * @param inForce the entry into force, as a source states it
     * @param terminated the end of its force
     */
    public record Dates(
            Optional<PartialDate> adopted,
            Optional<PartialDate> signed,
            Optional<PartialDate> inForce,
            Optional<PartialDate> terminated) {}

    /** Returns the violations of rules that the types of the fields do not already enforce. */
    public List<Violation> violations() {
        var violations = new ViolationCollector();
        violations.require(
                WORD.matcher(type).matches(), "#/type", "The type must be one word in lower case, such as treaty.");
        violations.checkText("#/acronym", acronym, LONGEST_TEXT);
        inForceRule.ifPresent(rule -> rule.check(violations, "#/inForceRule"));
        place.ifPresent(given -> given.check(violations, "#/place"));
        violations.checkEach("#/parties", parties, MOST_PARTIES, (at, party) -> require(violations, party, at));
        violations.checkEach("#/organizations", organizations, MOST_ORGANIZATIONS, (at, party) -> {
            require(violations, party, at);
            if (party != null) {
                party.requireOrganization(violations, at);
            }
        });
        articles.ifPresent(number -> violations.require(
                number >= 1 && number <= MOST_ARTICLES,
                "#/articles",
                "The number must be from 1 to %d.".formatted(MOST_ARTICLES)));
        violations.checkEach(
                "#/documents",
                documents,
                MOST_DOCUMENTS,
                (at, id) -> violations.require(
                        id != null && DOCUMENT.matcher(id).matches(),
                        at,
                        "'%s' is not the id of a document: 32 hexadecimal digits.".formatted(id)));
        violations.checkText("#/depositary", depositary, LONGEST_TEXT);
        violations.checkText("#/note", note, LONGEST_NOTE);
        return violations.list();
    }

    private static void require(ViolationCollector violations, Party party, String pointer) {
        violations.require(party != null, pointer, "A party is required.");
    }

    /** Warns of parties outside their time, and of dates in an unusual order. */
    @Override
    public List<String> warnings() {
        var warnings = new ArrayList<>(DatedParty.warnings(datedParties()));
        dates.ifPresent(given -> {
            warnIfBefore(warnings, "in force", given.inForce(), "signed", given.signed());
            warnIfBefore(warnings, "terminated", given.terminated(), "in force", given.inForce());
        });
        return warnings;
    }

    private Stream<DatedParty> datedParties() {
        return dates.flatMap(given -> given.signed().or(given::adopted)).stream()
                .flatMap(date -> parties.stream().map(party -> new DatedParty(party, date)));
    }

    private static void warnIfBefore(
            List<String> warnings,
            String one,
            Optional<PartialDate> first,
            String other,
            Optional<PartialDate> second) {
        var latest = first.flatMap(PartialDate::latest);
        var earliest = second.flatMap(PartialDate::earliest);
        if (latest.isPresent() && earliest.isPresent() && latest.get().isBefore(earliest.get())) {
            warnings.add("%s (%s) before %s (%s)".formatted(one, first.get(), other, second.get()));
        }
    }
}
