package org.depositary.imports.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.depositary.eventsourcing.Problem;
import org.depositary.imports.job.ImportStatuses;

/** Lists the imports of a service. Each service serves the list at the address to which its files are sent. */
@ApplicationScoped
public class ImportLists {

    private final ImportReads reads;

    ImportLists(ImportReads reads) {
        this.reads = reads;
    }

    /**
     * Returns a page of the list.
     *
     * @param path of the list, for the link to the next page
     * @throws Problem 400 if a parameter is invalid
     */
    public Response list(String path, ImportListParameters parameters) {
        reads.checkMayRead();
        var request = parameters.parse();
        var imports =
                reads.read(sql -> new ImportStatuses(sql).list(request.filter(), request.after(), request.limit() + 1));
        var page = ImportListPage.of(imports, request.limit());
        var response = Response.ok(page);
        page.next().ifPresent(next -> response.header("Link", request.linkTo(path, next)));
        return response.build();
    }
}
