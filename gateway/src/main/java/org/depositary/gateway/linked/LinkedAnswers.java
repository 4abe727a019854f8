package org.depositary.gateway.linked;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.depositary.gateway.read.Snapshot;
import org.depositary.gateway.read.documents.DocumentDetail;
import org.depositary.gateway.read.exercises.ExerciseDetail;
import org.depositary.gateway.read.facts.FactDetail;
import org.depositary.gateway.read.fields.ItemJson;
import org.depositary.gateway.read.instruments.InstrumentDetail;
import org.depositary.gateway.read.organizations.OrganizationDetail;
import org.depositary.gateway.read.parties.PartyDetail;
import org.depositary.gateway.web.LinkedDataWriter;

/** Writes the answers of reads as JSON-LD, from the JSON of the same answers, so both say the same. */
@ApplicationScoped
class LinkedAnswers implements LinkedDataWriter {

    private final ItemJson json;
    private final OrganizationDescriber organizations;
    private final FactDescriber facts;
    private final ExerciseDescriber exercises;
    private final InstrumentDescriber instruments;
    private final DocumentDescriber documents;

    LinkedAnswers(
            ItemJson json,
            OrganizationDescriber organizations,
            FactDescriber facts,
            ExerciseDescriber exercises,
            InstrumentDescriber instruments,
            DocumentDescriber documents) {
        this.json = json;
        this.organizations = organizations;
        this.facts = facts;
        this.exercises = exercises;
        this.instruments = instruments;
        this.documents = documents;
    }

    @Override
    public byte[] write(Object answer, Snapshot snapshot) throws SQLException {
        return new LinkedDocument(describe(answer, snapshot)).bytes();
    }

    private LinkedNode describe(Object answer, Snapshot snapshot) throws SQLException {
        return switch (answer) {
            case OrganizationDetail organization -> organizations.organization(json.tree(organization), snapshot);
            case PartyDetail party -> organizations.party(json.tree(party), snapshot);
            case FactDetail fact -> facts.fact(fact, snapshot);
            case ExerciseDetail exercise -> exercises.exercise(json.tree(exercise));
            case InstrumentDetail instrument -> instruments.instrument(json.tree(instrument), snapshot);
            case DocumentDetail document -> documents.document(json.tree(document));
            default -> throw new IllegalArgumentException("No linked data for " + answer.getClass());
        };
    }
}
