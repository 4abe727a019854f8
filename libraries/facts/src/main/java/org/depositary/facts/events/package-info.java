/** How events of facts are stored and published. */
package org.depositary.facts.events;
