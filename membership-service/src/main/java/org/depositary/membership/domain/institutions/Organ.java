package org.depositary.membership.domain.institutions;

import java.util.Optional;
import org.depositary.membership.domain.OrganizationFact.Seat;
import org.depositary.vocabulary.JsonEnum;
import org.depositary.vocabulary.Names;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Violations;

/**
 * What an organ of an organisation is from an effective date on. An organ that was proposed, then established, has two
 * such facts; they share its stream, and what a later one leaves out stays as an earlier one has it.
 *
 * @param organ its id within the organisation, a slug
 * @param parent the id of the organ that it belongs to, be that registered or not
 * @param kind what sort of organ it is, {@code council}, {@code secretariat}
 * @param functions what it is for
 */
public record Organ(
        String organization,
        String organ,
        Names names,
        Optional<String> parent,
        Optional<String> kind,
        State state,
        PartialDate effective,
        Optional<Seat> seat,
        Optional<String> functions)
        implements InstitutionalFact {

    /** How far an organ has come. */
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

        /** @throws IllegalArgumentException if there is no such state */
        public static State of(String json) {
            return JsonEnum.parse(values(), json);
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
    public void check(Violations violations) {
        parent.ifPresent(above -> {
            FieldChecks.slug(violations, "#/parent", above);
            violations.require(!above.equals(organ), "#/parent", "An organ is no part of itself.");
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
