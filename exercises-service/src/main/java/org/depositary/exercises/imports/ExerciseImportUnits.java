package org.depositary.exercises.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.util.UUID;
import org.depositary.eventsourcing.store.UnitOfWork;
import org.depositary.exercises.imports.decision.ExerciseImportUndo;
import org.depositary.exercises.imports.decision.ExerciseImporter;
import org.depositary.exercises.imports.staging.ExerciseFileOptions;
import org.depositary.exercises.imports.staging.ExerciseRowStaging;
import org.depositary.imports.file.ImportFile;
import org.depositary.imports.job.FileRowCounts;
import org.depositary.imports.job.ImportImpact;
import org.depositary.imports.job.ImportJob;
import org.depositary.imports.job.ImportUnits;

/** Imports rows of exercises. A unit is a batch of exercises. */
@ApplicationScoped
class ExerciseImportUnits implements ImportUnits {

    private static final long VERSION_MASK = 0xF000L;
    private static final long VERSION_8 = 0x8000L;

    private final ObjectMapper mapper;

    ExerciseImportUnits(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns a UUID of version 8. The gateway sees from the version that this service has the import (ADR 41). */
    @Override
    public UUID newId() {
        var timeOrdered = UuidCreator.getTimeOrderedEpoch();
        return new UUID(
                timeOrdered.getMostSignificantBits() & ~VERSION_MASK | VERSION_8,
                timeOrdered.getLeastSignificantBits());
    }

    @Override
    public FileRowCounts stage(ImportJob job, ImportFile file, Connection connection) throws IOException {
        return new ExerciseRowStaging(job, ExerciseFileOptions.parse(file.options()), connection, mapper).stage(file);
    }

    @Override
    public ImportImpact countImpact(ImportJob job, Unit unit, UnitOfWork unitOfWork) {
        return new ExerciseImporter(job, unitOfWork, mapper).countImpact(unit);
    }

    @Override
    public UnitResult importUnit(ImportJob job, Unit unit, UnitOfWork unitOfWork) {
        return new ExerciseImporter(job, unitOfWork, mapper).importBatch(unit);
    }

    @Override
    public void undoUnit(ImportJob job, Unit unit, UnitOfWork unitOfWork) {
        new ExerciseImportUndo(job, unitOfWork, mapper).undo(unit.key());
    }
}
