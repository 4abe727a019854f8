package org.depositary.verify.histories;

import java.util.List;

/**
 * The operations of a history, in order.
 *
 * @param <O> the kind of its operations
 */
public record History<O>(List<O> operations) {}
