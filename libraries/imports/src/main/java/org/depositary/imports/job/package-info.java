/**
 * The queue of imports and their life: running, held, completed, failed, undone.
 *
 * <p>A service that imports files has the tables {@code import}, {@code import_unit}, {@code import_rows},
 * {@code import_rejected_rows}, {@code import_outcome} and {@code set_fact}. In each of them except {@code import}, the
 * column {@code unit} is the key of the unit. This module reads and writes {@code import} and {@code import_unit}. Of the
 * others it uses only the ids of the import and the set, the unit, and what every outcome has. All other columns belong
 * to the service.
 *
 * <p>{@code ImportRetention} deletes old reports. It sets {@code import.expired_at} when it begins to delete one.
 */
package org.depositary.imports.job;
