/** The events that this service publishes, and their JSON. */
package org.depositary.exercises.events;
