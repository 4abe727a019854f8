/** The stored and published form of events of facts. */
package org.depositary.facts.events;
