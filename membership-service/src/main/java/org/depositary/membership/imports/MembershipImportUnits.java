package org.depositary.membership.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.imports.file.ImportFile;
import org.depositary.imports.job.FileRowCounts;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.ImportUnits;
import org.depositary.membership.imports.decision.OrganizationImportUndo;
import org.depositary.membership.imports.decision.OrganizationImporter;
import org.depositary.membership.imports.staging.ImportRowStaging;
import org.depositary.membership.imports.staging.ImportUnitStore;

/** Imports rows of memberships. A unit is one organisation. */
@ApplicationScoped
class MembershipImportUnits implements ImportUnits {

    private final ObjectMapper mapper;

    MembershipImportUnits(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public FileRowCounts stage(ImportJob job, ImportFile file, Connection connection) throws IOException {
        return new ImportRowStaging(job, connection, mapper).stage(file);
    }

    @Override
    public void create(ImportJob job, ImportSql sql) {
        new ImportUnitStore(sql).create(job);
    }

    @Override
    public boolean countNext(ImportJob job, UnitOfWork unitOfWork) {
        return new OrganizationImporter(job, unitOfWork, mapper).countNextUnit();
    }

    @Override
    public boolean importNext(ImportJob job, UnitOfWork unitOfWork) {
        return new OrganizationImporter(job, unitOfWork, mapper).importNextUnit();
    }

    @Override
    public boolean undoNext(ImportJob job, UnitOfWork unitOfWork) {
        return new OrganizationImportUndo(job, unitOfWork, mapper).undoNextUnit();
    }
}
