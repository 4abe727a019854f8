package org.depositary.gateway.web;

import jakarta.ws.rs.BeanParam;
import java.util.Optional;
import org.depositary.gateway.web.parameters.CommonReadParameters;
import org.depositary.gateway.web.representation.Representation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The parameters of a read of one record, which has linked data, pages and citations, too.
 *
 * @param format package {@code web.representation} has already chosen by it
 */
public record RecordReadParameters(
        @BeanParam CommonReadParameters reading,

        @Parameter(
                description =
                        "The representation: `jsonld` is linked data, `html` is a page, `bibtex`, `csl` (CSL-JSON) and"
                                + " `text` are citations. Default: what `Accept` prefers.",
                schema = @Schema(enumeration = {"json", "jsonld", "html", "bibtex", "csl", "text"}))
        @RestQuery(Representation.PARAMETER)
        Optional<String> format) {}
