/** Writes feeds as Atom, RSS and JSON Feed. */
package org.depositary.gateway.feeds.formats;
