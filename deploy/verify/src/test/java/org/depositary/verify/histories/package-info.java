/**
 * Sends random histories of a register as a curator would, and reads them back at every point of both time axes.
 *
 * <p>A {@code History} is a list of {@code CuratorOperation}s. {@code RegisterModel} computes the expected answer to each
 * operation and the state after it, with {@code ExpectedClaims}, {@code ImportModel} and {@code UndoModel}. {@code
 * ModelTimeline} and {@code ExpectedReads} compute the expected reads. These classes use no code of the product. {@code
 * HistoriesTrial} plays many histories in parallel, step by step, and compares.
 *
 * <p>To add an operation, add a record to {@code CuratorOperation}, its request to {@code HistoryPlayer}, its effect to
 * {@code RegisterModel}, and its probability to {@code HistoryGenerator}.
 */
package org.depositary.verify.histories;
