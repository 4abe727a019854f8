/** Serves the dashboard: its page at all paths that it has, and the files of its bundle. */
package org.depositary.gateway.dashboard;
