package org.depositary.membership.command;

import java.util.List;
import java.util.Optional;
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactLookup;
import org.depositary.facts.command.FactResource;
import org.depositary.membership.domain.institutions.InstitutionalFact;
import org.depositary.membership.events.InstitutionKind;

/**
 * Commands on recorded institutional facts of one kind.
 *
 * @param <S> the statement type of this kind
 */
public abstract class InstitutionalFactResource<S extends InstitutionalFact>
        extends FactResource<InstitutionalFact, S> {

    private final InstitutionKind<S> kind;
    private final List<String> fixed;

    /**
     * @param fixed the names of the fields that identify the subject of the fact; corrections and claims must not
     *     contain them
     */
    InstitutionalFactResource(FactChanger facts, InstitutionKind<S> kind, String... fixed) {
        super(facts);
        this.kind = kind;
        this.fixed = List.of(fixed);
    }

    @Override
    protected FactLookup<InstitutionalFact, S> lookup(String id) {
        return new FactLookup<>(kind.aggregate(), kind.kind(), id, Optional.empty(), (fields, statement) -> {
            fixed.forEach(field -> MembershipRequestParser.rejectField(fields, field));
            InstitutionRequestParser.canonicalizeParties(fields, statement.since());
        });
    }
}
