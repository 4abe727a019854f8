package org.depositary.gateway.web;

import jakarta.ws.rs.BeanParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The parameters of a read of one record, which has pages and citations, too.
 *
 * @param format {@link RepresentationFilter} has already chosen by it
 */
public record RecordReadParameters(
        @BeanParam CommonReadParameters reading,

        @Parameter(
                description =
                        "The representation: `bibtex`, `csl` (CSL-JSON) and `text` are citations, `html` is a page."
                                + " Default: what `Accept` prefers.",
                schema = @Schema(enumeration = {"json", "html", "bibtex", "csl", "text"}))
        @RestQuery(FORMAT)
        Optional<String> format) {

    static final String FORMAT = "format";
}
