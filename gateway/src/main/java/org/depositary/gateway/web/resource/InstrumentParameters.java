package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.instruments.ActFilter;
import org.depositary.gateway.read.instruments.InstrumentFilter;
import org.depositary.gateway.read.instruments.StandingFilter;
import org.depositary.gateway.web.parameters.ListParameters;
import org.depositary.gateway.web.parameters.ParameterParser;
import org.depositary.gateway.web.parameters.PartyParameterParser;
import org.depositary.vocabulary.instruments.ActKind;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Parameters of requests for instruments, acts and parties of instruments: one record for each list. */
public final class InstrumentParameters {

    private static final String STATUSES =
            "party, contracting, provisional, signatory, separated by commas. Default: those that are bound, certainly or "
                    + "possibly";
    private static final List<String> STATUS = List.of("party", "contracting", "provisional", "signatory");
    private static final List<String> ACTS =
            Arrays.stream(ActKind.values()).map(ActKind::toString).toList();

    private InstrumentParameters() {}

    public record Instruments(
            @BeanParam ListParameters list,

            @Parameter(description = "The id of an organisation to which they belong") @RestQuery
            Optional<String> organization,

            @Parameter(description = "A party that a source names, or that did an act") @RestQuery
            Optional<String> party,

            @RestQuery Optional<String> type,

            @Parameter(description = "Part of a name, an acronym or an id") @RestQuery
            Optional<String> q) {

        public InstrumentFilter filter() {
            return new InstrumentFilter(organization, PartyParameterParser.party(party, list.reading()), type, q);
        }
    }

    public record Acts(
            @RestPath String instrument,
            @BeanParam ListParameters list,

            @Parameter(description = PartyParameterParser.DESCRIPTION) @RestQuery
            Optional<String> party,

            @Parameter(description = "Kinds of act, separated by commas: ratification,accession") @RestQuery
            Optional<String> act) {

        public ActFilter filter() {
            return new ActFilter(
                    instrument,
                    PartyParameterParser.party(party, list.reading()),
                    ParameterParser.several("act", act, ACTS));
        }
    }

    public record Parties(
            @RestPath String instrument,
            @BeanParam ListParameters list,

            @Parameter(description = PartyParameterParser.DESCRIPTION) @RestQuery
            Optional<String> party,

            @Parameter(description = STATUSES) @RestQuery Optional<String> status) {

        public StandingFilter filter() {
            return new StandingFilter(
                    Optional.of(instrument),
                    PartyParameterParser.party(party, list.reading()),
                    ParameterParser.several("status", status, STATUS));
        }
    }

    public record InstrumentsOfParty(
            @Parameter(description = PartyParameterParser.DESCRIPTION) @RestPath
            String code,

            @BeanParam ListParameters list,

            @Parameter(description = STATUSES) @RestQuery Optional<String> status) {

        public StandingFilter filter() {
            return new StandingFilter(
                    Optional.empty(),
                    Optional.of(PartyParameterParser.party(code, list.reading()).code()),
                    ParameterParser.several("status", status, STATUS));
        }
    }
}
