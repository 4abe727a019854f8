/**
 * Random histories of the register, sent as a curator would, and read back at every point of both time axes.
 *
 * <p>A {@code History} is a list of {@code Operation}s. {@code Model}, with {@code Claims}, {@code Importing} and
 * {@code Undoing}, says what the register must answer to each, and what it knows then; {@code Walk} and {@code Expected}
 * say what a read must tell. They follow the interface's words and use nothing of the product. {@code Trial} plays many
 * histories side by side, step by step, and compares.
 *
 * <p>A new kind of operation is a record in {@code Operation}, its request in {@code Player}, its meaning in {@code Model},
 * and its share in {@code Generated}.
 */
package org.depositary.verify.histories;
