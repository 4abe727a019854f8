package org.depositary.gateway.linked;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import org.depositary.gateway.read.documents.DocumentDetail;
import org.depositary.gateway.read.documents.PassageDetail;
import org.depositary.gateway.read.exercises.ExerciseDetail;
import org.depositary.gateway.read.facts.FactDetail;
import org.depositary.gateway.read.instruments.InstrumentDetail;
import org.depositary.gateway.read.memberships.SpanDetail;
import org.depositary.gateway.read.organizations.OrganizationDetail;
import org.depositary.gateway.read.parties.PartyDetail;
import org.depositary.gateway.web.RecordWriter;
import org.depositary.gateway.web.representation.Representation;

/** Writes records as JSON-LD, from the JSON of the same read, so both say the same. */
@ApplicationScoped
class LinkedRecordWriter implements RecordWriter {

    private final OrganizationDescriber organizations;
    private final FactDescriber facts;
    private final SpanDescriber spans;
    private final ExerciseDescriber exercises;
    private final InstrumentDescriber instruments;
    private final DocumentDescriber documents;

    LinkedRecordWriter(
            OrganizationDescriber organizations,
            FactDescriber facts,
            SpanDescriber spans,
            ExerciseDescriber exercises,
            InstrumentDescriber instruments,
            DocumentDescriber documents) {
        this.organizations = organizations;
        this.facts = facts;
        this.spans = spans;
        this.exercises = exercises;
        this.instruments = instruments;
        this.documents = documents;
    }

    @Override
    public Set<Representation> representations() {
        return Set.of(Representation.JSON_LD);
    }

    @Override
    public String write(ReadRecord read, Representation representation) throws SQLException {
        return new LinkedDocument(describe(read)).text();
    }

    private LinkedNode describe(ReadRecord read) throws SQLException {
        var answer = read.answer();
        return switch (read.found()) {
            case OrganizationDetail organization -> organizations.organization(answer, read.snapshot());
            case PartyDetail party -> organizations.party(answer, read.snapshot());
            case FactDetail fact -> facts.fact(fact, answer, read.snapshot());
            case SpanDetail span -> spans.span(span, answer);
            case ExerciseDetail exercise -> exercises.exercise(answer);
            case InstrumentDetail instrument -> instruments.instrument(answer, read.snapshot());
            case DocumentDetail document -> documents.document(answer);
            case PassageDetail passage -> documents.passage(answer);
            default -> throw new IllegalArgumentException("No linked data for " + read.key());
        };
    }
}
