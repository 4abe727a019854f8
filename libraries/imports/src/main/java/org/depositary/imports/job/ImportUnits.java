package org.depositary.imports.job;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.sql.Connection;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.imports.file.ImportFile;
import org.depositary.imports.file.LineNumbers;

/**
 * Does the part of an import that depends on what the rows of the file mean. This module does the rest: it accepts,
 * queues, starts, holds, ends and undoes imports. A service that imports files has one implementation.
 *
 * <p>A unit is the part of a file that is decided and recorded in one transaction, such as the rows of one organisation.
 */
public interface ImportUnits {

    /**
     * A unit of an import.
     *
     * @param key identifies the unit in the file and in the set, such as the id of an organisation
     * @param withoutUnit the lines of rejected rows that may belong to any unit
     */
    record Unit(String key, LineNumbers withoutUnit) {}

    /** What the import of a unit did. */
    record UnitResult(OutcomeCounts counts, ImportImpact impact) {}

    /** Returns the id of a new import. The gateway sees from it which service has the import. */
    default UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /**
     * Validates the rows of a file and stores them until their unit is decided.
     *
     * @throws Problem if the file is refused as a whole
     */
    FileRowCounts stage(ImportJob job, ImportFile file, Connection connection) throws IOException;

    /**
     * Returns the time for which the staged rows speak, as an EDTF interval. It is the coverage of an import whose request
     * states none. Empty if the rows do not show it.
     */
    default Optional<String> coverageOfRows(ImportJob job, ImportSql sql) {
        return Optional.empty();
    }

    /**
     * Records the coverage of the set of an import, before the import or its undo changes facts.
     *
     * @param covers an EDTF interval; empty if an undo leaves the set without a coverage
     */
    default void recordCoverage(ImportJob job, Optional<String> covers, UnitOfWork unitOfWork) {
        throw new IllegalStateException("Files of format %s state no coverage".formatted(job.format()));
    }

    /**
     * Counts how many facts of the set the unit would retract or move, and records nothing. Stores what the unit would retract
     * and correct as outcomes: if the import is held, its report shows them.
     */
    ImportImpact countImpact(ImportJob job, Unit unit, UnitOfWork unitOfWork);

    /** Imports the unit, including its events and its outcomes. */
    UnitResult importUnit(ImportJob job, Unit unit, UnitOfWork unitOfWork);

    /** Undoes the import of the unit. */
    void undoUnit(ImportJob job, Unit unit, UnitOfWork unitOfWork);
}
