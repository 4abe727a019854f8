package org.depositary.membership.imports;

import static org.depositary.membership.events.ImportSetEvents.IMPORT_SETS;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.util.Optional;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.imports.file.ImportFile;
import org.depositary.imports.job.FileRowCounts;
import org.depositary.imports.job.ImportImpact;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportSql;
import org.depositary.imports.job.ImportUnits;
import org.depositary.membership.domain.ImportSetCoverage.StateCoverage;
import org.depositary.membership.imports.decision.OrganizationImportUndo;
import org.depositary.membership.imports.decision.OrganizationImporter;
import org.depositary.membership.imports.staging.ImportRowStaging;
import org.depositary.membership.imports.staging.StateYearCoverage;

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
    public Optional<String> coverageOfRows(ImportJob job, ImportSql sql) {
        return new StateYearCoverage(sql).of(job);
    }

    @Override
    public void recordCoverage(ImportJob job, Optional<String> covers, UnitOfWork unitOfWork) {
        var reason = "Import %s was undone".formatted(job.id());
        unitOfWork.handle(IMPORT_SETS, IMPORT_SETS.stream(job.set()), new StateCoverage(job.set(), covers, reason));
    }

    @Override
    public ImportImpact countImpact(ImportJob job, Unit unit, UnitOfWork unitOfWork) {
        return new OrganizationImporter(job, unitOfWork, mapper).countImpact(unit);
    }

    @Override
    public UnitResult importUnit(ImportJob job, Unit unit, UnitOfWork unitOfWork) {
        return new OrganizationImporter(job, unitOfWork, mapper).importUnit(unit);
    }

    @Override
    public void undoUnit(ImportJob job, Unit unit, UnitOfWork unitOfWork) {
        new OrganizationImportUndo(job, unitOfWork, mapper).undo(unit.key());
    }
}
