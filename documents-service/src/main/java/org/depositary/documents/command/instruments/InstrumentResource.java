package org.depositary.documents.command.instruments;

import static org.depositary.documents.events.InstrumentFactKinds.ACT;
import static org.depositary.documents.events.InstrumentFactKinds.ACTS;
import static org.depositary.documents.events.InstrumentFactKinds.INSTRUMENT;
import static org.depositary.documents.events.InstrumentFactKinds.INSTRUMENTS;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.depositary.documents.domain.instruments.ActDecider;
import org.depositary.documents.domain.instruments.Instrument;
import org.depositary.documents.domain.instruments.InstrumentAct;
import org.depositary.documents.domain.instruments.InstrumentDecider;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.facts.Fact;
import org.depositary.facts.command.FactChanger;
import org.depositary.facts.command.FactLookup;
import org.depositary.facts.command.FactRecorder;
import org.depositary.facts.command.FactRequest;
import org.depositary.facts.command.FactRequestBody;
import org.depositary.facts.command.FactResource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registers instruments, corrects and retracts their registrations, and records the acts of their parties. */
@Path(InstrumentDecider.PATH)
@RolesAllowed("curator")
@RunOnVirtualThread
@Tag(name = "instruments")
public class InstrumentResource extends FactResource<Instrument, Instrument> {

    private final FactRecorder recorder;

    InstrumentResource(FactRecorder recorder, FactChanger changer) {
        super(changer);
        this.recorder = recorder;
    }

    @PUT
    @Path("{instrument}")
    @Operation(summary = "Register an instrument. A repeated registration returns 200 and records nothing.")
    public Response register(
            @PathParam("instrument") String instrument,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(ref = "#/components/schemas/Instrument")))
                    JsonNode body) {
        return recorder.register(body, lookup(instrument), InstrumentResource::instrument);
    }

    @POST
    @Path("{instrument}/acts")
    @Operation(summary = "Record what a party did about an instrument, or an array of acts that are decided together")
    public Response recordAct(
            @PathParam("instrument") String instrument,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(ref = "#/components/schemas/NewAct")))
                    JsonNode body) {
        return recorder.record(
                body, ACTS, fields -> act(instrument, fields), unitOfWork -> requireRegistered(unitOfWork, instrument));
    }

    @Override
    protected FactLookup<Instrument, Instrument> lookup(String instrument) {
        return new FactLookup<>(
                INSTRUMENTS,
                INSTRUMENT,
                InstrumentRequestParser.instrument(instrument),
                Optional.of(INSTRUMENTS.stream(instrument)),
                (fields, recorded) -> InstrumentRequestParser.canonicalizeInstrument(
                        fields,
                        InstrumentRequestParser.dateOfParties(fields.fields()).or(() -> recorded.dates()
                                .flatMap(dates ->
                                        dates.signed().or(dates::adopted).or(dates::inForce)))));
    }

    private static Instrument instrument(FactRequestBody fields) {
        InstrumentRequestParser.canonicalizeInstrument(fields, InstrumentRequestParser.dateOfParties(fields.fields()));
        return fields.statement(Instrument.class);
    }

    private static FactRequest<InstrumentAct> act(String instrument, FactRequestBody fields) {
        InstrumentRequestParser.canonicalizeParty(fields);
        fields.with("instrument", InstrumentRequestParser.instrument(instrument));
        var act = fields.statement(InstrumentAct.class);
        // The decider validates again, but it does not know the index in the array, which the pointer of an error
        // needs.
        ActDecider.validate(act);
        return new FactRequest<>(ACTS.stream(instrument + "/" + act.party().code()), ACT, act);
    }

    private static void requireRegistered(UnitOfWork unitOfWork, String instrument) {
        unitOfWork
                .read(INSTRUMENTS, INSTRUMENTS.stream(InstrumentRequestParser.instrument(instrument)))
                .find(instrument)
                .filter(Fact::stands)
                .orElseThrow(() -> Problem.notFound(
                        "Instrument %1$s is not registered. PUT /api/instruments/%1$s first".formatted(instrument)));
    }
}
