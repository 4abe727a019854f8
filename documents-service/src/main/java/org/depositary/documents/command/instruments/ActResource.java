package org.depositary.documents.command.instruments;

import static org.depositary.documents.events.InstrumentFactKinds.ACT;
import static org.depositary.documents.events.InstrumentFactKinds.ACTS;

import jakarta.ws.rs.Path;
import java.util.Optional;
import org.depositary.documents.domain.instruments.ActDecider;
import org.depositary.documents.domain.instruments.InstrumentAct;
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactLookup;
import org.depositary.facts.command.FactResource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Corrects and retracts recorded acts, and adds sources and claims. {@link InstrumentResource} records them. */
@Path(ActDecider.PATH)
@Tag(name = "instruments")
public class ActResource extends FactResource<InstrumentAct, InstrumentAct> {

    ActResource(FactChanger changer) {
        super(changer);
    }

    @Override
    protected FactLookup<InstrumentAct, InstrumentAct> lookup(String id) {
        return new FactLookup<>(ACTS, ACT, id, Optional.empty(), (fields, act) -> {
            // Each party of each instrument has its own stream, so an act cannot move to another one.
            InstrumentRequestParser.rejectField(fields, "instrument");
            InstrumentRequestParser.rejectField(fields, "party");
        });
    }
}
