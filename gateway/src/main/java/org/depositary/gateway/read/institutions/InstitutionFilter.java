package org.depositary.gateway.read.institutions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.NamedSql;

/**
 * Selects institutional facts of one kind, of one organisation or of one party.
 *
 * @param kind kind of fact, for example {@code term}
 * @param statement selects facts whose statement contains this JSON
 * @param states selects organs in these states; an empty list selects all
 * @param payer selects contributions with a share of this party
 * @param onDay selects facts that were certainly or possibly true on the day of the read
 */
public record InstitutionFilter(
        String kind, Owner owner, ObjectNode statement, List<String> states, Optional<String> payer, boolean onDay) {

    /**
     * The organisation or party whose facts are selected.
     *
     * @param isParty true if the code is that of a state; false if it is the id of an organisation
     */
    public record Owner(String code, boolean isParty) {}

    public static InstitutionFilter ofOrganization(String kind, String organization, boolean onDay) {
        return of(kind, new Owner(organization, false), onDay);
    }

    public static InstitutionFilter of(String kind, Owner owner, boolean onDay) {
        return new InstitutionFilter(
                kind, owner, JsonNodeFactory.instance.objectNode(), List.of(), Optional.empty(), onDay);
    }

    /** Selects facts with this value in a field of the statement. */
    public InstitutionFilter with(String field, Optional<String> value) {
        value.ifPresent(text -> statement.put(field, text));
        return this;
    }

    public InstitutionFilter attendedBy(Optional<String> party) {
        party.ifPresent(code -> statement.putArray("attendance").addObject().put("party", code));
        return this;
    }

    public InstitutionFilter inStates(List<String> selected) {
        return new InstitutionFilter(kind, owner, statement, selected, payer, onDay);
    }

    public InstitutionFilter paidBy(Optional<String> party) {
        return new InstitutionFilter(kind, owner, statement, states, party, onDay);
    }

    NamedSql bind(NamedSql sql) {
        return sql.with("kind", kind)
                .with("owner", owner.code())
                .with("statement", statement.toString())
                .withAny("states", states)
                .withText("payer", payer)
                .with("onDay", onDay);
    }
}
