package org.depositary.imports.job;

/**
 * The number of facts of a set that an import would retract or move to another date.
 *
 * @param retracted the number of facts that the import retracts
 * @param moved the number of facts whose effective date the import changes
 */
public record ImportImpact(int retracted, int moved) {

    public static final ImportImpact NONE = new ImportImpact(0, 0);

    private static final int MAX_UNHELD_COUNT = 10;
    /** The divisor for the largest share of the set that is not held: 10 means one tenth. */
    private static final int MAX_UNHELD_SHARE = 10;

    public ImportImpact plus(ImportImpact other) {
        return new ImportImpact(retracted + other.retracted, moved + other.moved);
    }

    /**
     * Whether an import with this impact is held until it is released: it retracts, or moves, more than ten facts and
     * more than a tenth of the set.
     *
     * @param setFacts the number of facts that the set states
     */
    public boolean isHeld(int setFacts) {
        return isTooMany(retracted, setFacts) || isTooMany(moved, setFacts);
    }

    private static boolean isTooMany(int count, int setFacts) {
        return count > MAX_UNHELD_COUNT && (long) count * MAX_UNHELD_SHARE > setFacts;
    }
}
