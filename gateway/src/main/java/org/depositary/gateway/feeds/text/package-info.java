/** Writes what a change says as sentences and HTML for people. */
package org.depositary.gateway.feeds.text;
