package org.depositary.membership.imports.staging;

import java.util.Arrays;
import java.util.Optional;
import org.depositary.imports.job.ImportJob;

/** The kind of statement that each row of a file makes. */
public enum ImportRowKind {
    /** Each row states one membership change. */
    CHANGES("changes"),
    /** Each row states the status of a party in an organisation in one year. */
    STATE_YEARS("state-years");

    private final String text;

    ImportRowKind(String text) {
        this.text = text;
    }

    public static Optional<ImportRowKind> of(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text.equals(text))
                .findFirst();
    }

    public static ImportRowKind of(ImportJob job) {
        return of(job.format()).orElseThrow();
    }

    /** Returns the name in URLs, in JSON and in the database. */
    @Override
    public String toString() {
        return text;
    }
}
