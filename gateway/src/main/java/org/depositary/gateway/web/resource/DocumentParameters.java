package org.depositary.gateway.web.resource;

import jakarta.ws.rs.BeanParam;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.depositary.gateway.read.documents.DocumentFilter;
import org.depositary.gateway.search.SearchQuestion;
import org.depositary.gateway.web.parameters.InvalidParameterProblem;
import org.depositary.gateway.web.parameters.ListParameters;
import org.depositary.gateway.web.parameters.ParameterParser;
import org.depositary.vocabulary.dates.PartialDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Parameters of a request for the list of documents. Several values of a parameter are separated by commas. */
public record DocumentParameters(
        @BeanParam ListParameters list,

        @Parameter(
                description =
                        "Words, \"a phrase\", -not, or; at most 500 characters. Searches titles, authors, places, the texts that the reader has access to, and the quotes by which facts cite the others.")
        @RestQuery
        Optional<String> q,

        @Parameter(description = "The main language of the text (BCP 47). zh also selects zh-Hant") @RestQuery
        Optional<String> language,

        @RestQuery Optional<String> type,

        @Parameter(description = "received, ok, partial, no-text, encrypted, …: the status of the extraction")
        @RestQuery
        Optional<String> status,

        @Parameter(
                description =
                        "Dated, at least possibly, on or after this date (EDTF). Includes documents without a date")
        @RestQuery
        Optional<String> from,

        @Parameter(
                description =
                        "Dated, at least possibly, on or before this date (EDTF). Includes documents without a date")
        @RestQuery
        Optional<String> to) {

    private static final List<String> STATUSES = List.of(
            "received", "ok", "partial", "no-text", "encrypted", "corrupt", "too-large", "timeout", "unsupported");

    public DocumentFilter filter() {
        return new DocumentFilter(
                q.map(String::strip).filter(words -> !words.isEmpty()).map(DocumentParameters::question),
                ParameterParser.several(language.map(codes -> codes.toLowerCase(Locale.ROOT))),
                ParameterParser.several(type),
                ParameterParser.several("status", status, STATUSES),
                ParameterParser.date("from", from).flatMap(PartialDate::earliest),
                ParameterParser.date("to", to).flatMap(PartialDate::latest));
    }

    private static SearchQuestion question(String words) {
        try {
            return SearchQuestion.parse(words);
        } catch (IllegalArgumentException invalid) {
            throw InvalidParameterProblem.of("q", invalid.getMessage());
        }
    }
}
