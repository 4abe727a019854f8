/** The events that this service publishes, and their JSON. */
package org.depositary.membership.events;
