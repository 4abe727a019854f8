package org.depositary.imports.http;

import java.util.List;
import java.util.Optional;
import org.depositary.imports.job.ImportStatusResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a list of imports, as JSON. */
@Schema(
        name = "ImportsPage",
        requiredProperties = {"items"})
public record ImportListPage(
        List<ImportStatusResponse> items,

        @Schema(description = "Page token for `after`. Absent on the last page.")
        Optional<String> next) {

    /** @param items the items of the page, and one more if another page follows */
    static ImportListPage of(List<ImportStatusResponse> items, int limit) {
        if (items.size() <= limit) {
            return new ImportListPage(items, Optional.empty());
        }
        var page = items.subList(0, limit);
        return new ImportListPage(page, Optional.of(page.getLast().id().toString()));
    }
}
