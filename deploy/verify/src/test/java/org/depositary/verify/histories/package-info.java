/**
 * Sends random histories of a register as a curator would, and reads them back at both time axes. Each kind of history
 * has its package, with its operations, their generator, and an independent model of the answers and reads. The models
 * use no code of the product.
 *
 * <p>A {@code HistoryKind} generates histories and their players. {@code HistoriesTrial} plays many histories in
 * parallel, step by step, and asks the questions of their kind. {@code HistoryShrinker} makes a failing history smaller.
 */
package org.depositary.verify.histories;
