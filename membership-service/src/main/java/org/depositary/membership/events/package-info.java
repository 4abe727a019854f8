/** What this service publishes, and under which names. */
package org.depositary.membership.events;
