/** Journeys through the dashboard in a real browser. */
package org.depositary.verify.dashboard;
