/**
 * The queue of imports and their life: running, held, completed, failed, undone.
 *
 * <p>A service that imports files has the tables {@code import}, {@code import_unit}, {@code import_rows},
 * {@code import_rejected_rows} and {@code set_fact}. This package reads and writes {@code import} and the counts in
 * {@code import_unit}. Of the others it uses only the id of the import or the set. All other columns belong to the
 * service.
 *
 * <p>The service also deletes old reports. It sets {@code import.expired_at} when it begins to delete one.
 */
package org.depositary.imports.job;
