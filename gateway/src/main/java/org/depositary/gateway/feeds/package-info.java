/** Feeds of the change log in Atom, RSS 2.0 and JSON Feed, with archives whose pages never change. */
package org.depositary.gateway.feeds;
