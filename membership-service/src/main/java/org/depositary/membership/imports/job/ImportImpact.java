package org.depositary.membership.imports.job;

/**
 * How many of the facts that a set states an import would take back.
 *
 * @param retracted facts that it retracts
 * @param moved facts whose effective date it changes
 */
public record ImportImpact(int retracted, int moved) {

    public static final ImportImpact NONE = new ImportImpact(0, 0);

    private static final int MAX_UNHELD_COUNT = 10;
    /** One tenth of the facts of the set. */
    private static final int MAX_UNHELD_SHARE = 10;

    public ImportImpact plus(ImportImpact other) {
        return new ImportImpact(retracted + other.retracted, moved + other.moved);
    }

    /**
     * Whether an import with this impact is held until it is released: it retracts, or moves, more than ten facts and more
     * than a tenth of the set.
     *
     * @param setFacts how many facts the set states
     */
    public boolean isHeld(int setFacts) {
        return isTooMany(retracted, setFacts) || isTooMany(moved, setFacts);
    }

    private static boolean isTooMany(int count, int setFacts) {
        return count > MAX_UNHELD_COUNT && (long) count * MAX_UNHELD_SHARE > setFacts;
    }
}
