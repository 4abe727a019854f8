package org.depositary.membership.domain.institutions;

import java.util.Optional;
import org.depositary.membership.domain.OrganizationFact.Seat;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.names.NamesByLanguage;
import org.depositary.vocabulary.validation.JsonEnumParser;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * An organ of an organisation from an effective date on. A proposed organ that is established later has two such facts.
 * They share a stream; a field that the later one leaves out keeps its earlier value.
 *
 * @param organ its id within the organisation, a slug
 * @param parent the id of the parent organ, registered or not
 * @param kind {@code council}, {@code secretariat}
 * @param functions the tasks of the organ
 */
public record Organ(
        String organization,
        String organ,
        NamesByLanguage names,
        Optional<String> parent,
        Optional<String> kind,
        State state,
        PartialDate effective,
        Optional<Seat> seat,
        Optional<String> functions)
        implements InstitutionalFact {

    /** The stage of an organ, from its proposal to its dissolution. */
    public enum State {
        PROPOSED("proposed"),
        PLANNED("planned"),
        ESTABLISHED("established"),
        OPERATIONAL("operational"),
        DISSOLVED("dissolved");

        private final String json;

        State(String json) {
            this.json = json;
        }

        /**
         * Returns the state with this name in JSON.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static State of(String json) {
            return JsonEnumParser.parse(values(), json);
        }

        @Override
        public String toString() {
            return json;
        }
    }

    @Override
    public Optional<PartialDate> since() {
        return Optional.of(effective);
    }

    @Override
    public void check(ViolationCollector violations) {
        parent.ifPresent(above -> {
            InstitutionFieldChecks.checkSlug(violations, "#/parent", above);
            violations.require(!above.equals(organ), "#/parent", "An organ cannot be part of itself.");
        });
        seat.ifPresent(where -> where.check(violations, "#/seat"));
        violations.checkText("#/kind", kind, LONGEST);
        violations.checkText("#/functions", functions, LONGEST_PROSE);
    }

    @Override
    public String streamName(String id) {
        return organization + "/" + organ;
    }
}
