/** How facts are recorded, corrected, retracted and sourced over HTTP, once for every kind of fact. */
package org.depositary.facts.command;
