package org.depositary.gateway.read.documents;

import java.util.Optional;
import org.depositary.gateway.read.WhereClause;
import org.depositary.gateway.web.ParameterValues;
import org.depositary.vocabulary.PartialDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which documents are asked for. What takes several values takes them with commas between. */
public record DocumentFilter(
        @Parameter(description = "Words, \"a phrase\", -not, or; in texts the reader may see, titles, authors, places")
        @RestQuery
        Optional<String> q,

        @Parameter(description = "BCP 47, of most of the text") @RestQuery
        Optional<String> language,

        @RestQuery Optional<String> type,
        @RestQuery Optional<String> status,

        @Parameter(description = "Dated, at least possibly, on or after this date (EDTF)") @RestQuery
        Optional<String> from,

        @Parameter(description = "Dated, at least possibly, on or before this date (EDTF)") @RestQuery
        Optional<String> to) {

    /** The words asked for; blank is nothing. */
    public Optional<String> words() {
        return q.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** On a table of documents {@code d}. */
    public WhereClause conditions() {
        return new WhereClause()
                .andAny("d.language = ANY (:languages)", "languages", ParameterValues.several(language))
                .andAny("d.type = ANY (:types)", "types", ParameterValues.several(type))
                .andAny("d.status = ANY (:statuses)", "statuses", ParameterValues.several(status))
                .and("d.date_latest >= :from", "from", ParameterValues.date("from", from).flatMap(PartialDate::earliest))
                .and("d.date_earliest <= :to", "to", ParameterValues.date("to", to).flatMap(PartialDate::latest));
    }
}
