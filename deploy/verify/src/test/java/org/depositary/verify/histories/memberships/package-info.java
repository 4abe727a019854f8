/**
 * Random histories of memberships. {@code RegisterModel} computes the expected answer to each {@code
 * CuratorOperation} and the state after it, with {@code ExpectedClaims}, {@code ImportModel} and {@code UndoModel}.
 * {@code ModelTimeline} and {@code ExpectedReads} compute the expected reads.
 *
 * <p>To add an operation, add a record to {@code CuratorOperation}, its request to {@code MembershipRequests}, its effect
 * to {@code RegisterModel}, and its probability to {@code HistoryGenerator}.
 */
package org.depositary.verify.histories.memberships;
