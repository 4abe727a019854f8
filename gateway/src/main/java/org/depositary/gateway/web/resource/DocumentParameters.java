package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import java.util.Optional;
import org.depositary.gateway.read.documents.DocumentFilter;
import org.depositary.gateway.web.ListParameters;
import org.depositary.gateway.web.ParameterParser;
import org.depositary.vocabulary.dates.PartialDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Parameters of a request for the list of documents. Several values of a parameter are separated by commas. */
public record DocumentParameters(
        @BeanParam ListParameters list,

        @Parameter(
                description =
                        "Words, \"a phrase\", -not, or. Searches titles, authors, places, and the texts that the reader has access to.")
        @RestQuery
        Optional<String> q,

        @Parameter(description = "The main language of the text (BCP 47)") @RestQuery
        Optional<String> language,

        @RestQuery Optional<String> type,
        @RestQuery Optional<String> status,

        @Parameter(description = "Dated, at least possibly, on or after this date (EDTF)") @RestQuery
        Optional<String> from,

        @Parameter(description = "Dated, at least possibly, on or before this date (EDTF)") @RestQuery
        Optional<String> to) {

    DocumentFilter filter() {
        return new DocumentFilter(
                q.map(String::strip).filter(words -> !words.isEmpty()),
                ParameterParser.several(language),
                ParameterParser.several(type),
                ParameterParser.several(status),
                ParameterParser.date("from", from).flatMap(PartialDate::earliest),
                ParameterParser.date("to", to).flatMap(PartialDate::latest));
    }
}
