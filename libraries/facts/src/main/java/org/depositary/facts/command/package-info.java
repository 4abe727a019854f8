/** HTTP commands on facts, for every kind of fact: record, correct, retract, add a source, claim. */
package org.depositary.facts.command;
