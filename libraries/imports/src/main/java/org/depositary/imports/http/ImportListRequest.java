package org.depositary.imports.http;

import java.util.Optional;
import java.util.UUID;
import org.depositary.imports.job.ImportFilter;

/**
 * A page of a list of imports, as requested.
 *
 * @param after the id of the last import of the previous page; empty for the first page
 */
record ImportListRequest(ImportFilter filter, int limit, Optional<UUID> after) {

    /** Returns the header {@code Link} to the next page. The values need no escapes. */
    String linkTo(String path, String next) {
        return "<%s?limit=%d&after=%s%s%s>; rel=\"next\""
                .formatted(
                        path,
                        limit,
                        next,
                        filter.status().map("&status="::concat).orElse(""),
                        filter.set().map("&set="::concat).orElse(""));
    }
}
